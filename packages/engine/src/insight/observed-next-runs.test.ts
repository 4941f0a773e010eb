import { expect, test } from 'vitest';
import { judgeOccurrences } from './judge-occurrences.ts';
import { type Look, readLooks } from './observed-next-runs.ts';
import type { Run } from './occurrence.ts';
import { at, hourMs, run, subjectOf, verdicts, version } from './testing/make-subject.ts';

const look = (time: string, last: string | null, next: string | null): Look => ({
  atMs: at(time),
  lastRunMs: last === null ? null : at(last),
  nextRunMs: next === null ? null : at(next),
});

/** An agent that a console reports an hour late, judged by what was seen of it. */
function verdictsOf(looks: readonly Look[], runs: readonly Run[], now: string): string[] {
  const { coverage, ...announced } = readLooks(looks, 'backup');
  const graces = { defaultStartMs: hourMs, configuredStartMs: null, reportLagMs: hourMs };
  const subject = subjectOf({ versions: [version(announced)], runs, coverage, graces });
  return verdicts(judgeOccurrences(subject, { fromMs: at('2 12:00'), untilMs: at('9 00:00'), nowMs: at(now) }));
}

test('a run that was announced and started is met', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('3 01:00', '2 22:01', '3 22:00')];
  expect(verdictsOf(looks, [run('2 22:01')], '3 01:00')).toEqual(['met', 'upcoming']);
});

test('a run is missed when its time has passed, and neither the last run nor the next one has moved', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('3 01:00', '1 22:00', '2 22:00')];
  expect(verdictsOf(looks, [], '3 01:00')).toEqual(['missed']);
});

test('a run is missed when the next one jumped over its time while the last one stood', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('3 01:00', '1 22:00', '3 22:00')];
  expect(verdictsOf(looks, [], '3 01:00')).toEqual(['missed', 'upcoming']);
});

test('until the console would have reported it, a run is due', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('2 23:30', '1 22:00', '3 22:00')];
  expect(verdictsOf(looks, [], '2 23:30')).toEqual(['due', 'upcoming']);
});

test('what ran between two looks, more than once, is not made up: the run that was announced is unknown', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('5 01:00', '4 22:01', '5 22:00')];
  expect(verdictsOf(looks, [run('4 22:01')], '5 01:00')).toEqual(['unknown: blind', 'upcoming']);
});

test('a run that was called off before its time was not due', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('2 21:00', '1 22:00', '2 23:30')];
  expect(verdictsOf(looks, [], '2 22:30')).toEqual(['upcoming']);
});

test('a run that was switched off before its time was not due', () => {
  const looks = [look('2 20:00', '1 22:00', '2 22:00'), look('2 21:00', '1 22:00', null)];
  expect(verdictsOf(looks, [], '3 10:00')).toEqual([]);
});

test('what never ran is known not to have run', () => {
  const looks = [look('2 20:00', null, '2 22:00'), look('3 01:00', null, '3 22:00')];
  expect(verdictsOf(looks, [], '3 01:00')).toEqual(['missed', 'upcoming']);
});

test('where the vendor was not asked since, a run is unknown', () => {
  expect(verdictsOf([look('2 20:00', '1 22:00', '2 22:00')], [], '3 10:00')).toEqual(['unknown: blind']);
});

test('of runs every ten minutes that are looked at every half hour nothing is called missed', () => {
  const looks = [
    look('2 20:01', '2 20:00', '2 20:10'),
    look('2 20:31', '2 20:30', '2 20:40'),
    look('2 21:01', '2 21:00', '2 21:10'),
  ];
  expect(verdictsOf(looks, [run('2 20:00'), run('2 20:30'), run('2 21:00')], '2 23:00')).toEqual([
    'unknown: blind',
    'unknown: blind',
    'unknown: blind',
  ]);
});
