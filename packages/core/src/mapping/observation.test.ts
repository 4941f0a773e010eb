import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { hasEnded, type Job, jobStatuses } from '../index.ts';
import { recordOfKnown } from './merge-observations.ts';
import { type JobObservation, type KnownJob, mergeObservation, remapObservation } from './observation.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** What a list tells of a job; a single get tells its plan, its tasks and its counts, too. */
function reading(
  minute: number,
  depth: Job['depth'],
  fields: Partial<Job> = {},
  more: Partial<JobObservation> = {},
): JobObservation {
  const status = fields.status ?? 'succeeded';
  const endedAt = hasEnded(status, null) ? at(-10) : null;
  const onlyGet = ['plan', 'tasks', 'counts', 'sizeBytes', 'progressPercent'];
  const job: Job = {
    id: 'id',
    connection: 'c',
    vendor: 'made-up',
    nativeId: 'n',
    kind: 'backup',
    nativeKind: 'Backup',
    status,
    nativeStatus: status,
    ended: hasEnded(status, endedAt),
    problem: status === 'warning' || status === 'failed' || status === 'unknown',
    trigger: 'unknown',
    target: { type: 'vm', id: null, name: 'vm' },
    plan: null,
    startedAt: at(-20),
    endedAt,
    durationSeconds: endedAt === null ? null : 600,
    progressPercent: null,
    sizeBytes: null,
    transferredBytes: null,
    counts: null,
    tasks: [],
    errors: [],
    actions: [],
    details: {},
    links: {},
    depth,
    observedAt: at(minute),
    goneAt: null,
    provenance: depth === 'list' ? Object.fromEntries(onlyGet.map((field) => [field, 'missing' as const])) : {},
    anomalies: [],
    tenant: null,
    ...fields,
  };
  const raw = depth === 'list' ? { list: { status } } : { get: { status } };
  const context = { connection: 'c', list: 'l', observedAt: at(minute) };
  return { record: { key: ['n'], job, raw, context }, mapperVersion: 1, number: minute, settled: minute, ...more };
}

function jobAfter(...readings: readonly JobObservation[]): Job {
  const known = readings.reduce<KnownJob | null>(mergeObservation, null);
  const record = known === null ? null : recordOfKnown(known);
  if (record === null) throw new Error('Nothing was read.');
  return record.job;
}

const plan = { id: 'p', name: 'Policy', nextRunAt: null };
const whole = { plan, sizeBytes: 7, counts: { total: 3, succeeded: 3, failed: 0, skipped: 0 } };

describe('a list row after a single get', () => {
  test('keeps the fields that only the get reports, and updates the others', () => {
    const job = jobAfter(
      reading(1, 'full', { ...whole, status: 'running', progressPercent: 40 }),
      reading(2, 'list', { status: 'succeeded' }),
    );
    expect(job).toMatchObject({
      status: 'succeeded',
      ended: true,
      endedAt: at(-10),
      plan,
      sizeBytes: 7,
      depth: 'full',
    });
    expect(job.provenance).not.toHaveProperty('plan');
  });

  test('keeps no progress of a job that has ended since', () => {
    const job = jobAfter(reading(1, 'full', { status: 'running', progressPercent: 40 }), reading(2, 'list'));
    expect(job.progressPercent).toBeNull();
  });

  test('never makes a success of what failed in part', () => {
    const counts = { total: 3, succeeded: 2, failed: 1, skipped: 0 };
    const full = reading(1, 'full', { ...whole, counts, status: 'warning', anomalies: ['succeeded-with-failures'] });
    const job = jobAfter(full, reading(2, 'list', { status: 'succeeded' }));
    expect(job).toMatchObject({ status: 'warning', problem: true, anomalies: ['succeeded-with-failures'] });
  });

  test('that was read before it says nothing', () => {
    const job = jobAfter(reading(2, 'full', whole), reading(1, 'list', { status: 'running' }));
    expect(job).toMatchObject({ status: 'succeeded', plan, observedAt: at(2) });
  });
});

describe('an end', () => {
  test('is not replaced by an unknown status', () => {
    const job = jobAfter(reading(1, 'list', { status: 'failed' }), reading(2, 'list', { status: 'unknown' }));
    expect(job).toMatchObject({ status: 'failed', ended: true, endedAt: at(-10), anomalies: [] });
  });

  test('is replaced when the vendor reports the job as open again, with an anomaly', () => {
    const job = jobAfter(reading(1, 'list', { status: 'failed' }), reading(2, 'list', { status: 'running' }));
    expect(job).toMatchObject({ status: 'running', ended: false, anomalies: ['reopened'] });
  });

  test('that arrives later marks the job as reopened', () => {
    const job = jobAfter(reading(2, 'list', { status: 'running' }), reading(1, 'list', { status: 'failed' }));
    expect(job.anomalies).toEqual(['reopened']);
  });
});

