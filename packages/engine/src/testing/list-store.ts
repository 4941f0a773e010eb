import type { Clock } from '@crossvault/core';
import {
  comparePositions,
  type JobCriteria,
  type JobStore,
  jobTextVersion,
  type ListedRow,
  matchesCriteria,
  positionOf,
  type RowsRequest,
  type StoredJob,
  writeJobText,
} from '@crossvault/core/store';
import type { MemoryStore } from '@crossvault/testkit';
import { createMemoryLedger } from '../actions/memory-ledger.ts';
import { createMemoryKeys } from './memory-keys.ts';

const unused = (): never => {
  throw new Error('No answer of the engine needs this.');
};

/** A store without a disk that answers lists too: by the contract's own words for what a list is. */
export function createListStore(memory: MemoryStore, clock: Clock): JobStore {
  const store: JobStore = {
    ...memory,
    ...createMemoryLedger(clock),
    ...createMemoryKeys(),
    listJobs: async (criteria, request) => listRows(memory.jobs(), criteria, request),
    exportJobs: unused,
    changes: unused,
    lastChange: unused,
    getJobText: unused,
    countJobs: async () => new Map(),
    summary: unused,
    unmarkGone: unused,
    info: unused,
    vacuum: unused,
    deleteAged: unused,
    check: unused,
    repair: unused,
    close: unused,
    during: () => store,
  };
  return store;
}

function listRows(jobs: readonly StoredJob[], criteria: JobCriteria, request: RowsRequest): readonly ListedRow[] {
  const { connection, vendor } = criteria.query;
  const { sort, after, limit } = request;
  return jobs
    .filter(({ record: { job } }) => matchesCriteria(job, criteria))
    .filter(({ record: { job } }) => connection?.includes(job.connection) ?? true)
    .filter(({ record: { job } }) => vendor?.includes(job.vendor) ?? true)
    .filter(({ record: { job } }) => after === null || comparePositions(sort, positionOf(job), after) > 0)
    .toSorted((a, b) => comparePositions(sort, positionOf(a.record.job), positionOf(b.record.job)))
    .slice(0, limit)
    .map((stored) => toRow(stored, request));
}

function toRow({ record }: StoredJob, { include }: RowsRequest): ListedRow {
  const { document, tasks } = writeJobText(record.job);
  const { ended, startedAt, endedAt } = record.job;
  return {
    position: positionOf(record.job),
    connection: record.job.connection,
    vendor: record.job.vendor,
    document,
    tasks: include.tasks ? tasks : null,
    textVersion: jobTextVersion,
    sinceUntil: ended ? [startedAt ?? '', endedAt ?? ''].toSorted().at(-1) || null : null,
    raw: include.raw ? record.raw : null,
  };
}
