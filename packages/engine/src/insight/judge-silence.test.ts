import { describe, expect, test } from 'vitest';
import { expandSchedule } from './expand-schedule.ts';
import { daily, scheduleOf, skipping, undocumented } from './testing/make-schedule.ts';
import { at, hourMs, judge, run, verdicts, version } from './testing/make-subject.ts';

const spans = (...texts: (readonly [string, string])[]) =>
  texts.map(([from, until]) => ({ fromMs: at(from), untilMs: at(until) }));

describe('blind is not missed', () => {
  test.each([
    ['down over the due time, and not back', spans(['1 00:00', '2 21:00']), 'unknown: blind'],
    ['back before the grace ends', spans(['1 00:00', '2 21:00'], ['2 22:30', '3 10:00']), 'unknown: blind'],
    [
      'back after the grace, and readable from then on',
      spans(['1 00:00', '2 21:00'], ['2 23:30', '3 10:00']),
      'unknown: blind',
    ],
    ['down after the due time', spans(['1 00:00', '2 22:30']), 'unknown: blind'],
    [
      'back after three days, with all that it had not shown',
      spans(['1 00:00', '2 21:00'], ['2 21:00', '5 10:00']),
      'missed',
    ],
    ['down before and after', spans(['2 22:00', '2 23:00']), 'missed'],
  ])('a vendor that is %s', (_, coverage, state) => {
    expect(verdicts(judge({ coverage }, '5 10:00'))).toEqual([state]);
  });

  test('what was found by a blind source counts all the same', () => {
    expect(verdicts(judge({ coverage: [], runs: [run('2 22:05')] }, '3 10:00'))).toEqual(['met']);
    expect(verdicts(judge({ coverage: [], runs: [run('2 22:05', 'failed')] }, '3 10:00'))).toEqual(['failed']);
  });

  test('a run that was going when sight was lost excuses what fell due by then, and nothing after it', () => {
    const versions = [
      version({ schedule: expandSchedule(scheduleOf('UTC', undocumented, daily('12:00', '16:00', '20:00'))) }),
    ];
    const runs = [run('2 12:05', 'running')];
    const coverage = spans(['1 00:00', '2 17:00']);
    expect(verdicts(judge({ versions, runs, coverage }, '3 10:00'))).toEqual([
      'running',
      'excused: still-running',
      'unknown: blind',
    ]);
  });

  test('a console reports late: within that time a run is due, and then coverage has to reach so far', () => {
    const graces = { defaultStartMs: hourMs, configuredStartMs: null, reportLagMs: hourMs };
    expect(verdicts(judge({ graces }, '2 23:30'))).toEqual(['due']);
    expect(verdicts(judge({ graces, coverage: spans(['1 00:00', '2 23:30']) }, '3 10:00'))).toEqual(['unknown: blind']);
    expect(verdicts(judge({ graces, coverage: spans(['1 00:00', '3 00:00']) }, '3 10:00'))).toEqual(['missed']);
  });
});

describe('a subject to which no job was ever linked', () => {
  test('is not called missed', () => {
    expect(verdicts(judge({ isLinked: false }, '3 10:00'))).toEqual(['unknown: not-linked']);
  });

  test.each([
    ['2 22:10', 'met'],
    ['2 21:50', 'unknown: not-linked'],
    ['3 22:10', 'unknown: not-linked'],
  ])("is met by the vendor's own last backup or recovery point: %s gives %s", (point, state) => {
    expect(verdicts(judge({ isLinked: false, pointsMs: [at(point)] }, '4 10:00'))).toEqual([state]);
  });
});

test('runs that the vendor does not list are not observable, unless a recovery point shows them', () => {
  const versions = [
    version({ schedule: expandSchedule(scheduleOf('UTC', undocumented, { ...daily('22:00'), track: 'log' })) }),
  ];
  expect(verdicts(judge({ versions, unlisted: ['log'] }, '3 10:00'))).toEqual(['unknown: not-observable']);
  const pointsMs = [at('2 22:20')];
  expect(verdicts(judge({ versions, unlisted: ['log'], pointsMs }, '3 10:00'))).toEqual(['met']);
});

describe('before the schedule was read first', () => {
  const versions = [version({ firstSeenMs: at('3 00:00') })];

  test('a silence is unknown', () => {
    expect(verdicts(judge({ versions }, '3 10:00'))).toEqual(['unknown: schedule-not-known']);
  });

  test('a run is met or failed, and never late', () => {
    expect(verdicts(judge({ versions, runs: [run('3 03:00')] }, '3 10:00'))).toEqual(['met']);
    expect(verdicts(judge({ versions, runs: [run('2 22:05', 'failed')] }, '3 10:00'))).toEqual(['failed']);
  });
});

