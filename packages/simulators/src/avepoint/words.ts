import type { TruthKind, TruthStatus } from '../truth.ts';

/**
 * What each word is in the normalized model; a word that is not here is unknown. Of the answers' spellings only
 * `Finished` is documented, the rest are the labels of the filter and the words of the vendor's sister interfaces.
 */
const STATUS: Readonly<Record<string, TruthStatus>> = {
  Waiting: 'queued',
  Pending: 'queued',
  'Not started': 'queued',
  'In Progress': 'running',
  Finished: 'succeeded',
  'Finished with Exception': 'warning',
  'Finished with Exceptions': 'warning',
  'Partially Finished': 'warning',
  Failed: 'failed',
  'Failed to start': 'failed',
  Rejected: 'failed',
  Stopped: 'cancelled',
  Canceled: 'cancelled',
  Skipped: 'skipped',
};

const plain = (word: string): string => word.toLowerCase().replace(/[\s-]/g, '');

const BY_PLAIN_WORD: ReadonlyMap<string, TruthStatus> = new Map(
  Object.entries(STATUS).map(([word, status]) => [plain(word), status]),
);

export const statusOfWord = (word: string): TruthStatus => BY_PLAIN_WORD.get(plain(word)) ?? 'unknown';

/** A value that the vendor does not document, as a new version may introduce. */
export const INVENTED_STATE = 'Quarantined';

/** The vendor's value for a normalized one; throws a RangeError where there is none. */
export const wordOfStatus = (status: TruthStatus): string => {
  if (status === 'unknown') return INVENTED_STATE;
  const word = Object.entries(STATUS).find(([, ours]) => ours === status)?.[0];
  if (word === undefined) throw new RangeError(`AvePoint has no job state for ${status}`);
  return word;
};

/** The numbers of the filter `jobState`; other states are in the list of all jobs only. */
const STATE_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['inprogress', 1],
  ['finished', 2],
  ['failed', 3],
  ['finishedwithexception', 4],
  ['finishedwithexceptions', 4],
  ['partiallyfinished', 5],
]);

export const stateNumberOf = (word: unknown): number | null =>
  typeof word === 'string' ? (STATE_NUMBERS.get(plain(word)) ?? null) : null;

/** The numbers of the filter `jobType`; a job of another kind is in the list of all jobs only. */
const TYPE_NUMBERS: Readonly<Partial<Record<TruthKind, number>>> = {
  backup: 1,
  restore: 2,
  export: 3,
  delete: 4,
  retention: 5,
};

export const typeNumberOf = (kind: TruthKind): number | null => TYPE_NUMBERS[kind] ?? null;

/** Throws a RangeError for a kind that no list of the vendor could show. */
export const requireKind = (kind: TruthKind): TruthKind => {
  if (kind === 'other' || typeNumberOf(kind) !== null) return kind;
  throw new RangeError(`AvePoint has no type of job for ${kind}`);
};