describe('readings of two machines whose clocks differ', () => {
  const fast = (minute: number, number: number, status: Job['status']) =>
    reading(minute + 2, 'list', { status }, { number, settled: number });
  const exact = (minute: number, number: number, depth: Job['depth'], status: Job['status']) =>
    reading(minute, depth, { status }, { number, settled: number });

  test('are ordered by their numbers: what failed afterwards is not shown as open', () => {
    const readings = [fast(1, 1, 'running'), exact(2, 2, 'list', 'failed'), exact(2, 3, 'full', 'failed')];
    for (const order of [readings, readings.toReversed()]) {
      expect(jobAfter(...order)).toMatchObject({ status: 'failed', ended: true, anomalies: [] });
    }
  });

  test('are ordered by their numbers: a reading that waited long says nothing new', () => {
    const job = jobAfter(exact(5, 9, 'list', 'failed'), fast(6, 4, 'running'), fast(8, 3, 'queued'));
    expect(job).toMatchObject({ status: 'failed', anomalies: [] });
  });

  test('without numbers are older than those with them', () => {
    const stored = reading(50, 'list', { status: 'running' }, { number: 0, settled: 0 });
    expect(jobAfter(stored, exact(1, 1, 'full', 'failed'))).toMatchObject({ status: 'failed', anomalies: [] });
  });
});

describe('of two requests that overlapped', () => {
  const ended = reading(3, 'full', { status: 'failed' }, { number: 1, settled: 2 });
  const running = (number: number) => reading(number, 'list', { status: 'running' }, { number, settled: number });

  test('the one that reports the end wins, whichever was sent first', () => {
    for (const readings of [
      [running(2), ended],
      [ended, running(2)],
    ]) {
      expect(jobAfter(...readings)).toMatchObject({ status: 'failed', ended: true, anomalies: [] });
    }
  });

  test('neither counts against one that was asked for afterwards and says that the job is open', () => {
    const job = jobAfter(running(2), ended, running(3));
    expect(job).toMatchObject({ status: 'running', anomalies: ['reopened'] });
    expect(jobAfter(ended, running(3))).toMatchObject({ status: 'running', anomalies: ['reopened'] });
  });
});

test('repeated content keeps the time of its first reading, and a reading that adds nothing returns the stored value', () => {
  const first = mergeObservation(null, reading(5, 'list'));
  expect(mergeObservation(first, reading(6, 'list'))).toBe(first);
  const earlier = mergeObservation(first, reading(4, 'list'));
  expect(recordOfKnown(earlier)?.job.observedAt).toBe(at(4));
});

test('a reading that is mapped again replaces its earlier record, including the result', () => {
  const known = mergeObservation(null, reading(1, 'list', { status: 'unknown' }));
  const { record } = reading(1, 'list', { status: 'failed' });
  const remapped = { record: { ...record, raw: { list: { status: 'unknown' } } }, mapperVersion: 2 };
  const after = remapObservation(known, 'list', remapped);
  expect(recordOfKnown(after)?.job.status).toBe('failed');
  expect(remapObservation(after, 'list', remapped)).toBe(after);
  const { record: later } = reading(2, 'list', { status: 'failed' });
  expect(remapObservation(known, 'list', { record: later, mapperVersion: 2 })).toBe(known);
});

test('an equal result of a later content counts from its own reading, also when one between them arrives last', () => {
  const [warning, failed, again, unknown] = [
    reading(1, 'list', { status: 'warning', transferredBytes: 1 }),
    reading(2, 'list', { status: 'failed', transferredBytes: 2 }),
    reading(3, 'list', { status: 'warning', transferredBytes: 3 }),
    reading(4, 'list', { status: 'unknown', transferredBytes: 4 }),
  ];
  expect(jobAfter(warning, failed, again, unknown).status).toBe('warning');
  expect(jobAfter(warning, again, failed, unknown).status).toBe('warning');
  expect(jobAfter(warning, again, failed, unknown, warning, again)).toEqual(jobAfter(warning, failed, again, unknown));
});

/** A job's life: at every minute another content, each unlike all before it. */
const life = fc
  .array(fc.record({ status: fc.constantFrom(...jobStatuses), failed: fc.nat({ max: 1 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((states) =>
    states.flatMap(({ status, failed }, minute) => [
      reading(minute, 'list', { status, transferredBytes: minute }),
      reading(minute, 'full', {
        status,
        transferredBytes: minute,
        plan,
        counts: { total: 1, succeeded: 1 - failed, failed, skipped: 0 },
      }),
    ]),
  );

property.prop({ life, order: fc.infiniteStream(fc.nat()), seen: fc.infiniteStream(fc.boolean()) })(
  'readings give the same job in any order and however often they are repeated',
  ({ life, order, seen }) => {
    const readings = life.filter(() => seen.next().value);
    fc.pre(readings.length > 0);
    const shuffled = [...readings, ...readings]
      .map((each) => ({ each, rank: order.next().value ?? 0 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ each }) => each);
    expect(jobAfter(...shuffled)).toEqual(jobAfter(...readings));
  },
);
