import type { SyncAnswer } from '@crossvault/core';
import type { Runtime } from '@crossvault/runtime';
import { namedConnections } from '../../options/named-connections.ts';
import { type CommandIo, type GlobalFlags, isJsonForm } from '../../output/command-io.ts';
import { createProgressBar } from '../../output/progress-bar.ts';
import { toSetUpExitCode } from '../../output/set-up-exit-code.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { syncToEnd } from '../sync-to-end.ts';

export interface SyncFlags extends GlobalFlags {
  readonly wait?: boolean;
}

/** `crossvault connections sync`: one turn of each connection, or with `--wait` until the history is complete. */
export async function syncConnections(names: readonly string[], flags: SyncFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const run = async ({ engine }: Runtime): Promise<number> => {
    const asked = namedConnections(names, engine.connectionNames);
    const bar = createProgressBar(io.stderr, asked.length);
    try {
      const call = { signal: io.signal };
      const syncOne = (name: string): Promise<SyncAnswer> =>
        flags.wait === true
          ? syncToEnd(engine, name, (share) => bar.show(name, share), call)
          : engine.sync(name, null, call);
      const data = await Promise.all(asked.map(syncOne));
      bar.end();
      await show(terminal, { whole: { data }, rows: data, lines: async () => data.map(toLine) });
      const problems = data.map(({ sync }) => sync?.problem ?? null);
      if (!isJsonForm(terminal.form)) {
        for (const problem of problems) if (problem !== null) terminal.note(`crossvault: ${problem.detail}`);
      }
      return toSetUpExitCode(problems.map((problem) => problem?.code ?? null));
    } finally {
      bar.end();
    }
  };
  return withRuntime(io, flags, terminal, run, { keepHistory: true });
}

function toLine({ connection, sync }: SyncAnswer): string {
  const percent = Math.floor((sync?.progress ?? 0) * 100);
  return `${connection}: ${sync?.state ?? 'waiting'}, ${sync?.jobs ?? 0} jobs stored, ${percent} % of the history, as of ${sync?.lastAt ?? 'never'}`;
}
