import { hash } from 'node:crypto';
import { hasEnded, type Job, type JobStatus, toJobId } from '@crossvault/core';
import type { PutObservation } from '@crossvault/core/store';

/** The instant that the newest made job starts at. */
export const newestMs = Date.parse('2026-03-02T12:00:00Z');

/** Between two starts, so that a job's number says where it stands in the list: a million jobs are some ninety days. */
const stepMs = 7_777;

const connections = 50;
const vendors = 4;
const targets = 5_000;
const plans = 200;

/** The same number for the same job and question, evenly spread from 0 up to 1. */
const chance = (index: number, salt: string): number =>
  Number.parseInt(hash('sha1', `${salt}${index}`).slice(0, 8), 16) / 2 ** 32;

/** Picks by shares of a thousand; the first value gets the rest. */
function pick<Value>(rest: Value, shares: readonly (readonly [Value, number])[], at: number): Value {
  let left = at * 1000;
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  return rest;
}

export const connectionAt = (number: number): string => `connection-${String(number).padStart(2, '0')}`;
export const allConnections = (count = connections): readonly string[] =>
  Array.from({ length: count }, (_, number) => connectionAt(number));
export const vendorAt = (number: number): string => `vendor-${number}`;
export const targetAt = (number: number): string => `srv-${String(number).padStart(4, '0')}.example.net`;
export const planAt = (number: number): string => `Plan ${String(number).padStart(3, '0')}`;
export const nativeIdAt = (index: number): string => {
  const text = hash('sha1', `id${index}`);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20, 32)].join('-');
};
export const startOf = (index: number): string => new Date(newestMs - index * stepMs).toISOString();

const message = 'The recovery point could not be created because the snapshot of the disk took too long.';

/** Newer than every table of rules: nothing is mapped again while something else is measured. */
const newest = 1_000_000;

/** Where made jobs come from. */
export interface Fleet {
  readonly connections: number;
  /** The vendor of all connections; null: four of them in turn. */
  readonly vendor: string | null;
}

const wholeFleet: Fleet = { connections, vendor: null };

/** The made job of that number: 0 is the newest, and negative ones are newer still. It looks like a list row of a backup vendor, 40 fields and all. */
export function makeObservation(index: number, observedAt: string, fleet = wholeFleet): PutObservation {
  const connectionNumber = Math.floor(chance(index, 'c') * fleet.connections);
  const connection = connectionAt(connectionNumber);
  const nativeId = nativeIdAt(index);
  const status: JobStatus = pick(
    'succeeded',
    [
      ['warning', 60],
      ['failed', 40],
      ['cancelled', 10],
      ['skipped', 5],
      ['running', index < 500 ? 300 : 0],
    ],
    chance(index, 's'),
  );
  const startedAt = startOf(index);
  const durationMs = 60_000 + Math.floor(chance(index, 'd') * 3_600_000);
  const endedAt = status === 'running' ? null : new Date(Date.parse(startedAt) + durationMs).toISOString();
  const target = targetAt(Math.floor(chance(index, 't') * targets));
  const plan = planAt(Math.floor(chance(index, 'p') * plans));
  const kind = pick<Job['kind']>(
    'backup',
    [
      ['snapshot', 80],
      ['restore', 10],
      ['retention', 40],
    ],
    chance(index, 'k'),
  );
  const sizeBytes = Math.floor(chance(index, 'b') * 2 ** 38);
  const code = `Error${400_000 + Math.floor(chance(index, 'e') * 200)}`;
  const errors =
    status === 'failed' ? [{ code, message, recommendation: 'Try again later.', helpUrl: null, count: 1 }] : [];
  const job: Job = {
    id: toJobId(connection, [nativeId]),
    connection,
    vendor: fleet.vendor ?? vendorAt(connectionNumber % vendors),
    nativeId,
    kind,
    nativeKind: kind === 'backup' ? 'Backup' : `Do${kind}`,
    status,
    nativeStatus: status,
    ended: hasEnded(status, endedAt),
    problem: status === 'failed' || status === 'warning',
    trigger: pick<Job['trigger']>(
      'scheduled',
      [
        ['manual', 20],
        ['unknown', 80],
      ],
      chance(index, 'r'),
    ),
    target: { type: 'vm', id: nativeIdAt(-1 - Math.floor(chance(index, 't') * targets)), name: target },
    plan: { id: null, name: plan, nextRunAt: null },
    startedAt,
    endedAt,
    durationSeconds: endedAt === null ? null : durationMs / 1000,
    progressPercent: null,
    sizeBytes,
    transferredBytes: Math.floor(sizeBytes / 20),
    counts: null,
    tasks: [],
    errors,
    actions: [],
    details: { 'Recovery point type': 'Incremental', Repository: `repository-${index % 30}` },
    links: {},
    depth: 'list',
    observedAt,
    goneAt: null,
    provenance: { progressPercent: 'unsupported', counts: 'missing', durationSeconds: 'computed' },
    anomalies: [],
    tenant: null,
  };
  const list = {
    id: `/tenants/5b1d3c58/vaults/${connection}/jobs/${nativeId}`,
    name: nativeId,
    type: 'JobResource',
    properties: {
      operation: job.nativeKind,
      status,
      startTime: startedAt,
      endTime: endedAt,
      entityFriendlyName: target,
      containerName: `container;${target}`,
      policyName: plan,
      isUserTriggered: job.trigger === 'manual',
      backupSizeInBytes: String(sizeBytes),
      activityId: nativeIdAt(index + 1e9),
      errorDetails: errors,
      propertyBag: job.details,
    },
  };
  const context = { connection, list: 'jobs', observedAt };
  return { record: { key: [nativeId], job, raw: { list }, context }, mapperVersion: newest, number: 1 };
}

/** Observations from one number up to another. */
export const makeBatch = (from: number, to: number, observedAt: string, fleet?: Fleet): readonly PutObservation[] =>
  Array.from({ length: to - from }, (_, offset) => makeObservation(from + offset, observedAt, fleet));

/** The same, in the batches that a sync would bring. */
export const makeBatches = (
  from: number,
  to: number,
  observedAt: string,
  size = 500,
): readonly (readonly PutObservation[])[] =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, index) =>
    makeBatch(from + index * size, Math.min(to, from + (index + 1) * size), observedAt),
  );
