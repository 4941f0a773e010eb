import { resolveJob } from '@crossvault/engine';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault jobs explain`: the vendor's value, the mapped value and the rule of each field. */
export async function explainJob(reference: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { job } = await resolveJob(engine, reference, call);
    const explanation = await engine.explainJob(job.id, call);
    await show(terminal, {
      whole: explanation,
      rows: explanation.fields,
      async lines() {
        const { renderExplanation } = await import('../../output/explanation.ts');
        const { createPalette } = await import('../../output/palette.ts');
        return renderExplanation(explanation, createPalette(terminal.color));
      },
    });
    return 0;
  });
}
