import { foldWord, hasEnded, type Job, type JobStatus, type ListQuery } from '@crossvault/core';
import { idleWords, isIdle, statusWords } from '../mapping/map-status.ts';

/** A condition in the JSON that v3 takes. Texts are compared without case: consoles print words in two casings. */
type Condition =
  | { readonly property: string; readonly operation: string; readonly collation?: 'ignorecase'; readonly value: string }
  | { readonly operation: 'and' | 'or'; readonly items: readonly Condition[] };

const is = (property: string, value: string): Condition => ({
  property,
  operation: 'equals',
  collation: 'ignorecase',
  value,
});

const anyOf = (items: readonly Condition[]): Condition => ({ operation: 'or', items });

/** The rows whose property has one of these values, as the parameter `filter`. */
export function filterByValues(property: string, values: readonly string[]): string {
  return JSON.stringify([anyOf(values.map((value) => is(property, value)))]);
}

export interface ListFilter {
  /** The parameter `filter`; null without conditions. */
  readonly text: string | null;
  /** Whether the filter includes a row only as a superset: it does not match the query, and does not mean an ignored filter. */
  isSurplus(job: Pick<Job, 'status' | 'nativeStatus' | 'startedAt'>): boolean;
}

const neverRanWord = 'None';
/** v3 has these; `-` is v2's. */
const idleWordsOfV3 = idleWords.filter((word) => word !== '-' && word !== neverRanWord);

/**
 * What the console filters itself. Definitions that never ran are requested as well, so that they can be counted. A status
 * that the vendor's values do not decide is filtered here: `unknown` means unlisted values, and a success with failed objects
 * becomes a `warning`.
 */
export function toListFilter({ startedAfter, startedBefore, status }: ListQuery): ListFilter {
  const words = toWords(status);
  const conditions: Condition[] = [
    ...(startedAfter === null
      ? []
      : [{ property: 'lastRun', operation: 'greaterThanOrEqual', value: startedAfter } as const]),
    ...(startedBefore === null
      ? []
      : [{ property: 'lastRun', operation: 'lessThanOrEqual', value: startedBefore } as const]),
    ...(words === null ? [] : [anyOf(words.map((word) => is('status', word)))]),
  ];
  const wanted = anyOf([{ operation: 'and', items: conditions }, is('status', neverRanWord)]);
  return {
    text: conditions.length === 0 ? null : JSON.stringify([wanted]),
    isSurplus(job) {
      if (status !== null && words === null && !status.includes(job.status)) return true;
      const isOther = status !== null && !status.includes(job.status);
      if (foldWord(job.nativeStatus ?? '') !== foldWord(neverRanWord)) return isOther && isIdle(job.nativeStatus);
      const isOutside =
        (startedAfter !== null && (job.startedAt ?? '') < startedAfter) ||
        (startedBefore !== null && (job.startedAt ?? '') > startedBefore);
      return isOutside || isOther;
    },
  };
}

/** Null where the vendor's values do not decide, or where there are none. */
function toWords(statuses: readonly JobStatus[] | null): readonly string[] | null {
  if (statuses === null || statuses.includes('unknown') || statuses.includes('warning')) return null;
  const words = statuses.flatMap((status) => statusWords.wordsFor(status));
  if (words.length === 0) return null;
  // The status of an idle job does not contain the result of its last run.
  return statuses.some((status) => hasEnded(status, null)) ? [...words, ...idleWordsOfV3] : words;
}
