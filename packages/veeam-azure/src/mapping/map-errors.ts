import { combine, type JobError, missing, type Reading, unreadable } from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';
import { readEntries, readEntry } from './map-log.ts';

/** A session has no error text; only the log's entries with Warning and Error contain it. */
export function readErrors({ log, isLogDenied }: JobAnswer): Reading<JobError[]> {
  const entries = readEntries(log);
  if (entries === 'absent') return isLogDenied ? { value: [], provenance: 'denied' } : missing([]);
  if (entries === 'unreadable') return unreadable([]);
  const readings = entries.map(readEntry);
  const bad = readings.filter(({ status }) => status.value === 'failed' || status.value === 'warning');
  const parts = [...readings.map(({ status }) => status), ...bad.map(({ message }) => message)];
  return combine(
    bad.map(({ message, word }) => ({
      code: null,
      message: message.value ?? word.value ?? '',
      recommendation: null,
      helpUrl: null,
      count: 1,
    })),
    parts,
  );
}
