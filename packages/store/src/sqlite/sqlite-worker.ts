import { parentPort, workerData } from 'node:worker_threads';
import { CrossvaultError } from '@crossvault/contract';
import { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';
import { createWrites } from '../store-calls.ts';
import { limitFile, openFile } from './node-sqlite-dialect.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { toSqliteFault } from './sqlite-faults.ts';
import type { WriteReply, WriteRequest } from './sqlite-writes.ts';
import type { WriterData } from './writing-thread.ts';

/** The thread that writes: answers are made elsewhere and stay quick while it is busy. */
const { path, largestBytes }: WriterData = workerData;

type Calls = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

function open() {
  const { dialect, file } = openFile(path, 'writer');
  if (largestBytes !== null) limitFile(file, largestBytes);
  const db = new Kysely<Tables>({ dialect });
  const engine = createSqliteEngine(path, file, Date.now);
  const calls: Calls = createWrites({ db, engine, location: path });
  return { calls, close: () => file.close() };
}

let opened: ReturnType<typeof open> | null = null;

async function answer({ id, name, args }: WriteRequest<never[]>): Promise<WriteReply<unknown>> {
  try {
    if (name === null) {
      opened?.close();
      return { id, kind: 'done', result: undefined };
    }
    opened ??= open();
    return { id, kind: 'done', result: await opened.calls[name]?.(...args) };
  } catch (error) {
    const { code, message } = CrossvaultError.from(toSqliteFault(error, path));
    return { id, kind: 'failed', code, message };
  }
}

/** One call after the other: each is a transaction on the one connection. */
let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', (request: WriteRequest<never[]>) => {
  turn = turn.then(async () => {
    parentPort?.postMessage(await answer(request));
    if (request.name === null) parentPort?.close();
  });
});
