import type { TruthStatus } from '../truth.ts';

/**
 * What each word is in the normalized model; a word that is not here is unknown. REST v2 documents Success, Warning,
 * Failed and Running (beside Unknown and None); the others are those of v3, which the same console may show.
 */
const STATUS: Readonly<Record<string, TruthStatus>> = {
  Success: 'succeeded',
  Warning: 'warning',
  Failed: 'failed',
  Running: 'running',
  Starting: 'queued',
  WaitingTape: 'queued',
  WaitingRepository: 'queued',
  Stopping: 'cancelling',
  Stopped: 'cancelled',
};

const plain = (word: string): string => word.toLowerCase().replace(/[\s-]/g, '');

const BY_PLAIN_WORD: ReadonlyMap<string, TruthStatus> = new Map(
  Object.entries(STATUS).map(([word, status]) => [plain(word), status]),
);

export const statusOfWord = (word: string): TruthStatus => BY_PLAIN_WORD.get(plain(word)) ?? 'unknown';

const IDLE: ReadonlySet<string> = new Set(['idle', 'enabling', 'disabling', 'none', '']);

/** Whether the word is that of a job between its runs. */
export const isIdleWord = (word: string): boolean => IDLE.has(plain(word));

/** A value that the vendor does not document, as a new version may introduce. */
export const INVENTED_STATUS = 'Deferred';

/** The vendor's value for a normalized one; throws a RangeError where there is none. */
export const wordOfStatus = (status: TruthStatus): string => {
  if (status === 'unknown') return INVENTED_STATUS;
  const word = Object.entries(STATUS).find(([, ours]) => ours === status)?.[0];
  if (word === undefined) throw new RangeError(`Veeam Service Provider Console has no job status for ${status}`);
  return word;
};

/** How a job stands to a policy that was changed after it was applied. */
export const OUTDATED = 'Outdated';

/** 4.0 prints `success`, later consoles `Success`. */
export type Casing = 'pascal' | 'camel';

export const inCasing = (word: string, casing: Casing): string =>
  casing === 'camel' ? word.charAt(0).toLowerCase() + word.slice(1) : word;
