import { errorTable } from '@crossvault/core';
import { type CoveredFlags, readCovered } from '../../options/read-insight-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { noteEnding } from '../../output/show-page.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { readReasons } from './read-reasons.ts';

/** Findings whose reasons are read. */
const shownFindings = 10;

/** `crossvault today`: are last night's backups good? 0 when every source is complete, else 6. */
export async function today(flags: CoveredFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const query = readCovered(flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const whole = await engine.insight.today(query, call);
    await show(terminal, {
      whole,
      rows: [whole],
      async lines() {
        const { renderToday } = await import('../../output/insight/today.ts');
        const { createPalette } = await import('../../output/palette.ts');
        const reasons = await readReasons(engine, whole.findings.first.slice(0, shownFindings), clock.now(), call);
        return renderToday(whole, reasons, terminal.width, createPalette(terminal.color), clock.now());
      },
    });
    noteEnding(terminal, { page: { next: null }, complete: whole.complete, sources: whole.sources }, null);
    return whole.complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}
