import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { invoke } from '../intercept-calls.ts';
import type { Tables } from '../schema/schema.ts';
import { readMachineTime } from './machine-time.ts';
import { limitFile, openFile } from './node-sqlite-dialect.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import { createSqliteWrites, type WriteReply, type WriteRequest } from './sqlite-writes.ts';
import { toThreadFailure } from './thread-failure.ts';
import { createWriteLanes } from './write-lanes.ts';
import type { WriterData } from './writing-thread.ts';

/** The thread that writes. Requests are answered in another thread and do not wait for it. */
const { path, largestBytes }: WriterData = workerData;

function open() {
  const { dialect, file } = openFile(path, 'writer');
  if (largestBytes !== null) limitFile(file, largestBytes);
  const db = new Kysely<Tables>({ dialect });
  const engine = createSqliteEngine(path, file, readMachineTime());
  const betweenSteps = () => lanes.betweenSteps();
  const calls = createSqliteWrites({ db, engine, location: path, betweenSteps });
  return { calls, close: () => file.close() };
}

let opened: ReturnType<typeof open> | null = null;

async function answer({ id, name, args }: WriteRequest): Promise<WriteReply> {
  try {
    if (name === null) {
      opened?.close();
      return { id, kind: 'done', result: undefined };
    }
    opened ??= open();
    return { id, kind: 'done', result: await invoke(opened.calls, name, args) };
  } catch (error) {
    return { id, ...toThreadFailure(error, path) };
  }
}

const port = parentPort;

/** One call after the other: each is a transaction on the one connection, or several. */
const lanes = createWriteLanes<WriteRequest>({
  async make(request) {
    port?.postMessage(await answer(request));
    if (request.name === null) port?.close();
  },
  takeIn() {
    if (port === null) return;
    for (let come = receiveMessageOnPort(port); come !== undefined; come = receiveMessageOnPort(port)) {
      lanes.add(come.message);
    }
  },
});

port?.on('message', (request: WriteRequest) => {
  lanes.add(request);
  void lanes.work();
});
