import { errorTable, type JobPage, type ListedJob, type Problem, toProblem } from '@crossvault/core';
import { type Engine, type Listing, SourcesError, toJobPage } from '@crossvault/engine';
import { type ListFlags, type ListRequest, readListFlags } from '../../options/read-list-flags.ts';
import { type CommandIo, isJsonForm } from '../../output/command-io.ts';
import { createListingMerger } from '../../output/merge-listings.ts';
import { printRows, show, toJson } from '../../output/show.ts';
import { toNextNote, toSourceNotes, toWindowNote, type WindowBound } from '../../output/source-notes.ts';
import { createTerminal, type Terminal } from '../../output/terminal.ts';
import { withRuntime } from '../../runtime/with-runtime.ts';
import { readListings } from '../read-listings.ts';

/** `crossvault jobs list`: the jobs of all connections. 0 when every source is complete, else 6. */
export async function listJobs(flags: ListFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const request = readListFlags(flags);
  return withRuntime(io, flags, terminal, async ({ engine, store }) => {
    if (request.refreshMs !== null) await engine.refresh(request.query, request.refreshMs, { signal: io.signal });
    const page = await readPage(engine, request, flags, terminal, io);
    reportEnding(page, request, terminal, store === null ? 'live' : 'stored');
    return page.complete ? 0 : errorTable['sources-incomplete'].exitCode;
  });
}

/** Reads one page or all of them, and prints. A page that the store has ready is read as the facade sends it. */
async function readPage(
  engine: Engine,
  request: Omit<ListRequest, 'refreshMs'>,
  flags: ListFlags,
  terminal: Terminal,
  io: CommandIo,
): Promise<JobPage> {
  const ready =
    flags.all === true
      ? null
      : await engine.readJobPage(request.query, request.page, { signal: io.signal }, () => false);
  if (ready === null || ready.json === null) return readRecords(engine, request, flags, terminal, io);
  const whole: JobPage = JSON.parse(Buffer.concat(ready.json.map((piece) => Buffer.from(piece))).toString());
  await showJobs(terminal, whole);
  return whole;
}

/**
 * Reads one page or all of them as records, and prints. With `ndjson` every page is printed and then released; all other
 * forms, and `--strict`, which may have to print nothing, need all jobs at once.
 */
async function readRecords(
  engine: Engine,
  { query, page, include }: Omit<ListRequest, 'refreshMs'>,
  flags: ListFlags,
  terminal: Terminal,
  io: CommandIo,
): Promise<JobPage> {
  const merger = createListingMerger();
  const streams = terminal.form === 'ndjson' && !page.strict;
  const data: ListedJob[] = [];
  for await (const listing of readAsked(engine, { query, page }, flags, io)) {
    merger.add(listing);
    const jobs = (await toJobPage(listing, include)).data;
    if (streams) await printRows(terminal, jobs);
    else data.push(...jobs);
  }
  const whole = { ...(await toJobPage({ ...merger.end(), records: [] }, include)), data };
  if (!streams) await showJobs(terminal, whole);
  return whole;
}

const showJobs = (terminal: Terminal, whole: JobPage): Promise<void> =>
  show(terminal, { whole, rows: whole.data, lines: () => renderLines(whole.data, terminal) });

async function* readAsked(
  engine: Engine,
  { query, page }: Pick<ListRequest, 'query' | 'page'>,
  { all }: ListFlags,
  { signal }: CommandIo,
): AsyncGenerator<Listing> {
  if (all === true) yield* readListings(engine, query, page, { signal });
  else yield await engine.listJobs(query, page, { signal });
}

async function renderLines(jobs: readonly ListedJob[], terminal: Terminal): Promise<readonly string[]> {
  if (jobs.length === 0) return [];
  const { renderJobsTable } = await import('../../output/jobs-table.ts');
  const { createPalette } = await import('../../output/palette.ts');
  return renderJobsTable(jobs, terminal.width, createPalette(terminal.color));
}

/** Notes for the reader. JSON has them in its envelope; incomplete sources are a problem in every form. */
function reportEnding(page: JobPage, { query }: ListRequest, terminal: Terminal, usual: WindowBound): void {
  const { data: _data, ...ending } = page;
  if (isJsonForm(terminal.form)) {
    if (!page.complete) terminal.note(toJson({ ...incompleteProblem(page), ...ending }));
    else if (terminal.form === 'ndjson' && page.page.next !== null) terminal.note(toJson(ending));
    return;
  }
  for (const note of toSourceNotes(page.sources)) terminal.note(`crossvault: ${note}`);
  if (terminal.form === 'yaml') return;
  if (page.data.length === 0) terminal.note('No jobs.');
  const window = toWindowNote(
    page.window,
    query.startedAfter !== undefined && query.startedAfter !== 'all' ? 'asked' : usual,
  );
  for (const note of [window, toNextNote(page.page)]) if (note !== null) terminal.note(note);
}

const incompleteProblem = ({ sources }: JobPage): Problem => toProblem(new SourcesError('sources-incomplete', sources));
