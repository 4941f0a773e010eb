import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { readJobWords } from '../insight/job-words.ts';

/** `crossvault occurrences get`: one expected run, and the jobs that were run for it. */
export async function getOccurrence(id: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const occurrence = await engine.insight.occurrence(id, call);
    await show(terminal, {
      whole: occurrence,
      rows: [occurrence],
      async lines() {
        const { renderOccurrence } = await import('../../output/insight/occurrences.ts');
        const { createPalette } = await import('../../output/palette.ts');
        const attempts: string[] = [];
        for (const attempt of occurrence.attempts) {
          const words = (await readJobWords(engine, attempt.id, call)) ?? attempt.status;
          attempts.push(`${attempt.startedAt} ${words}  ${attempt.id}`);
        }
        return renderOccurrence(occurrence, createPalette(terminal.color), attempts);
      },
    });
    return 0;
  });
}
