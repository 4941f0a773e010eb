import { resolveJob, toJobView } from '@crossvault/engine';
import { readWords } from '../../options/read-list-flags.ts';
import type { CommandIo, GlobalFlags } from '../../output/command-io.ts';
import { show } from '../../output/show.ts';
import { createTerminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

export interface JobFlags extends GlobalFlags {
  readonly include?: readonly string[];
}

/** `crossvault jobs get`: one job with all fields. */
export async function getJob(reference: string, flags: JobFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const included = readWords('include', flags.include, ['raw']) ?? [];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const record = await resolveJob(engine, reference, { signal: io.signal });
    const job = toJobView(record, { raw: included.includes('raw') });
    await show(terminal, {
      whole: job,
      rows: [job],
      async lines() {
        const { renderJobDetails } = await import('../../output/job-details.ts');
        const { createPalette } = await import('../../output/palette.ts');
        return renderJobDetails(job, terminal.width, createPalette(terminal.color));
      },
    });
    return 0;
  });
}
