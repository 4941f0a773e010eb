import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { invoke } from '../intercept-calls.ts';
import type { Tables } from '../schema/schema.ts';
import { createReads, type Reads } from '../store-calls.ts';
import { readMachineTime } from './machine-time.ts';
import { openFile } from './node-sqlite-dialect.ts';
import type { ReaderData, ReadReply, ReadRequest } from './reading-threads.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { toThreadFailure } from './thread-failure.ts';

/** A thread that reads. Requests are answered in another thread, which does not wait however long a read takes. */
const { path }: ReaderData = workerData;

function open(): Reads {
  const { dialect, file } = openFile(path, 'reader');
  const engine = createSqliteEngine(path, file, readMachineTime());
  return createReads({ db: new Kysely<Tables>({ dialect }), engine, location: path });
}

let opened: Reads | null = null;

async function answer({ name, args }: ReadRequest): Promise<ReadReply> {
  try {
    opened ??= open();
    return { kind: 'done', result: await invoke(opened, name, args) };
  } catch (error) {
    return toThreadFailure(error, path);
  }
}

const port = parentPort;
port?.on('message', async (request: ReadRequest) => port.postMessage(await answer(request)));
