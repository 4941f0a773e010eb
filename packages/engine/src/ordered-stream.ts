import type { JobRecord, ListPage, Position } from '@crossvault/contract';
import type { ListPlan } from './list-plan.ts';
import { type BatchReader, createListStream, type ListStream, newNotes, type ReadingNotes } from './list-stream.ts';
import { matches } from './matches.ts';
import { comparePositions, isAfter, laterOf, positionOf } from './order.ts';
import type { Reading } from './reading.ts';
import { ignoresFilter, readPages } from './vendor-pages.ts';
import { createOrderWatch } from './whole-list.ts';
import { sortWhole } from './whole-stream.ts';

/** How many ids are remembered to know a job that a growing list shows twice. */
const rememberedIds = 2_000;
const smallestPage = 50;
const largestPage = 500;

/**
 * A list that promises newest first: streamed, a vendor's page at a time, and checked. Jobs with the same start come
 * in the vendor's order and leave in ours, so a group of equal starts is told when the next start is seen.
 * A breach of the promise ends the streaming: the list is read whole and sorted instead.
 */
export function createOrderedStream(reading: Reading, plan: ListPlan): ListStream {
  const notes = newNotes(reading.nowMs);
  return createListStream(plan, notes, createGroupReader(reading, plan, notes));
}

function createGroupReader(reading: Reading, plan: ListPlan, notes: ReadingNotes): BatchReader {
  const { askPage, criteria, limit } = reading;
  const size = Math.min(Math.max(limit + 1, smallestPage), largestPage);
  const pages = readPages(askPage, plan, size);
  const seen = createRecentIds();
  const breaks = createOrderWatch(plan);
  let group: JobRecord[] = [];
  /** Told, or found not to be asked for. */
  let position: Position | null = plan.position;
  /** The same for the batch that is being made. */
  let reached = position;
  let ended = false;

  /** Ends the group of equal starts: what of it is asked for, sorted. */
  function flush(): readonly JobRecord[] {
    const sorted = group.sort((a, b) => comparePositions(criteria.sort, positionOf(a.job), positionOf(b.job)));
    group = [];
    const wanted = sorted.filter(
      ({ job }) => isAfter(criteria.sort, positionOf(job), plan.position) && matches(job, criteria, plan.startedAfter),
    );
    const last = sorted.at(-1);
    if (last !== undefined) reached = laterOf(criteria.sort, reached, positionOf(last.job));
    return wanted;
  }

  function checkFilter(record: JobRecord): void {
    const ignored = ignoresFilter(record, plan.query);
    if (ignored !== null) notes.warnings.add(ignored);
  }

  /** Adds a page's records; null when one of them breaks the order. */
  function absorb(page: ListPage): readonly JobRecord[] | null {
    const ready: JobRecord[] = [];
    for (const record of page.records) {
      if (seen.add(record.job.id)) continue;
      if (breaks(record) || isStray(record, plan)) return null;
      checkFilter(record);
      if (group[0] !== undefined && group[0].job.startedAt !== record.job.startedAt) ready.push(...flush());
      group.push(record);
    }
    return ready;
  }

  async function readWholeInstead(): Promise<readonly JobRecord[]> {
    ended = true;
    await pages.return(undefined);
    notes.rejected.length = 0;
    notes.withoutRun = 0;
    const query = { ...plan.query, startedBefore: criteria.startedBefore };
    return sortWhole(reading, { ...plan, whole: true, query, position }, notes);
  }

  return {
    get position() {
      return position;
    },
    async next() {
      if (ended) return null;
      const { value: page } = await pages.next();
      if (page === undefined) {
        ended = true;
        const rest = flush();
        position = reached;
        return rest;
      }
      const ready = absorb(page);
      if (ready === null) return readWholeInstead();
      notes.rejected.push(...page.rejected);
      notes.withoutRun += page.withoutRun;
      for (const warning of page.warnings) notes.warnings.add(warning);
      position = reached;
      return ready;
    },
  };
}

/** A job without a start under an upper bound on the start: nobody can say whether an earlier page has told it. */
function isStray({ job }: JobRecord, plan: ListPlan): boolean {
  return job.startedAt === null && plan.position !== null && plan.position.startedAt !== null;
}

/** Remembers the newest ids; `add` tells whether the id was there already. */
function createRecentIds(): { add(id: string): boolean } {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return true;
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > rememberedIds && oldest !== undefined) ids.delete(oldest);
      return false;
    },
  };
}
