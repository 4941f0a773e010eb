import { defineWords, foldWord, type JobStatus, type Reading, readWord, type WireValue } from '@crossvault/core';

/**
 * The words of v2 and v3, in one table: v2 documents Unknown, None, Success, Warning, Failed and Running; its clients saw
 * `-`; the others are v3's, Pending among them, which only an object of a session has. The words in `unknown` speak of the
 * definition and not of a run.
 */
export const statusWords = defineWords<JobStatus>({
  queued: ['Starting', 'WaitingTape', 'WaitingRepository', 'Pending'],
  running: ['Running'],
  cancelling: ['Stopping'],
  succeeded: ['Success'],
  warning: ['Warning'],
  failed: ['Failed'],
  cancelled: ['Stopped'],
  unknown: ['Unknown', 'None', 'Idle', 'Enabling', 'Disabling', '-'],
});

/** Words of a definition between its runs; `None` beside a last run is one of them. They do not contain the result of the last run. */
export const idleWords = ['Idle', 'Enabling', 'Disabling', 'None', '-'] as const;
const idle: ReadonlySet<string> = new Set(idleWords.map(foldWord));

/** Whether the job is idle, so that its last run is over. */
export const isIdle = (word: WireValue<string>): boolean => typeof word === 'string' && idle.has(foldWord(word));

const openStatuses: ReadonlySet<JobStatus> = new Set(['queued', 'running', 'cancelling']);

export function readStatus(word: WireValue<string>): Reading<JobStatus> {
  return readWord(word, statusWords.lookup, 'unknown');
}

/** Whether the run is known to be in progress. `unknown` is neither open nor over. */
export const isOpen = (status: JobStatus): boolean => openStatuses.has(status);
