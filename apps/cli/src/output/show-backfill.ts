import { createSystemClock } from '@crossvault/core';
import type { SyncStatus } from '@crossvault/engine';
import type { CommandIo } from './command-io.ts';
import { createProgressBar } from './progress-bar.ts';

/** Reads the progress of each connection's history. */
interface Progress {
  states(): Promise<ReadonlyMap<string, Pick<SyncStatus, 'progress' | 'problem'>>>;
}

const lookEveryMs = 500;

/**
 * On a terminal: a progress bar until the history of these connections is stored or has failed, or until the
 * interruption.
 */
export async function showBackfill(progress: Progress, names: readonly string[], io: CommandIo): Promise<void> {
  const { stderr, signal } = io;
  if (stderr.isTTY !== true) return;
  const clock = io.clock ?? createSystemClock();
  const bar = createProgressBar(stderr, names.length);
  try {
    while (!signal.aborted) {
      const states = [...(await progress.states())].filter(([name]) => names.includes(name));
      const open = states.filter(([, { progress: share, problem }]) => share !== 1 && problem === null);
      if (open.length === 0) return;
      // The last one shown is the one that is named.
      for (const [name, { progress: share }] of [...states, ...open]) bar.show(name, share ?? 0);
      await clock.sleep(lookEveryMs, { signal }).catch(() => undefined);
    }
  } finally {
    bar.end();
  }
}
