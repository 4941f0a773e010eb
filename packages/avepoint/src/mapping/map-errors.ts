import {
  asRead,
  combine,
  isJsonObject,
  type JobError,
  parseWire,
  type Reading,
  readCount,
  readText,
  readWire,
  unreadable,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { jobErrorWire } from './wire.ts';

/** The vendor sends a job's most frequent errors, with how often each occurred. It names no code: `value` is the message. */
export function readErrors({ job }: JobAnswer): Reading<JobError[]> {
  const entries = readWire(job.jobErrors, (present) => asRead(present.map(readError)));
  if (entries.value === null) return { ...entries, value: [] };
  const errors = entries.value.map((entry) => entry.value).filter((error) => error !== null);
  return combine(errors, entries.value);
}

function readError(entry: unknown): Reading<JobError | null> {
  if (!isJsonObject(entry)) return unreadable(null);
  const wire = parseWire(jobErrorWire, entry);
  const text = readText(wire.value);
  const helpUrl = readText(wire.url);
  const count = readCount(wire.number);
  const error: JobError = {
    // `isErrorCode` says that there is a help page; where a code would stand is not documented, and the text is none.
    code: null,
    message: text.value ?? '',
    recommendation: null,
    helpUrl: helpUrl.value,
    count: Math.max(1, count.value ?? 1),
  };
  return combine(error, [text, helpUrl, count]);
}
