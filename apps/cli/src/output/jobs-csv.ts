import type { ListedJob } from '@crossvault/core';
import { stringify } from 'csv-stringify/sync';
import { toPlainLine } from './plain-text.ts';

const cells = {
  id: (job) => job.id,
  connection: (job) => job.connection,
  vendor: (job) => job.vendor,
  nativeId: (job) => job.nativeId,
  kind: (job) => job.kind,
  nativeKind: (job) => job.nativeKind,
  status: (job) => job.status,
  nativeStatus: (job) => job.nativeStatus,
  ended: (job) => String(job.ended),
  problem: (job) => String(job.problem),
  trigger: (job) => job.trigger,
  targetType: (job) => job.target?.type,
  targetId: (job) => job.target?.id,
  targetName: (job) => job.target?.name,
  planId: (job) => job.plan?.id,
  planName: (job) => job.plan?.name,
  startedAt: (job) => job.startedAt,
  endedAt: (job) => job.endedAt,
  durationSeconds: (job) => job.durationSeconds,
  progressPercent: (job) => job.progressPercent,
  sizeBytes: (job) => job.sizeBytes,
  transferredBytes: (job) => job.transferredBytes,
  countTotal: (job) => job.counts?.total,
  countSucceeded: (job) => job.counts?.succeeded,
  countFailed: (job) => job.counts?.failed,
  countSkipped: (job) => job.counts?.skipped,
  errors: (job) =>
    job.errors.map(({ code, message }) => [code, message].filter((part) => part !== null).join(': ')).join('; '),
  anomalies: (job) => job.anomalies.join(' '),
  depth: (job) => job.depth,
  observedAt: (job) => job.observedAt,
  goneAt: (job) => job.goneAt,
  tenant: (job) => job.tenant,
} as const satisfies Readonly<Record<string, (job: ListedJob) => string | number | null | undefined>>;

/** The names of the columns. One cell for each field that is one value; what a vendor knows beyond that is in NDJSON. */
export const csvHead: string = stringify([Object.keys(cells)]);

const toCell = (value: string | number | null | undefined): string | number | null | undefined =>
  typeof value === 'string' ? toPlainLine(value) : value;

/**
 * Jobs as lines of CSV (RFC 4180). CSV knows no escapes, so what would steer a terminal is a space in it. A vendor's text that a
 * spreadsheet would take for a formula, also behind spaces, is quoted as text.
 */
export const toCsv = (jobs: readonly ListedJob[]): string =>
  stringify(
    jobs.map((job) => Object.values(cells).map((read) => toCell(read(job)))),
    { escape_formulas: true },
  );
