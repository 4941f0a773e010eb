import { describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { UnknownJobError } from '../fleet/job-table.ts';
import { createRandom } from '../fleet/random.ts';
import { type AvepointJobs, createAvepointJobs } from './avepoint-jobs.ts';
import { DOCUMENTED_JOB } from './documented.ts';
import { parseJobListQuery } from './query.ts';

const HOUR_MS = 3_600_000;

const create = (options: { jobs?: number; seed?: number } = {}) => {
  const clock = createSimulatedClock({ start: '2026-03-10T08:00:00Z' });
  const random = createRandom(options.seed ?? 1);
  const core = { oddities: true, clock, random, days: 14, anchorMs: clock.now(), port: 0, pageSize: undefined };
  return { clock, jobs: createAvepointJobs({ ...core, jobs: options.jobs ?? 0 }, []) };
};

const list = (jobs: AvepointJobs, query: Record<string, string> = {}) =>
  jobs.list({ ...parseJobListQuery(new URLSearchParams(query), 10), pageSize: 10_000 }).rows;
const truthOf = (jobs: AvepointJobs, id: string) => jobs.truth().find(({ nativeId }) => nativeId === id);

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const readInstant = (value: unknown): string | null => {
  const text = String(value);
  const ms = Date.parse(text.endsWith('Z') ? text : `${text}Z`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

const hasFailures = ({ backupDetails }: Row): boolean =>
  isRow(backupDetails) && Number(backupDetails.failedNumber ?? backupDetails.failedCount) > 0;

const STATUS: Readonly<Record<string, string>> = {
  Waiting: 'queued',
  'In Progress': 'running',
  Finished: 'succeeded',
  'Finished with Exception': 'warning',
  'Finished with Exceptions': 'warning',
  'Partially Finished': 'warning',
  Failed: 'failed',
  Stopped: 'cancelled',
  Skipped: 'skipped',
};

const readStatus = (row: Row): string => {
  const status = STATUS[String(row.state)] ?? 'unknown';
  return status === 'succeeded' && hasFailures(row) ? 'warning' : status;
};

describe('the fleet', () => {
  test('what a reader makes of a row is what the truth says', () => {
    const { jobs } = create({ jobs: 300 });
    const rows = list(jobs).filter(isRow);
    expect(rows).toHaveLength(301);
    for (const row of rows) {
      expect(truthOf(jobs, String(row.id))).toMatchObject({
        nativeStatus: row.state,
        status: readStatus(row),
        fullStatus: readStatus(row),
        startedAt: readInstant(row.startTime),
        endedAt: readInstant(row.finishTime),
      });
    }
  });

  test('it has what the pages of the vendor warn of', () => {
    const { jobs } = create({ jobs: 60 });
    const rows = list(jobs).filter(isRow);
    const states = [...new Set(rows.map(({ state }) => state))];
    expect(states).toEqual(expect.arrayContaining([...Object.keys(STATUS), 'Quarantined']));
    const details = rows.map(({ backupDetails }) => backupDetails).filter(isRow);
    expect(details.some((counts) => 'totalNumber' in counts)).toBe(true);
    expect(details.some((counts) => 'totalCount' in counts)).toBe(true);
    expect(details.some((counts) => counts.totalNumber === 'many' || counts.totalCount === 'many')).toBe(true);
    expect(rows.some((row) => row.state === 'Finished' && hasFailures(row))).toBe(true);
    expect(rows.some(({ duration }) => duration === 'soon')).toBe(true);
    expect(rows.some(({ startTime }) => !String(startTime).endsWith('Z'))).toBe(true);
    const open = rows.filter(({ state }) => state === 'In Progress' || state === 'Waiting');
    expect(new Set(open.map(({ finishTime }) => finishTime))).toEqual(new Set([undefined, null, '']));
    expect(rows.every(({ startTime }) => readInstant(startTime) !== null)).toBe(true);
    expect(rows.every(({ id }) => /^(FB|IB|EFB|RS)\d{18,20}$/.test(String(id)))).toBe(true);
  });

  test('the same seed gives the same rows, another seed others', () => {
    expect(list(create({ jobs: 40 }).jobs)).toEqual(list(create({ jobs: 40 }).jobs));
    expect(list(create({ jobs: 40 }).jobs)).not.toEqual(list(create({ jobs: 40, seed: 2 }).jobs));
  });

  test('the clock finishes what is open, and new jobs come', () => {
    const { clock, jobs } = create({ jobs: 100 });
    const before = jobs.truth();
    const open = before.filter(({ status }) => status === 'running' || status === 'queued');
    expect(open.length).toBeGreaterThan(2);
    clock.move(24 * HOUR_MS);
    for (const { nativeId } of open) {
      const over = truthOf(jobs, nativeId);
      expect(over?.endedAt).not.toBeNull();
      expect(jobs.job(nativeId, null)).toMatchObject({ state: over?.nativeStatus, finishTime: expect.any(String) });
    }
    expect(jobs.truth().length).toBeGreaterThan(before.length);
    expect(list(jobs)).toHaveLength(jobs.truth().length);
  });
});

test('a waiting job starts to run, and then finishes', () => {
  const { clock, jobs } = create();
  const id = jobs.add({ status: 'queued', durationSeconds: 60 });
  expect(jobs.job(id, null)).toMatchObject({ state: 'Waiting' });
  jobs.change(id, { status: 'running', durationSeconds: 60 });
  expect(jobs.job(id, null)).toMatchObject({ state: 'In Progress' });
  clock.move(60_000);
  expect(jobs.job(id, null)).toMatchObject({ state: 'Finished', finishTime: '2026-03-10T08:01:00Z' });
});

test.each([
  ['succeeded', 'Finished'],
  ['warning', 'Finished with Exception'],
  ['failed', 'Failed'],
  ['cancelled', 'Stopped'],
  ['skipped', 'Skipped'],
  ['unknown', 'Quarantined'],
  ['running', 'In Progress'],
] as const)('a change to %s says %s', (status, state) => {
  const { jobs } = create();
  jobs.change(DOCUMENTED_JOB.id, { status });
  expect(jobs.job(DOCUMENTED_JOB.id, null)).toMatchObject({ state, startTime: DOCUMENTED_JOB.startTime });
  expect(truthOf(jobs, DOCUMENTED_JOB.id)).toMatchObject({ status, nativeStatus: state });
});

test('a changed kind moves the job to another typed list', () => {
  const { jobs } = create();
  jobs.change(DOCUMENTED_JOB.id, { kind: 'export' });
  expect(list(jobs, { jobType: '1' })).toEqual([]);
  expect(list(jobs, { jobType: '3' })).toHaveLength(1);
});

test('a raw payload is served as given; its type is the given kind, a backup where none is given', () => {
  const { jobs } = create();
  const nameless = jobs.add({ raw: { state: 'Failed', startTime: 'soon' }, kind: 'restore' });
  const named = jobs.add({ raw: { id: 'FB1', state: 'Finished' }, truth: { status: 'succeeded' } });
  expect(list(jobs, { jobType: '2' })).toEqual([{ state: 'Failed', startTime: 'soon' }]);
  expect(list(jobs, { jobType: '1', startTime: '2026-03-10' })).toEqual([{ id: 'FB1', state: 'Finished' }]);
  expect(jobs.job('FB1', null)).toEqual({ id: 'FB1', state: 'Finished' });
  expect(truthOf(jobs, nameless)).toBeUndefined();
  expect(truthOf(jobs, named)).toMatchObject({ kind: 'backup', status: 'succeeded', startedAt: null });
  jobs.change(named, { raw: 'no object', truth: null });
  expect(list(jobs)).toContain('no object');
  expect(truthOf(jobs, named)).toBeUndefined();
});

test('a merged field changes what is served, and the truth stays with the test', () => {
  const { jobs } = create();
  jobs.change(DOCUMENTED_JOB.id, { merge: { duration: 'soon' }, remove: ['backupDetails.skippedNumber'] });
  const { backupDetails, ...others } = DOCUMENTED_JOB;
  const { skippedNumber: _, ...counts } = backupDetails;
  expect(jobs.job(DOCUMENTED_JOB.id, null)).toEqual({ ...others, duration: 'soon', backupDetails: counts });
  expect(truthOf(jobs, DOCUMENTED_JOB.id)).toMatchObject({ status: 'succeeded' });
});

test.each([
  { kind: 'snapshot' },
  { status: 'cancelling' },
  { nativeKind: 'Backup' },
  { target: 'x' },
  { list: 'NAM' },
] as const)('%o is refused as fields of a job', (input) => {
  const { jobs } = create();
  expect(() => jobs.add(input)).toThrow(RangeError);
});

test('an unknown id is reported', () => {
  const { jobs } = create();
  expect(() => jobs.change('nothing', { status: 'failed' })).toThrow(UnknownJobError);
});
