import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  type AnomalyCode,
  anomalyCodes,
  type Job,
  type JobError,
  type JobTask,
  jobKinds,
  jobStatuses,
} from '../model/job.ts';
import { contradictionCodes } from './contradictions.ts';
import { deriveFields } from './derived-fields.ts';
import type { MappedValues } from './rule-table.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const now = at(600);

const error: JobError = { code: null, message: 'Locked', recommendation: null, helpUrl: null, count: 1 };
const task: JobTask = {
  name: 't',
  status: 'succeeded',
  nativeStatus: null,
  startedAt: at(1),
  endedAt: at(2),
  durationSeconds: 60,
  progressPercent: null,
};

type Reported = Partial<MappedValues>;

const plain = {
  kind: 'backup',
  status: 'succeeded',
  startedAt: at(0),
  endedAt: at(10),
  durationSeconds: null,
  progressPercent: null,
  transferredBytes: null,
  counts: null,
  tasks: [],
  errors: [],
} as const satisfies Reported;

function derive(reported: Reported) {
  const values: MappedValues = {
    nativeId: 'n',
    nativeKind: null,
    nativeStatus: null,
    trigger: 'unknown',
    target: null,
    plan: null,
    sizeBytes: null,
    actions: [],
    details: {},
    links: {},
    ...plain,
    ...reported,
  };
  const notes = { status: undefined, durationSeconds: undefined, isTroubled: false, anomalies: [] };
  return deriveFields(values, notes, { observedAt: now, durationToleranceSeconds: 1 });
}

const counts = (total: number | null, succeeded: number, failed: number, skipped: number | null = 0) => ({
  counts: { total, succeeded, failed, skipped },
});

describe('two fields that cannot both be true are named, and are a problem', () => {
  test.each<[string, Reported, Job['status'], readonly AnomalyCode[]]>([
    ['a success beside errors', { errors: [error] }, 'warning', ['succeeded-with-errors']],
    ['a success beside failed objects', counts(3, 2, 1), 'warning', ['succeeded-with-failures']],
    [
      'a success beside a failed task',
      { tasks: [{ ...task, status: 'failed' }] },
      'warning',
      ['succeeded-with-failures'],
    ],
    ['a success of which all failed', counts(5, 0, 5), 'failed', ['succeeded-with-failures', 'all-failed']],
    ['a warning of which all failed', { status: 'warning', ...counts(5, 0, 5) }, 'failed', ['all-failed']],
    [
      'a warning of which all failed, without a total',
      { status: 'warning', ...counts(null, 0, 5) },
      'failed',
      ['all-failed'],
    ],
    ['a success over nothing', counts(0, 0, 0), 'succeeded', ['nothing-protected']],
    ['a success that skipped everything', counts(5, 0, 0, 5), 'succeeded', ['nothing-protected']],
    [
      'a success that skipped everything, without other counts',
      { counts: { total: 5, succeeded: null, failed: null, skipped: 5 } },
      'succeeded',
      ['nothing-protected'],
    ],
    ['a success that skipped everything, without a total', counts(null, 0, 0, 5), 'succeeded', ['nothing-protected']],
    ['a success over nothing, without a total', counts(null, 0, 0, 0), 'succeeded', ['nothing-protected']],
    ['an end before the start', { endedAt: at(-1) }, 'succeeded', ['ended-before-start']],
    ['parts that are more than the whole', counts(2, 3, 0), 'succeeded', ['counts-disagree']],
    [
      'a failure without failed objects',
      { status: 'failed', ...counts(2, 2, 0) },
      'failed',
      ['failed-without-failures'],
    ],
    ['another duration than end minus start', { durationSeconds: 1 }, 'succeeded', ['duration-disagrees']],
    [
      'a start and an end to come',
      { startedAt: at(700), endedAt: at(701) },
      'succeeded',
      ['future-start', 'future-end'],
    ],
    ['an open job with an end', { status: 'running' }, 'running', ['open-with-end']],
    ['a queued job with an end', { status: 'queued' }, 'queued', ['open-with-end']],
    [
      'a queued job that is done',
      { status: 'queued', endedAt: null, progressPercent: 100 },
      'queued',
      ['queued-with-progress'],
    ],
    ['a success with half of it to come', { progressPercent: 40 }, 'succeeded', ['succeeded-unfinished']],
    ['a skipped job with results', { status: 'skipped', ...counts(2, 2, 0) }, 'skipped', ['skipped-with-results']],
    [
      'a success with a task that runs',
      { tasks: [{ ...task, status: 'running', endedAt: null }] },
      'succeeded',
      ['tasks-disagree'],
    ],
    [
      'a task that ends before it starts',
      { status: 'failed', tasks: [{ ...task, endedAt: at(0) }] },
      'failed',
      ['tasks-disagree'],
    ],
  ])('%s', (_name, reported, status, anomalies) => {
    expect(derive(reported)).toMatchObject({ status: { value: status }, anomalies, problem: true });
  });
});

