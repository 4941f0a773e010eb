import type { CallOptions, CursorState, Job, JobStore, ListedRow, PageQuery } from '@crossvault/core';
import { mapInPieces } from '../../loop-turns.ts';
import type { Criteria } from '../criteria.ts';
import type { ListPlan } from '../list-plan.ts';
import { createListStream, type ListStream, newNotes, readAtOnce } from '../list-stream.ts';
import type { ListedRecord } from '../listing.ts';
import type { SourceReading } from '../source-report.ts';
import { planStored } from './stored-plan.ts';
import type { StoredSource } from './stored-sources.ts';

/** What a page from the store is made of. */
export interface StoredPage {
  readonly store: JobStore;
  readonly criteria: Criteria;
  readonly cursor: CursorState | null;
  readonly page: PageQuery;
  readonly nowMs: number;
  readonly call: CallOptions;
}

/**
 * Opens the stored sources of a page: one question to the store for all that stand at the merged position, and one for each
 * that does not. What goes wrong with the store is thrown: it is no trouble of a source.
 */
export async function openStored(
  parts: StoredPage,
  stored: readonly StoredSource[],
): Promise<readonly SourceReading[]> {
  const planned = stored.map((each) => ({
    each,
    source: each.source,
    plan: planStored(each, parts.criteria, parts.cursor),
  }));
  const together = planned.filter(({ plan }) => !plan.lagging);
  const [first] = together;
  const shared =
    first === undefined
      ? null
      : await openRows(
          parts,
          first.plan,
          together.map(({ source }) => source.connection.name),
        );
  return Promise.all(
    planned.map(async ({ each, source, plan }) => {
      const stream = plan.lagging || shared === null ? await openRows(parts, plan, [source.connection.name]) : shared;
      return { source, streams: [stream], failure: null, stored: each };
    }),
  );
}

/** Documents that are parsed in one piece. */
const rowsAtOnce = 100;

async function openRows(
  { store, criteria, page, nowMs, call }: StoredPage,
  plan: ListPlan,
  connections: readonly string[],
): Promise<ListStream> {
  const rows = await store.listJobs(
    { ...criteria, query: { ...criteria.query, connection: connections } },
    {
      sort: criteria.sort,
      after: plan.position,
      // One more than is told says that there is more.
      limit: page.limit + 1,
      include: page.include ?? { tasks: true, raw: true },
    },
    call,
  );
  const notes = newNotes(nowMs);
  notes.answered = true;
  return createListStream(
    plan,
    notes,
    readAtOnce(plan, () => mapInPieces(rows, rowsAtOnce, toListedRecord)),
  );
}

/** A row as it is shown. Its document begins as the model does and ends without tasks. */
function toListedRecord({ document, tasks, raw }: ListedRow): ListedRecord {
  const fields: Omit<Job, 'tasks'> = JSON.parse(document);
  return { job: { ...fields, tasks: tasks === null ? [] : JSON.parse(tasks) }, raw: raw ?? {} };
}
