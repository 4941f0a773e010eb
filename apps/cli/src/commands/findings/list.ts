import type { FindingView } from '@crossvault/core/insight';
import { type FindingFlags, readFindingQuery, readInsightPage } from '../../options/read-insight-flags.ts';
import type { CommandIo } from '../../output/command-io.ts';
import { showPage } from '../../output/show-page.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** `crossvault findings list`: 0 when every source is complete, else 6. */
export async function listFindings(flags: FindingFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const clock = await clockOf(io, flags);
  const [query, page] = [readFindingQuery(flags, clock.now()), readInsightPage(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { renderFindings } = await import('../../output/insight/findings.ts');
    const found = await engine.insight.findings(query, page, { signal: io.signal });
    return showPage<FindingView>(terminal, found, 'No findings.', (findings, width, palette) =>
      renderFindings(findings, width, palette, clock.now()),
    );
  });
}
