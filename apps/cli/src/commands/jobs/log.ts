import { resolveJob } from '@crossvault/engine';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault jobs log`: the vendor's log of a job. */
export async function readJobLog(reference: string, flags: GlobalFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { job } = await resolveJob(engine, reference, call);
    const log = await engine.jobLog(job.id, call);
    await show(terminal, {
      whole: log,
      rows: log.entries,
      async lines() {
        const { renderJobLog } = await import('../../output/job-log.ts');
        const { createPalette } = await import('../../output/palette.ts');
        return renderJobLog(log, createPalette(terminal.color));
      },
    });
    if (log.entries.length === 0 && terminal.form === 'table') terminal.note('The log is empty.');
    return 0;
  });
}
