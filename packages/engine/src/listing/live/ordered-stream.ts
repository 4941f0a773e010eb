import { CrossvaultError, type JobRecord, type ListPage, type SourceWarning } from '@crossvault/core';
import { laterOf } from '@crossvault/core/internal';
import { comparePositions, isAfter, matchesCriteria, type Position, positionOf } from '@crossvault/core/store';
import { type ListPlan, orJustAfter } from '../list-plan.ts';
import { type BatchReader, createListStream, type ListStream, newNotes, type ReadingNotes } from '../list-stream.ts';

import { createOrderWatch, ignoresFilter, type Reading, readPages } from './vendor-pages.ts';
import { sortWhole } from './whole-list.ts';

/** How many ids are remembered to know a job that a growing list shows twice. */
const rememberedIds = 2_000;
const smallestPage = 50;
const largestPage = 500;

/**
 * A list that promises newest first: streamed, a vendor's page at a time, and checked. Jobs with the same start come
 * in the vendor's order and leave in ours, so a group of equal starts is listed when the next start is read.
 * A breach of the promise ends the streaming: the list is read whole and sorted instead.
 */
export function createOrderedStream(reading: Reading, plan: ListPlan): ListStream {
  const notes = newNotes(reading.nowMs);
  return createListStream(plan, notes, createGroupReader(reading, plan, notes));
}

function createGroupReader(reading: Reading, plan: ListPlan, notes: ReadingNotes): BatchReader {
  const { askPage, criteria, limit } = reading;
  const size = Math.min(Math.max(limit + 1, smallestPage), largestPage);
  let pages = readPages(askPage, plan, size);
  /** The bound from which the list was read again after the vendor broke off; null before that. */
  let resumedAt: string | null = null;
  /** Why the reading cannot continue; thrown after everything that arrived was listed. */
  let failure: CrossvaultError | null = null;
  const seen = createRecentIds();
  const breaks = createOrderWatch(plan);
  let group: JobRecord[] = [];
  /** Up to here every job was listed, or excluded by the filters. */
  let position: Position | null = plan.position;
  /** The same for the batch that is being made. */
  let reached = position;
  let ended = false;

  /** Ends the group of equal starts: what of it is asked for, sorted. */
  function flush(): readonly JobRecord[] {
    const sorted = group.sort((a, b) => comparePositions(criteria.sort, positionOf(a.job), positionOf(b.job)));
    group = [];
    const wanted = sorted.filter(
      ({ job }) =>
        isAfter(criteria.sort, positionOf(job), plan.position) && matchesCriteria(job, criteria, plan.startedAfter),
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

  /**
   * A vendor that links to a foreign address, or repeats itself, must not end the list: it is read on from the oldest start that
   * was seen, by the list's own time bound. Without such a bound, or without progress, the list fails after what came.
   */
  function resume(): boolean {
    const oldest = group[0]?.job.startedAt ?? null;
    if (oldest === null || !plan.list.nativeFilters.includes('startedBefore')) return false;
    if (resumedAt !== null && oldest >= resumedAt) return false;
    resumedAt = oldest;
    pages = readPages(askPage, { ...plan, query: { ...plan.query, startedBefore: orJustAfter(oldest) } }, size);
    return true;
  }

  async function readWholeInstead(): Promise<readonly JobRecord[]> {
    ended = true;
    await pages.return(undefined);
    notes.rejected.length = 0;
    notes.withoutRun = 0;
    const query = { ...plan.query, startedBefore: criteria.startedBefore };
    return sortWhole(reading, { ...plan, whole: true, query, position }, notes);
  }

  function note(page: ListPage): void {
    notes.answered = true;
    notes.rejected.push(...page.rejected);
    notes.withoutRun += page.withoutRun;
    for (const warning of page.warnings) notes.warnings.add(warning);
  }

  /** The jobs that can be listed after a page: all but its last starts, which may continue on the next page; all of them where no page follows. */
  function settle(page: ListPage, ready: readonly JobRecord[]): readonly JobRecord[] {
    const breach = page.next === null ? page.warnings.find((warning) => warning in brokenOffReasons) : undefined;
    const goesOn = breach === undefined || resume();
    const given = goesOn ? ready : [...ready, ...flush()];
    if (!goesOn) failure = brokenOff(breach);
    position = reached;
    return given;
  }

  function finish(): readonly JobRecord[] {
    ended = true;
    const rest = flush();
    position = reached;
    return rest;
  }

  return {
    get position() {
      return position;
    },
    async next() {
      if (failure !== null) throw failure;
      if (ended) return null;
      const { value: page } = await pages.next();
      if (page === undefined) return finish();
      const ready = absorb(page);
      if (ready === null) return readWholeInstead();
      note(page);
      return settle(page, ready);
    },
  };
}

const brokenOffReasons: Partial<Record<SourceWarning, string>> = {
  'link-refused': 'The source pointed to a foreign address for the rest of a list.',
  'list-ended-early': 'The source said that a list continues and then returned nothing, or repeated itself.',
};

function brokenOff(warning: SourceWarning): CrossvaultError {
  const code = warning === 'link-refused' ? 'link-refused' : 'source-error';
  return new CrossvaultError({ code, message: brokenOffReasons[warning] ?? 'The source broke off a list.' });
}

/** A job without a start under an upper bound on the start: an earlier page may have listed it. */
function isStray({ job }: JobRecord, plan: ListPlan): boolean {
  return job.startedAt === null && plan.position !== null && plan.position.startedAt !== null;
}

/** Remembers the newest ids; `add` returns whether the id was there already. */
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
