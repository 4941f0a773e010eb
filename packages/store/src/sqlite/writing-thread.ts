import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CrossvaultError } from '@crossvault/core';
import type { WriteReply, WriteRequest } from './sqlite-writes.ts';
import { fromThreadFailure } from './thread-failure.ts';

/** Makes a write in the thread. */
export type CallWriter = (name: NonNullable<WriteRequest['name']>, args: readonly unknown[]) => Promise<unknown>;

export interface WritingThread {
  readonly call: CallWriter;
  /** Ends the thread after the calls that were made before. */
  close(): Promise<void>;
}

/** What the thread gets when it begins. */
export interface WriterData {
  readonly path: string;
  /** Null for no limit. */
  readonly largestBytes: number | null;
}

/** The thread starts with the first call: a caller that only reads needs none. */
export function createWritingThread(workerData: WriterData): WritingThread {
  const { path } = workerData;
  let worker: Worker | null = null;
  let last = 0;

  function start(): Worker {
    // Imports are rewritten when this is built, addresses are not.
    const entry = new URL(`./sqlite-worker${extname(import.meta.url)}`, import.meta.url);
    const started = new Worker(entry, { workerData });
    started.setMaxListeners(0);
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    // Each waiting call has its own listener; without a listener an error would end the process.
    started.on('error', () => undefined);
    started.unref();
    return started;
  }

  function ask(name: WriteRequest['name'], args: readonly unknown[]): Promise<unknown> {
    worker ??= start();
    const thread = worker;
    last += 1;
    const request: WriteRequest = { id: last, name, args };
    return new Promise((resolve, reject) => {
      const settle = () => {
        thread.off('message', onReply).off('exit', onExit).off('error', onExit);
        if (thread.listenerCount('message') === 0) thread.unref();
      };
      const onReply = (reply: WriteReply) => {
        if (reply.id !== request.id) return;
        settle();
        if (reply.kind === 'done') resolve(reply.result);
        else reject(fromThreadFailure(reply));
      };
      const onExit = (reason: unknown) => {
        settle();
        const why = reason instanceof Error ? reason.message : 'it ended';
        reject(
          new CrossvaultError({
            code: 'store-unavailable',
            message: `The thread that writes to the store ${path} is gone (${why}). What it was given last may or may not be stored; give it again.`,
          }),
        );
      };
      thread.on('message', onReply).on('exit', onExit).on('error', onExit);
      thread.ref();
      thread.postMessage(request);
    });
  }

  return {
    call: ask,
    async close() {
      if (worker === null) return;
      const thread = worker;
      await ask(null, []);
      worker = null;
      await thread.terminate();
    },
  };
}
