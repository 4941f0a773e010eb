import type { OccurrenceView } from '@crossvault/core/insight';
import { type OccurrenceFlags, readInsightPage, readOccurrenceQuery } from '../../options/read-insight-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { showPage } from '../../output/show-page.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault occurrences list`: 0 when every source is complete, else 6. */
export async function listOccurrences(flags: OccurrenceFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const nowMs = (await clockOf(io, flags)).now();
  const [query, page] = [readOccurrenceQuery(flags, nowMs), readInsightPage(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { renderOccurrences } = await import('../../output/insight/occurrences.ts');
    const found = await engine.insight.occurrences(query, page, { signal: io.signal });
    return showPage<OccurrenceView>(terminal, found, 'No expected runs.', renderOccurrences);
  });
}
