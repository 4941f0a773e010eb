import {
  combine,
  type JobCounts,
  missing,
  type Readable,
  type Reading,
  readCount,
  readWire,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import type { JobAnswer } from './job-answer.ts';

type CountValue = WireValue<number | string>;

/** The vendor spells every count in two ways; `…Number` is that of its tables. */
export function readCounts({ job }: JobAnswer): Reading<JobCounts | null> {
  return readWire(job.backupDetails, readDetails);
}

function readDetails(details: Readable<JobAnswer['job']['backupDetails']>): Reading<JobCounts | null> {
  const total = readEither(details.totalNumber, details.totalCount);
  const succeeded = readEither(details.successfulNumber, details.successfulCount);
  const failed = readEither(details.failedNumber, details.failedCount);
  const skipped = readEither(details.skippedNumber, details.skippedCount);
  const parts = [total, succeeded, failed, skipped];
  if (parts.some((part) => part.value !== null)) {
    return combine<JobCounts | null>(
      { total: total.value, succeeded: succeeded.value, failed: failed.value, skipped: skipped.value },
      parts,
    );
  }
  return parts.some((part) => part.provenance === 'unreadable') ? unreadable(null) : missing(null);
}

const isAbsent = (value: CountValue): boolean => value === null || value === undefined;

/** The first spelling that is there; two that differ are shown as a contradiction. */
function readEither(first: CountValue, second: CountValue): Reading<number | null> {
  const one = readCount(first);
  if (isAbsent(second)) return one;
  const other = readCount(second);
  if (isAbsent(first) && other.anomalies === undefined) return other;
  const chosen = one.value === null && other.value !== null ? other : one;
  const differ = one.value !== null && other.value !== null && one.value !== other.value;
  const anomalies = [
    ...(one.anomalies ?? []),
    ...(other.anomalies ?? []),
    ...(differ ? ['counts-disagree' as const] : []),
  ];
  return anomalies.length === 0 ? chosen : { ...chosen, anomalies };
}
