import { hash } from 'node:crypto';
import { hasEnded, type Job, type JobError, type JobStatus, toJobId } from '@crossvault/core';
import type { PutObservation } from '@crossvault/core/store';
import { makeObservation, nativeIdAt, newestMs, startOf } from '../store/make-jobs.ts';

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

interface Source {
  readonly connection: string;
  readonly vendor: string;
  /** Of a thousand jobs. */
  readonly share: number;
  /** The kind of nearly all of its jobs. */
  readonly kind: Job['kind'];
  readonly trigger: Job['trigger'];
  /** Of a thousand jobs. */
  readonly failed: number;
}

/** A fleet as they are: one large connection, a few of middle size, small ones, and one that never fails. */
const sources: readonly Source[] = [
  { connection: 'large', vendor: 'one', share: 450, kind: 'backup', trigger: 'scheduled', failed: 30 },
  { connection: 'snapshots', vendor: 'two', share: 250, kind: 'snapshot', trigger: 'unknown', failed: 10 },
  { connection: 'calm', vendor: 'three', share: 150, kind: 'backup', trigger: 'scheduled', failed: 0 },
  { connection: 'middle', vendor: 'one', share: 100, kind: 'backup', trigger: 'scheduled', failed: 60 },
  { connection: 'tenant', vendor: 'four', share: 40, kind: 'copy', trigger: 'unknown', failed: 100 },
  { connection: 'small', vendor: 'one', share: 9, kind: 'backup', trigger: 'scheduled', failed: 300 },
  { connection: 'tiny', vendor: 'two', share: 1, kind: 'snapshot', trigger: 'unknown', failed: 0 },
];

function sourceAt(index: number): Source {
  let left = chance(index, 'source') * 1000;
  for (const source of sources) {
    left -= source.share;
    if (left < 0) return source;
  }
  throw new RangeError('The shares of the sources are not a thousand.');
}

/** Few plans and targets have most of the jobs: the first one of a hundred has a fifth of them. */
const skewed = (count: number, at: number): number => Math.floor(count * at ** 3);

export const planOf = (connection: string, number: number): string => `Plan ${number} of ${connection}`;
export const targetOf = (number: number): string => `${number % 5 === 0 ? 'db' : 'srv'}-${number}`;

function errorOf(message: string): JobError {
  return { code: 'E1', message, recommendation: null, helpUrl: null, count: 1 };
}

/** Words of one job in two hundred, one in five thousand, and of all failed ones. */
function errorsOf(index: number, status: JobStatus): JobError[] {
  const errors =
    status === 'failed' || status === 'warning' ? [errorOf('The snapshot of the disk took too long.')] : [];
  const at = chance(index, 'words');
  if (at < 0.0002) return [...errors, errorOf('The quorum of the cluster is lost.')];
  return at < 0.0052 ? [...errors, errorOf('The writer of VSS reports a timeout.')] : errors;
}

/** The made job of that number: 0 is the newest. */
export function makeHistoryObservation(index: number): PutObservation {
  const made = makeObservation(index, new Date(newestMs).toISOString());
  const source = sourceAt(index);
  const { connection, vendor } = source;
  const nativeId = nativeIdAt(index);
  const at = chance(index, 'status');
  const usual: JobStatus = pick(
    'succeeded',
    [
      ['failed', source.failed],
      ['warning', source.failed],
      ['cancelled', 3],
      ['skipped', 1],
    ],
    at,
  );
  const isRunning = index < 300 ? chance(index, 'running') < 0.2 : chance(index, 'running') < 0.0001;
  const status = isRunning ? 'running' : usual;
  const hasStart = chance(index, 'start') >= 0.000_05;
  const endedAt = isRunning ? null : (made.record.job.endedAt ?? startOf(index));
  const target = skewed(5_000, chance(index, 'target'));
  const kind = pick<Job['kind']>(
    source.kind,
    [
      ['restore', 4],
      ['retention', 20],
    ],
    chance(index, 'kind'),
  );
  const job: Job = {
    ...made.record.job,
    id: toJobId(connection, [nativeId]),
    connection,
    vendor,
    kind,
    status,
    ended: hasEnded(status, endedAt),
    problem: status === 'failed' || status === 'warning' || chance(index, 'problem') < 0.002,
    trigger: chance(index, 'trigger') < 0.01 ? 'manual' : source.trigger,
    target: { type: 'vm', id: nativeIdAt(-1 - target), name: targetOf(target) },
    plan: {
      id: vendor === 'one' ? `${connection}/${skewed(100, chance(index, 'plan'))}` : null,
      name: planOf(connection, skewed(100, chance(index, 'plan'))),
      nextRunAt: null,
    },
    startedAt: hasStart ? startOf(index) : null,
    endedAt: hasStart ? endedAt : null,
    errors: errorsOf(index, status),
  };
  const context = { connection, list: 'jobs', observedAt: job.observedAt };
  return { ...made, record: { ...made.record, job, context } };
}
