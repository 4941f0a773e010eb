import type { JobStatus } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { expandSchedule } from './expand-schedule.ts';
import { keyOf } from './occurrence.ts';
import { daily, scheduleOf, undocumented } from './testing/make-schedule.ts';
import { at, hourMs, judge, run, verdicts, version } from './testing/make-subject.ts';

const scheduled = (...times: string[]) => [
  version({ schedule: expandSchedule(scheduleOf('UTC', undocumented, daily(...times))) }),
];

describe('without a run an occurrence', () => {
  test.each([
    ['2 21:59', 'upcoming'],
    ['2 22:00', 'due'],
    ['2 22:59', 'due'],
    ['2 23:00', 'missed'],
  ])('is at %s %s', (now, state) => {
    expect(verdicts(judge({}, now))).toEqual([state]);
  });

  test('is missed provisionally until the next one is near', () => {
    expect(judge({}, '3 21:29')).toMatchObject([{ state: 'missed', isProvisional: true }]);
    expect(judge({}, '3 21:30')).toMatchObject([{ state: 'missed', isProvisional: false }]);
  });
});

describe('a run meets', () => {
  test.each([
    ['2 21:29', 'missed'],
    ['2 21:30', 'met'],
    ['2 21:59', 'met'],
    ['2 22:00', 'met'],
    ['2 22:55', 'met'],
    ['2 23:00', 'met'],
    ['2 23:01', 'met-late'],
    ['3 21:29', 'met-late'],
    ['3 21:30', 'missed'],
    ['3 22:01', 'missed'],
  ])('when it starts at %s: %s', (start, state) => {
    expect(verdicts(judge({ runs: [run(start)] }, '4 12:00'))).toEqual([state]);
  });

  test.each<[JobStatus, string]>([
    ['succeeded', 'met'],
    ['warning', 'met-with-warning'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['skipped', 'skipped'],
    ['queued', 'running'],
    ['running', 'running'],
    ['cancelling', 'running'],
    ['unknown', 'unknown: result-unknown'],
  ])('a run that is %s makes it %s', (status, state) => {
    expect(verdicts(judge({ runs: [run('2 22:05', status)] }, '3 10:00'))).toEqual([state]);
  });

  test('a success over nothing does not', () => {
    const runs = [run('2 22:05', 'succeeded', { madeNothing: true })];
    expect(verdicts(judge({ runs }, '3 10:00'))).toEqual(['skipped: nothing-protected']);
  });

  test('at most one occurrence of its track, and one of each other track that it serves', () => {
    const [backup, snapshot] = [daily('22:00'), { ...daily('22:00'), track: 'snapshot' } as const];
    const copy = { ...daily('22:00'), track: 'copy' } as const;
    const versions = [version({ schedule: expandSchedule(scheduleOf('UTC', undocumented, backup, snapshot, copy)) })];
    const runs = [run('2 22:05', 'succeeded', { tracks: ['backup', 'snapshot', 'copy'] })];
    expect(verdicts(judge({ versions, runs }, '4 12:00', ['2 12:00', '4 12:00']))).toEqual([
      ...['met', 'met', 'met'],
      ...['missed', 'missed', 'missed'],
    ]);
  });

  test('not the occurrence of a track that it does not serve', () => {
    const runs = [run('2 22:05', 'succeeded', { kind: 'copy' }), run('2 22:10', 'succeeded', { kind: 'snapshot' })];
    expect(verdicts(judge({ runs }, '3 10:00'))).toEqual(['missed']);
  });

  test('one occurrence where daily, weekly and monthly rules of a track are due at once', () => {
    const versions = [
      version({ schedule: expandSchedule(scheduleOf('UTC', undocumented, daily('22:00'), daily('22:00'))) }),
    ];
    expect(verdicts(judge({ versions, runs: [run('2 22:00')] }, '3 10:00'))).toEqual(['met']);
  });

  test.each([-5, 5])('also where the clocks of the vendor and ours differ by %i minutes', (minutes) => {
    const early = run('2 22:00');
    const runs = [{ ...early, startedMs: early.startedMs + minutes * 60_000 }];
    expect(verdicts(judge({ runs }, '3 10:00'))).toEqual(['met']);
  });
});

describe("the vendor's retries", () => {
  test.each<[JobStatus, string]>([
    ['succeeded', 'met'],
    ['failed', 'failed'],
  ])('are one occurrence, also across midnight, which ends as the last of them: %s', (status, state) => {
    const runs = [run('2 22:01', 'failed'), run('2 23:30', 'failed'), run('3 00:10', status)];
    const [only, ...others] = judge({ runs }, '3 10:00');
    expect(only).toMatchObject({ state, attempts: runs });
    expect(others).toEqual([]);
  });
});

describe('a run by hand', () => {
  test.each([{ trigger: 'manual' as const }, { isOurs: true }])('as %j meets no schedule', (more) => {
    expect(verdicts(judge({ runs: [run('2 22:05', 'succeeded', more)] }, '3 10:00'))).toEqual(['missed']);
  });

  test.each<[JobStatus, string]>([
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
  ])('after one that is %s leaves the occurrence %s, and marks it as recovered', (status, state) => {
    const runs = [run('2 22:05', status), run('3 09:00', 'succeeded', { trigger: 'manual' })];
    expect(judge({ runs }, '3 10:00')).toMatchObject([{ state, isRecovered: true, attempts: [runs[0]] }]);
  });

  test('that made nothing, or came before the failure, recovers nothing', () => {
    const before = run('2 21:50', 'succeeded', { trigger: 'manual' });
    const nothing = run('3 09:00', 'succeeded', { trigger: 'manual', madeNothing: true });
    expect(judge({ runs: [before, run('2 22:05', 'failed'), nothing] }, '3 10:00')).toMatchObject([
      { state: 'failed', isRecovered: false },
    ]);
  });
});

describe('a run that has not ended', () => {
  const every6 = scheduled('00:00', '06:00', '12:00', '18:00');

  test('over two dues excuses those that come while it goes', () => {
    const long = run('2 12:01', 'succeeded', { endedMs: at('3 01:00') });
    const runs = [long, run('3 06:01')];
    expect(verdicts(judge({ versions: every6, runs }, '3 12:00', ['2 12:00', '3 12:00']))).toEqual([
      'met',
      'excused: still-running',
      'excused: still-running',
      'met',
    ]);
  });

  test('longer than usual is overrunning, and not missed', () => {
    const earlier = [2, 3, 4, 5, 6, 7].map((day) => run(`${day} 22:00`));
    const now = run('8 22:00', 'running');
    const range = ['2 12:00', '9 12:00'] as const;
    expect(judge({ runs: [...earlier, now] }, '8 22:59', range).at(-1)).toMatchObject({ isOverrunning: false });
    expect(judge({ runs: [...earlier, now] }, '8 23:01', range).at(-1)).toMatchObject({
      state: 'running',
      isOverrunning: true,
      endByMs: at('8 23:00'),
    });
  });
});

describe('the grace of a start', () => {
  const days = [2, 3, 4, 5, 6, 7];
  const range = ['2 12:00', '9 12:00'] as const;

  test('is twice what earlier runs were late, and never learned from later ones', () => {
    const runs = days.map((day) => run(`${day} 23:00`));
    const found = judge({ runs: [...runs, run('8 23:59')] }, '9 10:00', range);
    expect(found.map(({ startByMs, due }) => (startByMs - due.dueMs) / hourMs)).toEqual([1, 1, 1, 1, 1, 2, 2]);
    expect(found.at(-1)?.state).toBe('met');
  });

  test('is at least a quarter of an hour, and at most half the time to the next run', () => {
    const punctual = judge({ runs: days.map((day) => run(`${day} 22:00`)) }, '9 10:00', range);
    expect(punctual.at(-1)?.startByMs).toBe(at('8 22:15'));
    const [first] = judge({ versions: scheduled('22:00', '22:20') }, '9 10:00', range);
    expect(first?.startByMs).toBe(at('2 22:10'));
  });

  test('is that of the configuration where it has one', () => {
    const graces = { defaultStartMs: hourMs, configuredStartMs: 5 * hourMs, reportLagMs: 0 };
    expect(judge({ graces }, '3 01:00')).toMatchObject([{ state: 'due', startByMs: at('3 03:00') }]);
  });
});

describe('an excuse', () => {
  const excuses = [{ fromMs: at('2 20:00'), untilMs: at('2 23:00') }];

  test.each<[JobStatus | null, string]>([
    [null, 'excused: override'],
    ['failed', 'excused: override'],
    ['succeeded', 'met'],
    ['running', 'running'],
  ])('for a span turns a run that is %s into %s', (status, state) => {
    const runs = status === null ? [] : [run('2 22:05', status)];
    expect(verdicts(judge({ excuses, runs }, '3 10:00'))).toEqual([state]);
  });

  test('for one run is found by its key', () => {
    const range = ['2 12:00', '4 12:00'] as const;
    const [first] = judge({}, '4 12:00', range);
    if (first === undefined) throw new Error('One is due.');
    expect(keyOf('s', first)).toBe('["s","backup","v1","2026-03-02T22:00+00:00"]');
    expect(verdicts(judge({ excuses: [{ key: keyOf('s', first) }] }, '4 12:00', range))).toEqual([
      'excused: override',
      'missed',
    ]);
  });
});

test('judged twice, and in parts, the verdicts are the same', () => {
  const runs = [run('2 22:05'), run('3 22:05', 'failed'), run('5 23:30')];
  const whole = judge({ runs }, '7 12:00', ['2 12:00', '7 12:00']);
  expect(judge({ runs }, '7 12:00', ['2 12:00', '7 12:00'])).toEqual(whole);
  const parts = [2, 3, 4, 5, 6].flatMap((day) => judge({ runs }, '7 12:00', [`${day} 12:00`, `${day + 1} 12:00`]));
  expect(parts).toEqual(whole);
  expect(verdicts(whole)).toEqual(['met', 'failed', 'missed', 'met-late', 'missed']);
});
