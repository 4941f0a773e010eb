import { setImmediate as turn } from 'node:timers/promises';
import { errorTable, type ListedJob } from '@crossvault/core';
import { toJobPage } from '@crossvault/engine';
import { type ListFlags, readListFlags, readWords } from '../options/read-list-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { createListingMerger } from '../output/merge-listings.ts';
import { printRows } from '../output/show.ts';
import { toSourceNotes } from '../output/source-notes.ts';
import { createTerminal, type Terminal } from '../output/terminal.ts';
import { withRuntime } from '../runtime/with-runtime.ts';
import { readListings } from './read-listings.ts';

/** Jobs that are held at once. */
const pageSize = 100;

export interface ExportFlags extends ListFlags {
  readonly format: string;
}

/**
 * `crossvault export`: every job that matches the filters, page by page; the next page is read when the previous one is written.
 * 0 when every source is complete, else 6.
 */
export async function exportJobs(flags: ExportFlags, io: CommandIo): Promise<number> {
  await io.keepSmall?.();
  const [format = 'ndjson'] = readWords('format', [flags.format], ['ndjson', 'csv'] as const) ?? [];
  const terminal = createTerminal(io, { ...flags, output: 'ndjson' });
  const { query, page, include, refreshMs } = readListFlags(flags);
  const call = { signal: io.signal };
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    if (refreshMs !== null) await engine.refresh(query, refreshMs, call);
    const write =
      format === 'csv' ? await createCsvWriter(terminal) : (jobs: readonly ListedJob[]) => printRows(terminal, jobs);
    const merger = createListingMerger();
    for await (const listing of readListings(engine, query, { ...page, limit: pageSize }, call)) {
      merger.add(listing);
      await write((await toJobPage(listing, include)).data);
      // Files and SQLite do not yield to the event loop, so an interruption would have no effect without this turn.
      await turn();
    }
    const { complete, sources } = merger.end();
    for (const note of toSourceNotes(sources)) terminal.note(`crossvault: ${note}`);
    return complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}

async function createCsvWriter(terminal: Terminal): Promise<(jobs: readonly ListedJob[]) => Promise<void>> {
  const { csvHead, toCsv } = await import('../output/jobs-csv.ts');
  await terminal.print(csvHead);
  return (jobs) => (jobs.length === 0 ? Promise.resolve() : terminal.print(toCsv(jobs)));
}
