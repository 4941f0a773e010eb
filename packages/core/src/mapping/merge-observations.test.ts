import { describe, expect, test } from 'vitest';
import type { Job } from '../model/job.ts';
import { makeJob } from '../testing/make-job.ts';
import { isListRowNewer, recordOfKnown } from './merge-observations.ts';
import { type JobObservation, type KnownJob, mergeObservation } from './observation.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 12, minute)).toISOString();

/** A reading of a job; its number is the minute in which it was requested. */
function observe(minute: number, fields: Partial<Job>): JobObservation {
  const job = makeJob({ depth: 'list', observedAt: at(minute), ...fields });
  const raw = job.depth === 'list' ? { list: minute } : { get: minute };
  const context = { connection: 'here', list: job.depth, observedAt: at(minute) };
  return { record: { key: [job.depth], job, raw, context }, mapperVersion: 1, number: minute, settled: minute };
}
const open = { status: 'running', ended: false, endedAt: null, durationSeconds: null } as const;
const know = (...readings: readonly JobObservation[]): KnownJob | null =>
  readings.reduce<KnownJob | null>(mergeObservation, null);
const nothing: KnownJob = { list: null, full: null, result: null, open: null };

function merged(...readings: readonly JobObservation[]) {
  const record = recordOfKnown(know(...readings) ?? nothing);
  if (record === null) throw new Error('Nothing was read.');
  return record;
}

test('a job of which nothing was read is none', () => {
  expect(recordOfKnown(nothing)).toBeNull();
  expect(isListRowNewer(nothing)).toBe(true);
});

describe('of a list row and a single get', () => {
  const full = { depth: 'full', details: { Disk: 'C:' } } as const;
  const missing = { details: {}, provenance: { details: 'missing' } } as const;

  test('the newer one decides, and keeps both answers', () => {
    const known = [observe(1, { ...full, nativeStatus: 'Old' }), observe(2, { ...missing, nativeStatus: 'New' })];
    expect(merged(...known)).toMatchObject({ job: { nativeStatus: 'New', depth: 'full' }, raw: { list: 2, get: 1 } });
    expect(merged(observe(3, { ...full, nativeStatus: 'Get' }), observe(2, missing)).job.nativeStatus).toBe('Get');
  });

  test('a row erases no value that only the get has', () => {
    expect(merged(observe(1, full), observe(2, missing)).job).toMatchObject({ details: { Disk: 'C:' } });
    expect(merged(observe(1, full), observe(2, missing)).job.provenance).not.toHaveProperty('details');
  });

  test('a row that has the field itself has the last word', () => {
    expect(merged(observe(1, full), observe(2, { details: { Disk: 'D:' } })).job.details).toEqual({ Disk: 'D:' });
  });

  test('a row that has some of the details keeps the others that the get has', () => {
    const known = [
      observe(1, { ...full, details: { Disk: 'C:', Label: 'old' } }),
      observe(2, { details: { Label: 'new' } }),
    ];
    expect(merged(...known).job).toMatchObject({ details: { Disk: 'C:', Label: 'new' }, provenance: {} });
  });

  test('what a get said of an open job is gone with it', () => {
    const before = observe(1, { ...full, ...open, progressPercent: 40, actions: ['cancel'] });
    const after = observe(2, {
      progressPercent: null,
      actions: [],
      provenance: { progressPercent: 'missing', actions: 'missing' },
    });
    expect(merged(before, after).job).toMatchObject({ status: 'succeeded', progressPercent: null, actions: [] });
  });

  test('the get decides where both were read at once', () => {
    expect(isListRowNewer(know(observe(1, full), observe(1, {})) ?? nothing)).toBe(false);
  });
});

describe('a result', () => {
  test('stays when the vendor says an unknown word after it', () => {
    const unknown = observe(2, { status: 'unknown', nativeStatus: 'Odd', ended: false, endedAt: null });
    expect(merged(observe(1, {}), unknown).job).toMatchObject({
      status: 'succeeded',
      nativeStatus: 'Done',
      ended: true,
    });
  });

  test('is over when the job is seen open later, which is odd', () => {
    expect(merged(observe(1, {}), observe(2, open)).job).toMatchObject({ status: 'running', anomalies: ['reopened'] });
  });

  test('stays when the answer that shows the job open was requested before it', () => {
    const end = { ...observe(5, { depth: 'full' }), settled: 9 };
    const late = observe(7, { ...open, actions: ['cancel'] });
    expect(merged(end, late).job).toMatchObject({ status: 'succeeded', ended: true, actions: [], anomalies: [] });
  });
});

test('what was odd about a row alone is odd no more once the get completes it; what could not be read stays so', () => {
  const provenance = { endedAt: 'missing', durationSeconds: 'missing', details: 'unreadable' } as const;
  const anomalies: Job['anomalies'] = ['unreadable-value', 'ended-without-end-time'];
  const row = observe(2, { endedAt: null, durationSeconds: null, provenance, anomalies });
  const { job } = merged(observe(1, { depth: 'full' }), row);
  expect(job).toMatchObject({ endedAt: makeJob().endedAt, durationSeconds: 1800, anomalies: ['unreadable-value'] });
  expect(job.provenance).toEqual({ details: 'unreadable', durationSeconds: 'computed' });
});

test('trouble of a job that runs is trouble still when a get completes its row', () => {
  const row = observe(2, { ...open, problem: true, provenance: { details: 'missing' } });
  expect(merged(observe(1, { ...open, depth: 'full' }), row).job.problem).toBe(true);
  const calm = observe(2, { ...open, provenance: { details: 'missing' } });
  expect(merged(observe(1, { ...open, depth: 'full' }), calm).job.problem).toBe(false);
});

test('the fields that follow are those of the merged job', () => {
  const errors = [{ code: null, message: 'Locked', recommendation: null, helpUrl: null, count: 1 }];
  const get = observe(1, { depth: 'full', status: 'warning', problem: true, errors });
  const row = observe(2, { status: 'succeeded', problem: false, errors: [], provenance: { errors: 'missing' } });
  expect(merged(get, row).job).toMatchObject({
    status: 'warning',
    problem: true,
    errors,
    provenance: { status: 'computed' },
  });
});
