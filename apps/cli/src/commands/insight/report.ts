import { CrossvaultError, errorTable } from '@crossvault/core';
import { parseSince } from '@crossvault/core/internal';
import { type CoveredFlags, readCovered } from '../../options/read-insight-flags.ts';
import type { CommandIo, ReportForm } from '../../output/command-io.ts';
import type { ManagerReport } from '../../output/report/manager-report.ts';
import { toJson } from '../../output/show.ts';
import { toSourceNotes } from '../../output/source-notes.ts';
import { createTerminal } from '../../output/terminal.ts';
import { clockOf } from '../../runtime/clock.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';

/** The options of `report`. */
export interface ReportFlags extends Omit<CoveredFlags, 'output'> {
  readonly output: ReportForm;
  readonly since: string;
}

const dayMs = 86_400_000;
const mostDays = 400;

/** `crossvault report`: a page for a manager, or a row a subject. 0 when every source is complete, else 6. */
export async function report(flags: ReportFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, { ...flags, output: 'table' });
  const nowMs = (await clockOf(io, flags)).now();
  const request = { query: readCovered(flags), days: readDays(flags.since, nowMs), nowMs };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { gatherReport } = await import('./gather-report.ts');
    const gathered = await gatherReport(engine, request, { signal: io.signal });
    await terminal.print(await renderAs(flags.output, gathered));
    for (const note of toSourceNotes(gathered.sources)) terminal.note(`crossvault: ${note}`);
    return gathered.complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}

/** Expected runs are counted by whole business days. */
function readDays(since: string, nowMs: number): number {
  const days = Math.ceil((nowMs - Date.parse(parseSince(since, nowMs))) / dayMs);
  if (days >= 1 && days <= mostDays) return days;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `since: "${since}" is not allowed; allowed are 1 to ${mostDays} days back from now.`,
    parameter: 'since',
  });
}

async function renderAs(form: ReportForm, gathered: ManagerReport): Promise<string> {
  switch (form) {
    case 'html': {
      const { renderReport } = await import('../../output/report/report-html.ts');
      return renderReport(gathered);
    }
    case 'csv': {
      const { renderReportCsv } = await import('../../output/report/report-csv.ts');
      return renderReportCsv(gathered);
    }
    case 'json':
      return `${toJson(gathered, 2)}\n`;
  }
}
