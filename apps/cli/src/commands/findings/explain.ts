import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { readJobWords } from '../insight/job-words.ts';
import { findOccurrence, toDueText } from '../insight/read-reasons.ts';
import { resolveFinding } from './resolve-finding.ts';

/** Jobs of which the vendor's words are shown. */
const shownJobs = 5;
const shownRuns = 10;

/** `crossvault findings explain`: what a finding follows from. */
export async function explainFinding(reference: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { id } = await resolveFinding(engine, reference, call);
    const explanation = await engine.insight.explainFinding(id, call);
    await show(terminal, {
      whole: explanation,
      rows: [explanation],
      async lines() {
        const { renderFindingExplanation } = await import('../../output/insight/finding-explanation.ts');
        const { createPalette } = await import('../../output/palette.ts');
        const words = new Map<string, string>();
        for (const job of explanation.jobs.slice(0, shownJobs)) {
          const text = await readJobWords(engine, job, call);
          if (text !== null) words.set(job, text);
        }
        for (const run of explanation.occurrences.slice(0, shownRuns)) {
          const found = await findOccurrence(engine, run, call);
          if (found !== null) words.set(run, toDueText(found));
        }
        return renderFindingExplanation(explanation, words, createPalette(terminal.color), clock.now());
      },
    });
    return 0;
  });
}
