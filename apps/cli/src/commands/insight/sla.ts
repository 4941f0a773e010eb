import { errorTable } from '@crossvault/core';
import { type CalendarFlags, readCalendarQuery, readInsightPage } from '../../options/read-insight-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { noteEnding } from '../../output/show-page.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault sla`: the share of expected runs that were met. 0 when every source is complete, else 6. */
export async function sla(flags: CalendarFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const [query, page] = [readCalendarQuery(flags), readInsightPage(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const whole = await engine.insight.sla(query, page, { signal: io.signal });
    await show(terminal, {
      whole,
      rows: whole.data,
      async lines() {
        if (whole.data.length === 0) return [];
        const { renderSla } = await import('../../output/insight/sla.ts');
        const { createPalette } = await import('../../output/palette.ts');
        return renderSla(whole, terminal.width, createPalette(terminal.color), clock.now());
      },
    });
    noteEnding(terminal, whole, whole.data.length === 0 ? 'No expected runs.' : null);
    return whole.complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}
