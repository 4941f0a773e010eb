import { defineWords, type JobStatus, type Reading, readWord, type WireValue } from '@crossvault/contract';

/** Words of a job (JobStatus). Operations spell theirs otherwise: `Succeeded`, and `Canceled` with one l. */
const jobWords = {
  running: ['InProgress'],
  cancelling: ['Cancelling'],
  succeeded: ['Completed'],
  warning: ['CompletedWithWarnings'],
  failed: ['Failed'],
  cancelled: ['Cancelled'],
  unknown: ['Invalid'],
} as const;

export const statusWords = defineWords<JobStatus>(jobWords);

/** Words of a task: those of a job, and one for a step that has not begun. The list is not documented as closed. */
export const taskWords = defineWords<JobStatus>({ ...jobWords, queued: ['NotStarted'] });

export function readStatus(word: WireValue<string>, words = statusWords): Reading<JobStatus> {
  return readWord(word, words.lookup, 'unknown');
}
