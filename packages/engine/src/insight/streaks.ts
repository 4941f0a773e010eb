import { isGood, type Occurrence, type Run } from './occurrence.ts';

/** How many occurrences in a row ended alike. */
export interface OccurrenceStreak {
  readonly kind: 'good' | 'bad';
  readonly count: number;
  /** Whether an occurrence of which nothing is known ended the count: the streak may be longer. */
  readonly isCutByUnknown: boolean;
}

const goodStates: ReadonlySet<Occurrence['state']> = new Set(['met', 'met-late', 'met-with-warning']);
const badStates: ReadonlySet<Occurrence['state']> = new Set(['missed', 'failed']);

/** The streak of the newest ended occurrences, given newest first. What was cancelled, skipped or excused does not count. Null: none has ended. */
export function streakOf(newestFirst: Iterable<Pick<Occurrence, 'state'>>): OccurrenceStreak | null {
  let first: OccurrenceStreak['kind'] | null = null;
  let count = 0;
  for (const { state } of newestFirst) {
    const kind = state === 'unknown' ? 'unknown' : kindOf(state);
    if (kind === null) continue;
    if (kind === 'unknown') return first === null ? null : { kind: first, count, isCutByUnknown: true };
    first ??= kind;
    if (kind !== first) break;
    count += 1;
  }
  return first === null ? null : { kind: first, count, isCutByUnknown: false };
}

function kindOf(state: Occurrence['state']): OccurrenceStreak['kind'] | null {
  if (goodStates.has(state)) return 'good';
  return badStates.has(state) ? 'bad' : null;
}

/** What the age of the newest good backup follows from. */
export interface AgeFacts {
  readonly runs: readonly Run[];
  /** The vendor's newest recovery point; null: not known. */
  readonly lastPointMs: number | null;
  /** Whether a warning counts as good. */
  readonly areWarningsGood: boolean;
}

/**
 * When the data of the newest good backup is from; null where there is none. Data is as old as the start of its run. Copies and archives
 * do not make old data young. The vendor's recovery point counts where no run is known, or where it is older: then the run's is not there.
 */
export function dataAsOf({ runs, lastPointMs, areWarningsGood }: AgeFacts): number | null {
  let newestMs: number | null = null;
  for (const run of runs) {
    const isData = run.kind === 'backup' || run.kind === 'snapshot';
    if (!isData || !isGood(run) || (run.status === 'warning' && !areWarningsGood)) continue;
    if (newestMs === null || run.startedMs > newestMs) newestMs = run.startedMs;
  }
  if (newestMs === null || lastPointMs === null) return newestMs ?? lastPointMs;
  return Math.min(newestMs, lastPointMs);
}
