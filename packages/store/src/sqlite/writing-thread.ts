import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CrossvaultError } from '@crossvault/core';
import type { SqliteWrites, WriteReply, WriteRequest } from './sqlite-writes.ts';
import { fromThreadFailure } from './thread-failure.ts';

export type CallWriter = <Name extends keyof SqliteWrites>(
  name: Name,
  args: Parameters<SqliteWrites[Name]>,
) => Promise<Awaited<ReturnType<SqliteWrites[Name]>>>;

export interface WritingThread {
  readonly call: CallWriter;
  /** After everything that was asked for. */
  close(): Promise<void>;
}

/** What the thread is told when it begins. */
export interface WriterData {
  readonly path: string;
  /** Null for no limit. */
  readonly largestBytes: number | null;
}

/** Begins with the first call: who only reads needs no thread. */
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
    // Each waiting call has its own listener; without any, an error has nobody to tell.
    started.on('error', () => undefined);
    started.unref();
    return started;
  }

  function ask<Result, Arguments>(name: keyof SqliteWrites | null, args: Arguments): Promise<Result> {
    worker ??= start();
    const thread = worker;
    last += 1;
    const request: WriteRequest<Arguments> = { id: last, name, args };
    return new Promise<Result>((resolve, reject) => {
      const settle = () => {
        thread.off('message', onReply).off('exit', onExit).off('error', onExit);
        if (thread.listenerCount('message') === 0) thread.unref();
      };
      const onReply = (reply: WriteReply<Result>) => {
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
    call: (name, args) => ask(name, args),
    async close() {
      if (worker === null) return;
      const thread = worker;
      await ask(null, []);
      worker = null;
      await thread.terminate();
    },
  };
}
