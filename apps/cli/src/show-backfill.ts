import type { Runtime } from '@crossvault/runtime';
import { clockOf } from './clock.ts';
import type { CommandIo } from './command-io.ts';
import { createProgressBar } from './render/progress-bar.ts';

const lookEveryMs = 500;

/** Where somebody looks on: a bar until the history of every connection is there or cannot be had, or until the interruption. */
export async function showBackfill({ engine, configuration }: Runtime, io: CommandIo): Promise<void> {
  const { stderr, signal } = io;
  const { synchronizer } = engine;
  if (stderr.isTTY !== true || synchronizer === null) return;
  const able = configuration.connections.filter(({ fault }) => fault === null).map(({ name }) => name);
  const clock = await clockOf(io);
  const bar = createProgressBar(stderr, able.length);
  try {
    while (!signal.aborted) {
      const states = [...(await synchronizer.states())].filter(([name]) => able.includes(name));
      const open = states.filter(([, { progress, problem }]) => progress !== 1 && problem === null);
      if (open.length === 0) return;
      // The last one shown is the one that is named.
      for (const [name, { progress }] of [...states, ...open]) bar.show(name, progress ?? 0);
      await clock.sleep(lookEveryMs, { signal }).catch(() => undefined);
    }
  } finally {
    bar.end();
  }
}
