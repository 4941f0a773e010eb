import type { JobContext, JobMapper, JobRecord, Rejection } from '@crossvault/core';

/** The rows of a list, mapped in the vendor's order: jobs, and what is set aside. */
export function mapRows(
  mapper: JobMapper,
  rows: readonly unknown[],
  context: JobContext,
): { readonly records: readonly JobRecord[]; readonly rejected: readonly Rejection[] } {
  const records: JobRecord[] = [];
  const rejected: Rejection[] = [];
  for (const row of rows) {
    const result = mapper.map({ list: row }, context);
    if (result.kind === 'job') records.push(result.record);
    else rejected.push(result.rejection);
  }
  return { records, rejected };
}
