import type { OccurrenceState } from '@crossvault/core/insight';
import { expect, test } from 'vitest';

import { dataAsOf, streakOf } from './streaks.ts';
import { at, run } from './testing/make-subject.ts';

const streak = (...states: OccurrenceState[]) => streakOf(states.map((state) => ({ state })));

test.each<[OccurrenceState[], ReturnType<typeof streak>]>([
  [[], null],
  [['upcoming', 'due', 'running'], null],
  [['due', 'missed', 'failed', 'met', 'failed'], { kind: 'bad', count: 2, isCutByUnknown: false }],
  [['met-late', 'met-with-warning', 'met', 'missed'], { kind: 'good', count: 3, isCutByUnknown: false }],
  [['cancelled', 'failed', 'excused', 'skipped', 'missed', 'met'], { kind: 'bad', count: 2, isCutByUnknown: false }],
  [['failed', 'failed', 'unknown', 'failed'], { kind: 'bad', count: 2, isCutByUnknown: true }],
  [['unknown', 'failed'], null],
])('of %j, newest first, the streak is %j', (states, expected) => {
  expect(streak(...states)).toEqual(expected);
});

const asOf = (runs: Parameters<typeof dataAsOf>[0]['runs'], lastPoint: string | null = null, areWarningsGood = true) =>
  dataAsOf({ runs, lastPointMs: lastPoint === null ? null : at(lastPoint), areWarningsGood });

test('data is as old as the start of the newest success of a backup or a snapshot', () => {
  const runs = [
    run('2 22:00'),
    run('3 22:00', 'succeeded', { kind: 'snapshot', endedMs: at('4 20:00') }),
    run('4 22:00', 'failed'),
    run('5 22:00', 'succeeded', { kind: 'copy' }),
    run('6 22:00', 'succeeded', { kind: 'archive' }),
  ];
  expect(asOf(runs)).toBe(at('3 22:00'));
});

test('a success over nothing does not make data young', () => {
  expect(asOf([run('2 22:00'), run('3 22:00', 'succeeded', { madeNothing: true })])).toBe(at('2 22:00'));
});

test('warnings make it young where the objective says so', () => {
  const runs = [run('2 22:00'), run('3 22:00', 'warning')];
  expect([asOf(runs), asOf(runs, null, false)]).toEqual([at('3 22:00'), at('2 22:00')]);
});

test('a run by hand makes it young', () => {
  expect(asOf([run('2 22:00'), run('3 10:00', 'succeeded', { trigger: 'manual' })])).toBe(at('3 10:00'));
});

test.each([
  ['no success is linked', [], '2 22:00'],
  ['it is older than the success', [run('3 22:00')], '2 22:00'],
])("the vendor's recovery point counts where %s", (_, runs, point) => {
  expect(asOf(runs, point)).toBe(at(point));
});

test('nothing is known where nothing was made', () => {
  expect(asOf([run('2 22:00', 'failed')])).toBeNull();
});