describe('a schedule that is edited', () => {
  const edited = (lastSeen: string, replaced: string, time = '23:00') => [
    version({ lastSeenMs: at(lastSeen) }),
    version({
      id: 'v2',
      firstSeenMs: at(replaced),
      schedule: expandSchedule(scheduleOf('UTC', undocumented, daily(time))),
    }),
  ];

  test('between the due time and the grace excuses what was due', () => {
    expect(verdicts(judge({ versions: edited('2 22:10', '2 22:40') }, '4 10:00'))).toEqual([
      'excused: schedule-changed',
      'missed',
    ]);
  });

  test('is met by a run of either version where it was due between two readings', () => {
    const versions = edited('2 12:00', '3 12:00');
    expect(verdicts(judge({ versions, runs: [run('2 23:05')] }, '4 10:00'))).toEqual(['met']);
    expect(verdicts(judge({ versions }, '4 10:00'))).toEqual(['excused: schedule-changed']);
  });

  test('does not change what was due before', () => {
    const range = ['1 12:00', '5 12:00'] as const;
    const found = judge({ versions: edited('3 12:00', '3 13:00') }, '5 12:00', range);
    expect(found.map(({ versionId, state }) => `${versionId} ${state}`)).toEqual([
      'v1 missed',
      'v1 missed',
      'v2 missed',
      'v2 missed',
    ]);
  });
});

describe('a plan that is switched off', () => {
  const off = (lastSeen: string, offSince: string, onAgain?: string) => [
    version({ lastSeenMs: at(lastSeen) }),
    version({ id: 'off', firstSeenMs: at(offSince), lastSeenMs: at('5 00:00'), schedule: null }),
    ...(onAgain === undefined ? [] : [version({ id: 'v3', firstSeenMs: at(onAgain) })]),
  ];

  test.each([
    ['before its due time', off('2 20:00', '2 21:00'), []],
    ['about its due time', off('2 21:50', '2 22:05'), ['excused: schedule-changed']],
    ['after its due time, within the grace', off('2 22:10', '2 22:30'), ['excused: schedule-changed']],
    ['after its grace', off('2 23:10', '2 23:30'), ['missed']],
  ])('%s', (_, versions, expected) => {
    expect(verdicts(judge({ versions }, '3 10:00'))).toEqual(expected);
  });

  test('and on again has missed nothing meanwhile', () => {
    const versions = off('2 20:00', '2 21:00', '6 12:00');
    expect(verdicts(judge({ versions }, '7 10:00', ['2 12:00', '7 12:00']))).toEqual(['missed']);
  });
});

test('what came into being in the middle of a day is due from then on', () => {
  const versions = [version({ schedule: expandSchedule(scheduleOf('UTC', undocumented, daily('14:00', '22:00'))) })];
  const [only, ...others] = judge({ versions, sinceMs: at('2 15:00') }, '3 10:00');
  expect([only?.due.dueMs, others]).toEqual([at('2 22:00'), []]);
});

test.each([
  ['before it was due', '2 21:00', []],
  ['within the grace', '2 22:30', ['excused: retired']],
  ['after the grace', '2 23:30', ['missed']],
])('what was removed %s', (_, retired, expected) => {
  expect(verdicts(judge({ retiredMs: at(retired) }, '4 10:00', ['2 12:00', '4 12:00']))).toEqual(expected);
});

describe('the nights on which clocks change', () => {
  const berlin = (change: typeof undocumented) => [
    version({ schedule: expandSchedule(scheduleOf('Europe/Berlin', change, daily('02:30'))) }),
  ];
  const range = ['28 12:00', '29 12:00'] as const;

  test('nothing is missed at a time that clocks skip, where the vendor does not document what it does', () => {
    const versions = berlin(undocumented);
    expect(verdicts(judge({ versions }, '29 12:00', range))).toEqual(['unknown: clock-change']);
    expect(verdicts(judge({ versions, runs: [run('29 01:32')] }, '29 12:00', range))).toEqual(['met']);
  });

  test('nothing is due at a time that clocks skip, where the vendor skips it', () => {
    expect(judge({ versions: berlin(skipping) }, '29 12:00', range)).toEqual([]);
  });
});

test('of three vaults the blind one makes only what is in it unknown', () => {
  const seen = spans(['1 00:00', '31 00:00']);
  const found = [seen, [], seen].map((coverage) => verdicts(judge({ coverage }, '3 10:00')));
  expect(found).toEqual([['missed'], ['unknown: blind'], ['missed']]);
});
