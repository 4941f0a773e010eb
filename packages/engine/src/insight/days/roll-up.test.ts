import type { OccurrenceState } from '@crossvault/core/insight';
import { describe, expect, test } from 'vitest';

import { at, judge, run, version } from '../testing/make-subject.ts';
import { createBusinessDays } from './business-days.ts';
import { countOccurrences } from './occurrence-counts.ts';
import { type RollUpRule, rollUpDays } from './roll-up.ts';

const utc = createBusinessDays({ timeZone: 'UTC' });
if (utc === null) throw new Error('no UTC');
const days = utc;

const [sample] = judge({}, '3 10:00');
if (sample === undefined) throw new Error('nothing is due');
const occurrence = (state: OccurrenceState, due = '2 22:00') => ({
  ...sample,
  due: { ...sample.due, dueMs: at(due) },
  state,
});

const statesOf = (states: readonly OccurrenceState[], rule?: RollUpRule) =>
  rollUpDays(
    states.map((state) => occurrence(state)),
    days,
    rule,
  ).map(({ state }) => state);

test.each<[OccurrenceState[], RollUpRule, OccurrenceState]>([
  [['met', 'failed', 'met'], 'worst', 'failed'],
  [['met', 'unknown'], 'worst', 'unknown'],
  [['unknown', 'cancelled'], 'worst', 'cancelled'],
  [['met', 'met-late'], 'worst', 'met-late'],
  [['missed', 'failed', 'met'], 'last', 'met'],
  [['met', 'failed', 'excused', 'upcoming'], 'last', 'failed'],
  [['missed', 'met-late', 'failed'], 'best', 'met-late'],
  [['failed', 'excused'], 'best', 'failed'],
  [['met', 'failed'], 'warning-if-mixed', 'met-with-warning'],
  [['missed', 'failed'], 'warning-if-mixed', 'missed'],
  [['met', 'met'], 'warning-if-mixed', 'met'],
  [['met', 'unknown'], 'warning-if-mixed', 'unknown'],
  [['excused', 'excused'], 'worst', 'excused'],
  [['excused', 'due', 'running', 'upcoming'], 'worst', 'running'],
])('a day of %j is by the rule %s: %s', (states, rule, expected) => {
  expect(statesOf(states, rule)).toEqual([expected]);
});

test('the rule is named, and the worst counts without one', () => {
  expect(rollUpDays([occurrence('met'), occurrence('failed')], days)).toMatchObject([
    { rule: 'worst', state: 'failed' },
  ]);
});

test('a run belongs to the day on which it was due, however late it came', () => {
  const runs = [run('3 15:00'), run('3 22:05')];
  const rolled = rollUpDays(judge({ runs, versions: [version()] }, '5 10:00', ['2 12:00', '4 12:00']), days);
  expect(rolled.map(({ day, state }) => [day.date, state])).toEqual([
    ['2026-03-02', 'met-late'],
    ['2026-03-03', 'met'],
  ]);
});

test('days on which nothing was due are left out', () => {
  const rolled = rollUpDays([occurrence('met', '2 22:00'), occurrence('met', '5 11:59')], days);
  expect(rolled.map(({ day }) => day.date)).toEqual(['2026-03-02', '2026-03-04']);
});

describe('the ratio', () => {
  const count = (...states: OccurrenceState[]) => countOccurrences(states.map((state) => occurrence(state)));

  test('leaves out what was excused and what is not known, and comes with its counts', () => {
    expect(
      count(
        'met',
        'met-late',
        'met-with-warning',
        'failed',
        'missed',
        'cancelled',
        'skipped',
        'excused',
        'unknown',
        'due',
      ),
    ).toEqual({
      expected: 9,
      met: 3,
      late: 1,
      warnings: 1,
      failed: 1,
      missed: 1,
      cancelled: 1,
      skipped: 1,
      excused: 1,
      unknown: 1,
      pending: 1,
      recovered: 0,
      ratio: 3 / 7,
    });
  });

  test('of nothing that is known is none, not 0 and not 1', () => {
    expect([count().ratio, count('unknown', 'excused').ratio, count('upcoming').ratio]).toEqual([null, null, null]);
  });

  test('counts a failed run as failed that a run by hand made good, and says so', () => {
    const runs = [run('2 22:00', 'failed'), run('3 08:00', 'succeeded', { trigger: 'manual' })];
    expect(countOccurrences(judge({ runs }, '3 10:00'))).toMatchObject({ failed: 1, met: 0, recovered: 1, ratio: 0 });
  });
});