test.each<[string, Reported]>([
  ['a plain success', counts(2, 1, 0, 1)],
  ['a success whose progress is not filled in', { progressPercent: 0 }],
  ['a maintenance that skipped everything', { kind: 'maintenance', ...counts(5, 0, 0, 5) }],
  ['a success that skipped a part', counts(5, 1, 0, 4)],
  ['a configuration of nothing', { kind: 'configure', ...counts(0, 0, 0) }],
  [
    'a cancelled job with a task that never began',
    { status: 'cancelled', tasks: [{ ...task, status: 'queued', endedAt: null }] },
  ],
  ['a running job that is all but done', { status: 'running', endedAt: null, progressPercent: 100 }],
  ['a start a little ahead of our clock', { startedAt: at(604), endedAt: at(604) }],
])('%s contradicts nothing', (_name, reported) => {
  expect(derive(reported).anomalies).toEqual([]);
});

test('a warning of which some failed and the others were skipped stays a warning', () => {
  expect(derive({ status: 'warning', ...counts(5, 0, 3, 2) }).status.value).toBe('warning');
});

const instant = fc.option(fc.integer({ min: -1000, max: 1000 }).map(at));
const count = fc.option(fc.integer({ min: 0, max: 5 }));
const reported = fc.record({
  kind: fc.constantFrom(...jobKinds),
  status: fc.constantFrom(...jobStatuses),
  startedAt: instant,
  endedAt: instant,
  durationSeconds: fc.option(fc.nat({ max: 5000 })),
  progressPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  transferredBytes: count,
  counts: fc.option(fc.record({ total: count, succeeded: count, failed: count, skipped: count })),
  tasks: fc.array(fc.record(taskParts()), { maxLength: 2 }),
  errors: fc.constantFrom<readonly JobError[]>([], [error]).map((errors) => [...errors]),
});

function taskParts() {
  return {
    name: fc.constant('t'),
    status: fc.constantFrom(...jobStatuses),
    nativeStatus: fc.constant(null),
    startedAt: instant,
    endedAt: instant,
    durationSeconds: fc.constant(null),
    progressPercent: fc.constant(null),
  };
}

describe('for any record', () => {
  property.prop([reported])(
    'a contradiction is a problem, and a success is without errors, failures and doubt',
    (job) => {
      const { status, problem, anomalies, ended } = derive(job);
      if (anomalies.some((code) => contradictionCodes.has(code))) expect(problem).toBe(true);
      if (status.value === 'succeeded') {
        expect(job.errors).toEqual([]);
        expect(job.counts?.failed ?? 0).toBe(0);
        expect(job.tasks.map((each) => each.status)).not.toContain('failed');
      }
      if (!problem) {
        expect(ended && job.endedAt !== null && job.startedAt !== null && job.endedAt < job.startedAt).toBe(false);
        expect(!ended && job.endedAt !== null).toBe(false);
      }
      expect(anomalies).toEqual([...new Set(anomalies)]);
    },
  );

  property.prop([reported])('what has ended says so again when it is derived from its own result', (job) => {
    const once = derive(job);
    const again = derive({ ...job, status: once.status.value, durationSeconds: once.durationSeconds.value });
    expect(again.status.value).toBe(once.status.value);
    expect(again.ended).toBe(once.ended);
  });
});

test('every contradiction has its code in the model', () => {
  expect([...contradictionCodes].filter((code) => !anomalyCodes.includes(code))).toEqual([]);
});
