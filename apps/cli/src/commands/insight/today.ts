import { type CallOptions, errorTable } from '@crossvault/core';
import type { FindingView } from '@crossvault/core/insight';
import type { Engine } from '@crossvault/engine';
import { type CoveredFlags, readCovered } from '../../options/read-insight-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { noteEnding } from '../../output/show-page.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { readJobWords } from './job-words.ts';

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
        const reasons = await readReasons(engine, whole.findings.first.slice(0, shownFindings), call);
        return renderToday(whole, reasons, terminal.width, createPalette(terminal.color), clock.now());
      },
    });
    noteEnding(terminal, { page: { next: null }, complete: whole.complete, sources: whole.sources }, null);
    return whole.complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}

/** The first reason of each finding; of a failed run also what the vendor said. */
async function readReasons(
  engine: Pick<Engine, 'insight' | 'readJobText'>,
  findings: readonly FindingView[],
  call: CallOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const reasons = new Map<string, readonly string[]>();
  for (const { id, kind } of findings) {
    const { text, jobs } = await engine.insight.explainFinding(id, call);
    const [job] = kind.startsWith('failed') ? jobs : [];
    const words = job === undefined ? null : await readJobWords(engine, job, call);
    reasons.set(id, [...text.slice(0, 1), ...(words === null ? [] : [words])]);
  }
  return reasons;
}
