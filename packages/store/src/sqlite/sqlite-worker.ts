import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Kysely } from 'kysely';
import type { Tables } from '../schema/schema.ts';
import { createWrites } from '../store-calls.ts';
import { readMachineTime } from './machine-time.ts';
import { limitFile, openFile } from './node-sqlite-dialect.ts';
import { createSqliteEngine } from './sqlite-engine.ts';
import type { WriteReply, WriteRequest } from './sqlite-writes.ts';
import { toThreadFailure } from './thread-failure.ts';
import { createWriteLanes } from './write-lanes.ts';
import type { WriterData } from './writing-thread.ts';

/** The thread that writes: answers are made elsewhere and stay quick while it is busy. */
const { path, largestBytes }: WriterData = workerData;

type Calls = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

function open() {
  const { dialect, file } = openFile(path, 'writer');
  if (largestBytes !== null) limitFile(file, largestBytes);
  const db = new Kysely<Tables>({ dialect });
  const engine = createSqliteEngine(path, file, readMachineTime());
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
    return { id, ...toThreadFailure(error, path) };
  }
}

const lanes = createWriteLanes<WriteRequest<never[]>>();
let isWorking = false;

/** Takes in what has come meanwhile: while one call follows another, no message is delivered by itself. */
function takeIn(port: MessagePort): void {
  for (let come = receiveMessageOnPort(port); come !== undefined; come = receiveMessageOnPort(port)) {
    lanes.add(come.message);
  }
}

/** One call after the other: each is a transaction on the one connection. */
async function work(port: MessagePort): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (let request = lanes.next(); request !== undefined; request = lanes.next()) {
    port.postMessage(await answer(request));
    if (request.name === null) port.close();
    else takeIn(port);
  }
  isWorking = false;
}

const port = parentPort;
port?.on('message', (request: WriteRequest<never[]>) => {
  lanes.add(request);
  void work(port);
});
