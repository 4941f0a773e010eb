import type { JobRecord } from '@crossvault/core';

/** A job as it was read, and the number that was taken before it was asked for. */
export interface ReadRow {
  readonly record: JobRecord;
  readonly number: number;
}
