import type { JobContext, JobMapper, JobRecord, Rejection } from '@crossvault/contract';

/** The rows of a list, mapped in the vendor's order: jobs, and what is set aside. */
export function mapRows(
  mapper: JobMapper,
  rows: readonly unknown[],
  context: JobContext,
): { readonly records: readonly JobRecord[]; readonly rejected: readonly Rejection[] } {
  const results = rows.map((row) => mapper.map({ list: row }, context));
  return {
    records: results.flatMap((result) => (result.kind === 'job' ? [result.record] : [])),
    rejected: results.flatMap((result) => (result.kind === 'rejected' ? [result.rejection] : [])),
  };
}
