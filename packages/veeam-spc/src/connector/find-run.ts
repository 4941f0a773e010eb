import { jobNotFound } from '@crossvault/client-kit';
import type { JobKey, JobRecord } from '@crossvault/core';
import { isSameJob, isSameKey, type JobAddress } from '../mapping/key.ts';

/** The record of this key among the jobs that were read. The console keeps only the latest run of each. */
export function findRun(
  records: readonly JobRecord[],
  key: JobKey,
  { family, ownerId, jobId }: JobAddress,
  connection: string,
): JobRecord {
  const found = records.find((record) => isSameKey(record.key, key)) ?? records.find(completes(key));
  if (found !== undefined) return found;
  if (!records.some((record) => isSameJob(record.key, key))) {
    const owner = family === 'server' ? `backup server ${ownerId}` : `agent ${ownerId}`;
    throw jobNotFound(connection, `run of a job ${jobId} at ${owner}`);
  }
  throw jobNotFound(
    connection,
    `such run of job ${jobId}`,
    'It was replaced by a newer one: the console keeps only the latest run of each job.',
  );
}

/** A run that was read as open after another one gets its own start as soon as `lastRun` has changed. */
function completes(key: JobKey): (record: JobRecord) => boolean {
  const [, , , run, endedRun = ''] = key;
  return (record) => run === 'after' && isSameJob(record.key, key) && (record.job.startedAt ?? '') > endedRun;
}
