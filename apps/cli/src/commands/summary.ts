import { jobStatuses, parseSince, parseUserInstant, type Summary } from '@crossvault/contract';
import { clockOf } from '../clock.ts';
import type { CommandIo, GlobalFlags } from '../command-io.ts';
import { show } from '../render/show.ts';
import { createTerminal } from '../terminal.ts';
import { withRuntime } from '../with-runtime.ts';

export interface SummaryFlags extends GlobalFlags {
  readonly since: string;
  readonly startedBefore?: string;
}

/** `crossvault summary`: how all connections stand, from what is stored. */
export async function summary(flags: SummaryFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const { startedBefore } = flags;
  const window = {
    startedAfter: parseSince(flags.since, (await clockOf(io)).now()),
    startedBefore: startedBefore === undefined ? null : parseUserInstant(startedBefore, 'started-before'),
  };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const told = await engine.summary(window);
    await show(terminal, {
      whole: told,
      rows: told.connections,
      async lines() {
        const { renderGrid } = await import('../render/grid.ts');
        const { createPalette } = await import('../render/palette.ts');
        const { trouble } = createPalette(terminal.color);
        const statuses = jobStatuses.filter((status) => told.total.counts[status] > 0);
        const columns = ['CONNECTION', 'JOBS', ...statuses.map((status) => status.toUpperCase()), 'PROBLEMS'];
        const lines = [...told.connections, { ...told.total, connection: 'all' }];
        return renderGrid(
          [...columns, 'LAST SUCCESS', 'OLDEST SUCCESS'].map((title) => ({ title })),
          lines.map((line) => [
            line.connection,
            String(line.jobs),
            ...statuses.map((status) => String(line.counts[status])),
            { text: String(line.problems), paint: line.problems > 0 ? trouble : String },
            line.lastSuccessAt ?? '-',
            toOldestText(line.oldestSuccess),
          ]),
          terminal.width,
        );
      },
    });
    return 0;
  });
}

const toOldestText = (oldest: Summary['total']['oldestSuccess']): string =>
  oldest === null ? '-' : `${oldest.at} (${oldest.target})`;
