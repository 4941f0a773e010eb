import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CrossvaultError } from '@crossvault/core';
import type { ExpensiveRead } from '../reads/reads-in-turn.ts';
import { fromThreadFailure, type ThreadFailure } from './thread-failure.ts';

/** What a thread gets when it begins. */
export interface ReaderData {
  readonly path: string;
}

export interface ReadRequest {
  readonly name: ExpensiveRead;
  readonly args: readonly unknown[];
}

export type ReadReply = { readonly kind: 'done'; readonly result: unknown } | ThreadFailure;

export interface ReadingThreads {
  /** Makes a read in an idle thread. */
  read(name: ExpensiveRead, args: readonly unknown[]): Promise<unknown>;
  /** Ends the threads and the reads under way. */
  close(): Promise<void>;
}

/** Threads that read a file, each one read at a time. They start at once, so that the first callers do not wait for that. */
export function createReadingThreads(workerData: ReaderData, count: number): ReadingThreads {
  const { path } = workerData;
  const all = new Set<Worker>();
  const idle: Worker[] = [];

  function start(): Worker {
    // Imports are rewritten when this is built, addresses are not.
    const entry = new URL(`./sqlite-reader${extname(import.meta.url)}`, import.meta.url);
    const started = new Worker(entry, { workerData });
    all.add(started);
    // The read that waits has its own listener. An error without any would end the process.
    started.on('error', () => undefined);
    started.on('exit', () => {
      all.delete(started);
      const index = idle.indexOf(started);
      if (index >= 0) idle.splice(index, 1);
    });
    // An idle thread does not keep the process alive.
    started.unref();
    return started;
  }

  for (let index = 0; index < count; index += 1) idle.push(start());

  function read(name: ExpensiveRead, args: readonly unknown[]): Promise<unknown> {
    const thread = idle.pop() ?? start();
    const request: ReadRequest = { name, args };
    return new Promise((resolve, reject) => {
      const settle = () => {
        thread.off('message', onReply).off('exit', onExit).off('error', onExit);
        thread.unref();
      };
      const onReply = (reply: ReadReply) => {
        settle();
        idle.push(thread);
        if (reply.kind === 'done') resolve(reply.result);
        else reject(fromThreadFailure(reply));
      };
      const onExit = (reason: unknown) => {
        settle();
        const why = reason instanceof Error ? reason.message : 'it ended';
        reject(
          new CrossvaultError({
            code: 'store-unavailable',
            message: `A thread that reads the store ${path} ended (${why}). Ask again.`,
          }),
        );
      };
      thread.on('message', onReply).on('exit', onExit).on('error', onExit);
      thread.ref();
      thread.postMessage(request);
    });
  }

  return {
    read,
    async close() {
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}
