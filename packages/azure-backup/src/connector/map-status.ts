import {
  asRead,
  defineWords,
  type JobStatus,
  missing,
  type Reading,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/contract';

/** Words of a job (JobStatus). Operations spell theirs otherwise: `Succeeded`, and `Canceled` with one l. */
export const statusWords = defineWords<JobStatus>({
  running: ['InProgress'],
  cancelling: ['Cancelling'],
  succeeded: ['Completed'],
  warning: ['CompletedWithWarnings'],
  failed: ['Failed'],
  cancelled: ['Cancelled'],
  unknown: ['Invalid'],
});

/** Words of a task: those of a job, and one for a step that has not begun. The list is not documented as closed. */
export const taskWords = defineWords<JobStatus>({
  queued: ['NotStarted'],
  running: ['InProgress'],
  cancelling: ['Cancelling'],
  succeeded: ['Completed'],
  warning: ['CompletedWithWarnings'],
  failed: ['Failed'],
  cancelled: ['Cancelled'],
  unknown: ['Invalid'],
});

export function readStatus(word: WireValue<string>, words = statusWords): Reading<JobStatus> {
  if (word instanceof Unreadable) return unreadable('unknown');
  if (word === null || word === undefined || word === '') return missing('unknown');
  return asRead(words.lookup(word) ?? 'unknown');
}
