import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { nextMessage } from '../processes/next-message.ts';
import { forkPinned } from '../processes/pinned.ts';
import { type Load, type LoadResult, loadReportSchema } from './load.ts';

/** Anything that answers on a port. */
export interface MeasuredServer {
  readonly port: number;
  readonly processId: number;
}

export type BareKind = 'node:http' | 'Express 5' | 'ready text';

export interface BareServer extends MeasuredServer {
  close(): void;
}

const startedSchema = z.object({ port: z.number() });

export async function startBareServer(kind: BareKind, objectsFile: string): Promise<BareServer> {
  const child = forkPinned(0, new URL('bare-server.ts', import.meta.url), [kind, objectsFile]);
  return {
    ...startedSchema.parse(await nextMessage(child)),
    processId: child.pid ?? 0,
    close: () => void child.kill(),
  };
}

/** Callers in a process of their own. */
export interface Callers {
  /** `begin` is called when what is measured begins. */
  run(load: Load, begin: () => void): Promise<LoadResult>;
  close(): void;
}

export function startCallers(): Callers {
  const child: ChildProcess = forkPinned(1, new URL('load-process.ts', import.meta.url));
  return {
    async run(load, begin) {
      child.send(load);
      for (;;) {
        const report = loadReportSchema.parse(await nextMessage(child));
        if ('fault' in report) throw new Error(report.fault);
        if ('requests' in report) return report;
        begin();
      }
    },
    close: () => child.disconnect(),
  };
}

/** A process that commits to the store of the facade while it is wanted. */
export interface Writer {
  during<Result>(run: () => Promise<Result>): Promise<Result>;
  close(): void;
}

export async function startWriter(store: string): Promise<Writer> {
  const child = forkPinned(1, new URL('writer-process.ts', import.meta.url), [store]);
  await nextMessage(child);
  const wish = async (text: 'begin' | 'end'): Promise<void> => {
    child.send(text);
    await nextMessage(child);
  };
  return {
    async during(run) {
      await wish('begin');
      try {
        return await run();
      } finally {
        await wish('end');
      }
    },
    close: () => child.disconnect(),
  };
}

/** Processor time that a process has used, with all its threads; null where the system does not say it. */
export function processorMs(processId: number): number | null {
  try {
    const threads = readdirSync(`/proc/${processId}/task`);
    const nanoseconds = threads.map((thread) => readFileSync(`/proc/${processId}/task/${thread}/schedstat`, 'utf8'));
    return nanoseconds.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e6;
  } catch {
    return null;
  }
}
