import { parentPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import type { ExpensiveReads } from '../reads-in-turn.ts';
import type { Tables } from '../schema/schema.ts';
import { createReads } from '../store-calls.ts';
import { readMachineTime } from './machine-time.ts';
import { openFile } from './node-sqlite-dialect.ts';
import type { ReaderData, ReadReply, ReadRequest } from './reading-threads.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { toThreadFailure } from './thread-failure.ts';

/** A thread that reads: the thread that answers stays quick, however long a read takes. */
const { path }: ReaderData = workerData;

type Calls = Readonly<Record<keyof ExpensiveReads, (...args: never[]) => Promise<unknown>>>;

function open(): Calls {
  const { dialect, file } = openFile(path, 'reader');
  const engine = createSqliteEngine(path, file, readMachineTime());
  return createReads({ db: new Kysely<Tables>({ dialect }), engine, location: path });
}

let opened: Calls | null = null;

async function answer({ name, args }: ReadRequest<never[]>): Promise<ReadReply<unknown>> {
  try {
    opened ??= open();
    return { kind: 'done', result: await opened[name](...args) };
  } catch (error) {
    return toThreadFailure(error, path);
  }
}

const port = parentPort;
port?.on('message', async (request: ReadRequest<never[]>) => port.postMessage(await answer(request)));
