import { defineWords, type JobStatus, type Reading, readWord, type WireValue } from '@crossvault/core';

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

/** Words of a Backup vault's job: the prose and the samples have different ones, and a query over all vaults others again. */
const vaultJobWords = {
  running: ['Started', 'InProgress'],
  cancelling: ['Cancelling', 'Canceling'],
  succeeded: ['Success', 'Succeeded', 'Completed'],
  warning: ['SuccessWithWarning', 'CompletedWithWarnings'],
  failed: ['Failed'],
  cancelled: ['Cancelled', 'Canceled'],
} as const;

export const vaultStatusWords = defineWords<JobStatus>(vaultJobWords);

/** Words of a step of such a job. They are documented nowhere: those of the job, and one for a step that has not begun. */
export const subTaskWords = defineWords<JobStatus>({ ...vaultJobWords, queued: ['NotStarted'] });

export function readStatus(word: WireValue<string>, words = statusWords): Reading<JobStatus> {
  return readWord(word, words.lookup, 'unknown');
}
