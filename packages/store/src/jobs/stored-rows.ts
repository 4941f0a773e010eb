import type { Job } from '@crossvault/core';
import type { KnownJob, StoredJob } from '@crossvault/core/store';
import { parseJobText, recordOfKnown } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import type { JobRow } from '../schema/schema.ts';
import { type Presence, toInstant } from './job-row.ts';
import { unpack } from './packed-observation.ts';

/** A job as its rows hold it. */
export interface LoadedJob {
  readonly seq: number;
  readonly job: Job;
  readonly known: KnownJob;
  readonly presence: Presence;
  /** Its narrow row. */
  readonly row: JobRow;
}

/** The jobs with these seqs, in no order. */
export async function loadJobs(db: Database, engine: Engine, seqs: readonly number[]): Promise<readonly LoadedJob[]> {
  if (seqs.length === 0) return [];
  const rows = await db
    .selectFrom('jobs')
    .innerJoin('documents', 'documents.seq', 'jobs.seq')
    .selectAll('jobs')
    .select(['document', 'tasks', 'packed'])
    .where(engine.among(sql.ref('jobs.seq'), seqs, 'number'))
    .execute();
  return rows.map(({ seq, document, tasks, packed, ...row }) => {
    const job = parseJobText({ document, tasks });
    return { seq, job, known: unpack(packed, job), presence: toPresence(row), row };
  });
}

const toPresence = ({ gone_ms: goneMs, gone_no: goneNumber, missed_no: missedNumber }: JobRow): Presence => ({
  goneAt: goneMs === null ? null : toInstant(goneMs),
  goneNumber,
  missedNumber,
});

/** The same jobs as callers of the store see them, in the order of the seqs. */
export async function loadStoredJobs(
  db: Database,
  engine: Engine,
  seqs: readonly number[],
): Promise<readonly StoredJob[]> {
  const loaded = await loadJobs(db, engine, seqs);
  const bySeq = new Map(loaded.map((each) => [each.seq, each]));
  return seqs.flatMap((seq) => {
    const found = bySeq.get(seq);
    return found === undefined ? [] : toStoredJob(found);
  });
}

function toStoredJob({ job, known, row }: LoadedJob): StoredJob[] {
  const record = recordOfKnown(known);
  return record === null ? [] : [{ id: job.id, record: { ...record, job }, known, mapperVersion: row.mapper_version }];
}
