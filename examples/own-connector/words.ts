import {
  defineWords,
  type JobError,
  type JobKind,
  type JobStatus,
  type Reading,
  readText,
  type WireValue,
} from '@crossvault/core';

/** Ours, and Coldstore's words for it. */
export const statusWords = defineWords<JobStatus>({
  succeeded: ['ok'],
  warning: ['partial'],
  failed: ['error'],
  running: ['active'],
  cancelled: ['stopped'],
});

export const kindWords = defineWords<JobKind>({ backup: ['save'], restore: ['load'], delete: ['expire'] });

/** A note is the one error of its run. */
export function readErrors(note: WireValue<string>): Reading<JobError[]> {
  const { value: message, ...reading } = readText(note);
  if (message === null) return { ...reading, value: [] };
  return { ...reading, value: [{ code: null, message, recommendation: null, helpUrl: null, count: 1 }] };
}
