import { inferred, type JobKind, type Reading } from '@crossvault/core';

/** One value of the list's filter `jobType`. The vendor reports a job's type nowhere else. */
export interface JobType {
  readonly filter: 1 | 2 | 3 | 4 | 5;
  /** The filter's value as a record's context carries it. */
  readonly stamp: string;
  readonly kind: JobKind;
}

/** Backup, Restore, Export, Deletion, Retention, as the filter's page calls them. */
export const jobTypes: readonly JobType[] = [
  { filter: 1, stamp: '1', kind: 'backup' },
  { filter: 2, stamp: '2', kind: 'restore' },
  { filter: 3, stamp: '3', kind: 'export' },
  { filter: 4, stamp: '4', kind: 'delete' },
  { filter: 5, stamp: '5', kind: 'retention' },
];

/** The stamp of a backup: only backups have a service that is looked up. */
export const backupStamp = '1';

/** The stamp of a job that is in none of the typed lists. */
export const untyped = '0';

const kindsByStamp: ReadonlyMap<string, JobKind> = new Map(jobTypes.map(({ stamp, kind }) => [stamp, kind]));

/** The row has no type: the kind is that of the typed list that contains the job. */
export function readKind(stamp: string | null): Reading<JobKind> {
  return inferred((stamp === null ? undefined : kindsByStamp.get(stamp)) ?? 'other');
}
