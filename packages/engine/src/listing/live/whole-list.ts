import type { JobRecord, Rejection, SourceWarning } from '@crossvault/core';
import { comparePositions, isAfter, matchesCriteria, positionOf } from '@crossvault/core/store';
import type { ListPlan } from '../list-plan.ts';
import { createListStream, type ListStream, newNotes, type ReadingNotes, readAtOnce } from '../list-stream.ts';
import { heldRecords, type WholeList } from './held-lists.ts';
import { type AskPage, createOrderWatch, ignoresFilter, type Reading, readPages } from './vendor-pages.ts';

/** A list that promises no order: read whole within its window, sorted here. */
export function createWholeStream(reading: Reading, plan: ListPlan): ListStream {
  const notes = newNotes(reading.nowMs);
  return createListStream(
    plan,
    notes,
    readAtOnce(plan, () => sortWhole(reading, plan, notes)),
  );
}

/**
 * The jobs of a list that is read whole, sorted, as many as the page can use. A list that breaks its order for the
 * first time in this reading also gives its misplaced jobs from before the position: no page has listed them.
 */
export async function sortWhole(reading: Reading, plan: ListPlan, notes: ReadingNotes): Promise<readonly JobRecord[]> {
  const wanted = createWanted(reading, plan);
  const list = await obtain(reading, plan, wanted);
  notes.rejected.push(...list.rejected);
  notes.withoutRun += list.withoutRun;
  for (const warning of list.warnings) notes.warnings.add(warning);
  notes.readAtMs = list.readAtMs;
  notes.unordered = list.misplaced.size > 0;
  return list.records.filter((record) => wanted(record, list.misplaced.has(record.job.id))).sort(inOrder(reading));
}

type Wanted = (record: JobRecord, misplaced: boolean) => boolean;

function createWanted({ criteria }: Reading, plan: ListPlan): Wanted {
  return (record, misplaced) => {
    const position = positionOf(record.job);
    const late = misplaced && !plan.knownUnordered;
    return (
      (late || isAfter(criteria.sort, position, plan.position)) &&
      matchesCriteria(record.job, criteria, plan.startedAfter)
    );
  };
}

const inOrder =
  ({ criteria }: Reading) =>
  (a: JobRecord, b: JobRecord): number =>
    comparePositions(criteria.sort, positionOf(a.job), positionOf(b.job));

async function obtain(reading: Reading, plan: ListPlan, wanted: Wanted): Promise<WholeList> {
  const { source, held, nowMs } = reading;
  const key = JSON.stringify([source.connection.name, plan.list.key, plan.query]);
  const known = reading.mayUseHeld ? held.get(key) : undefined;
  if (known !== undefined) return known;
  const read = async (): Promise<WholeList> => {
    const keeper = createKeeper(reading, wanted);
    const list = await readWhole(reading.askPage, plan, nowMs, keeper);
    if (keeper.whole()) held.put(key, list);
    return list;
  };
  const list = await read();
  return isNewlyBroken(list, plan) || isCutShort(list) ? read() : list;
}

/** A list that is sorted here cannot be resumed where it broke off: missing jobs may belong before the listed ones. */
const isCutShort = ({ warnings }: WholeList): boolean =>
  warnings.includes('list-ended-early') || warnings.includes('link-refused');

/**
 * In a list that never was in order no page has listed what is misplaced before the position; where only this answer came
 * in disorder, they have. Which of the two it is, the next answer shows.
 */
const isNewlyBroken = ({ misplaced }: WholeList, { position, knownUnordered }: ListPlan): boolean =>
  misplaced.size > 0 && position !== null && !knownUnordered;

/** Keeps everything while that is little enough to be held for the next page, and only what this page needs beyond. */
function createKeeper(reading: Reading, wanted: Wanted): Keeper & { whole(): boolean } {
  let kept: JobRecord[] = [];
  const misplaced = new Set<string>();
  let whole = true;
  const useful = reading.limit + 1;
  const trim = (): void => {
    kept = kept.sort(inOrder(reading)).slice(0, useful);
  };
  return {
    misplaced,
    add(record, isMisplaced) {
      if (isMisplaced) misplaced.add(record.job.id);
      if (!whole && !wanted(record, isMisplaced)) return;
      kept.push(record);
      if (whole && kept.length > heldRecords) {
        whole = false;
        kept = kept.filter((each) => wanted(each, misplaced.has(each.job.id)));
        trim();
      }
      if (!whole && kept.length > useful * 4) trim();
    },
    records: () => kept,
    whole: () => whole,
  };
}

const pageSize = 500;

/** Decides which records of a list are kept while it is read, so that memory is bounded by the page and not by the list. */
export interface Keeper {
  /** Ids of the records that came out of order, kept or not. */
  readonly misplaced: ReadonlySet<string>;
  add(record: JobRecord, isMisplaced: boolean): void;
  records(): readonly JobRecord[];
}

/** Reads a list to its end, each record once, and finds the records that are out of the declared order. */
async function readWhole(askPage: AskPage, plan: ListPlan, nowMs: number, keeper: Keeper): Promise<WholeList> {
  const ids = new Set<string>();
  const rejected: Rejection[] = [];
  const warnings = new Set<SourceWarning>();
  const order = createOrderWatch(plan);
  let withoutRun = 0;
  for await (const page of readPages(askPage, plan, pageSize)) {
    withoutRun += page.withoutRun;
    rejected.push(...page.rejected);
    for (const warning of page.warnings) warnings.add(warning);
    for (const record of page.records) {
      if (ids.has(record.job.id)) continue;
      ids.add(record.job.id);
      const ignored = ignoresFilter(record, plan.query);
      if (ignored !== null) warnings.add(ignored);
      keeper.add(record, order(record));
    }
  }
  const { misplaced } = keeper;
  if (misplaced.size > 0) warnings.add('order-broken');
  return { records: keeper.records(), rejected, withoutRun, warnings: [...warnings], misplaced, readAtMs: nowMs };
}
