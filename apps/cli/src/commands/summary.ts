import { parseSince, parseUserInstant } from '@crossvault/core/internal';
import type { CommandIo, GlobalFlags } from '../output/command-io.ts';
import { show } from '../output/show.ts';
import { createTerminal } from '../output/terminal.ts';
import { clockOf } from '../runtime/clock.ts';
import { withRuntime } from '../runtime/with-runtime.ts';
import { storeOf } from '../runtime/with-store.ts';

export interface SummaryFlags extends GlobalFlags {
  readonly since: string;
  readonly startedBefore?: string;
}

/** `crossvault summary`: the state of all connections, from the store. */
export async function summary(flags: SummaryFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const { startedBefore } = flags;
  const request = {
    since: parseSince(flags.since, (await clockOf(io, flags)).now()),
    startedBefore: startedBefore === undefined ? null : parseUserInstant(startedBefore, 'started-before'),
    connections: null,
  };
  return withRuntime(io, flags, terminal, async (runtime) => {
    storeOf(runtime);
    const stored = await runtime.engine.summary(request, { signal: io.signal });
    await show(terminal, {
      whole: stored,
      rows: stored.connections,
      async lines() {
        const { renderSummary } = await import('../output/summary-table.ts');
        const { createPalette } = await import('../output/palette.ts');
        return renderSummary(stored, terminal.width, createPalette(terminal.color));
      },
    });
    return 0;
  });
}
