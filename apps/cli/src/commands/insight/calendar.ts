import { errorTable } from '@crossvault/core';
import { type CalendarFlags, readCalendarQuery, readInsightPage } from '../../options/read-insight-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { createPalette } from '../../output/palette.ts';
import { show } from '../../output/show.ts';
import { noteEnding } from '../../output/show-page.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault calendar`: what became of expected runs, day by day. 0 when every source is complete, else 6. */
export async function calendar(flags: CalendarFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const [query, page] = [readCalendarQuery(flags), readInsightPage(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const whole = await engine.insight.calendar(query, page, { signal: io.signal });
    let hiddenDays = 0;
    await show(terminal, {
      whole,
      rows: whole.data,
      async lines() {
        if (whole.data.length === 0) return [];
        const { renderCalendar } = await import('../../output/insight/calendar.ts');
        const picture = renderCalendar(whole, query.ahead ?? 0, terminal.width, createPalette(terminal.color));
        ({ hiddenDays } = picture);
        return picture.lines;
      },
    });
    noteEnding(terminal, whole, whole.data.length === 0 ? 'No expected runs.' : null);
    if (hiddenDays > 0) {
      const { length } = whole.days;
      terminal.note(
        `The oldest ${hiddenDays} of ${length} days have no room; a wider terminal, a pipe or -o json has all.`,
      );
    }
    return whole.complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}
