import type { LinkedRuns } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { type ExpectationFacts, expect as expectRun } from './expectation.ts';

const hourMs = 3_600_000;
const at = (hour: number): string => new Date(Date.UTC(2026, 0, 1) + hour * hourMs).toISOString();
const ms = (hour: number): number => Date.parse(at(hour));

/** Runs that started in these hours, newest first. */
const ranAt = (...hours: readonly number[]): LinkedRuns => ({
  recent: hours.map((hour) => ({
    id: `${hour}`,
    status: 'succeeded',
    startedAt: at(hour),
    endedAt: at(hour),
    isSuccess: true,
  })),
  lastSuccessAt: null,
});

const judge = (facts: Partial<ExpectationFacts>) =>
  expectRun({
    runs: ranAt(),
    nextAt: null,
    dueAt: null,
    isExpected: true,
    nowMs: ms(100),
    knownUntilMs: ms(100),
    ...facts,
  });

const daily = ranAt(72, 48, 24, 0, -24);

describe('by the word of the vendor', () => {
  test('a run that was due and is not there an hour later was missed', () => {
    expect(judge({ dueAt: at(90), nextAt: at(114) })).toEqual({ nextAt: at(114), missed: true, isInferred: false });
    expect(judge({ nextAt: at(90) })).toEqual({ nextAt: null, missed: true, isInferred: false });
  });

  test('one that came was not, also when it came a little early', () => {
    expect(judge({ dueAt: at(90), runs: ranAt(90) }).missed).toBe(false);
    expect(judge({ dueAt: at(90), runs: ranAt(90 - 1 / 60) }).missed).toBe(false);
    expect(judge({ dueAt: at(90), runs: ranAt(88) }).missed).toBe(true);
  });

  test('within the hour, and while later jobs are unknown, it is not called missed', () => {
    expect(judge({ dueAt: at(99.5) }).missed).toBe(false);
    expect(judge({ dueAt: at(90), knownUntilMs: ms(90.5) }).missed).toBe(false);
    expect(judge({ dueAt: at(90), knownUntilMs: null }).missed).toBeNull();
  });

  test('with only a run in the future known, what came before is not', () => {
    expect(judge({ nextAt: at(110), runs: daily })).toEqual({ nextAt: at(110), missed: null, isInferred: false });
  });
});

describe('by the rhythm of what ran', () => {
  test('the next run is expected, and missed when half an interval more has passed', () => {
    expect(judge({ runs: daily, nowMs: ms(90), knownUntilMs: ms(90) })).toEqual({
      nextAt: at(96),
      missed: false,
      isInferred: true,
    });
    expect(judge({ runs: daily, nowMs: ms(109), knownUntilMs: ms(109) })).toEqual({
      nextAt: at(120),
      missed: true,
      isInferred: true,
    });
    expect(judge({ runs: daily, nowMs: ms(109), knownUntilMs: null }).missed).toBeNull();
  });

  test('a run in between does not hide it', () => {
    const runs = ranAt(240, 216, 192, 168, 150, 144, 120, 96, 72, 48, 24, 0);
    expect(judge({ runs, nowMs: ms(250), knownUntilMs: ms(250) }).nextAt).toBe(at(264));
  });

  test.each([
    ['few runs', ranAt(72, 48, 24)],
    ['runs as they come', ranAt(90, 70, 65, 20, 1, -50)],
    ['runs every few minutes', ranAt(4, 3.9, 3.8, 3.7, 3.6, 3.5)],
    ['no runs', ranAt()],
  ])('%s tell nothing', (_, runs) => {
    expect(judge({ runs })).toEqual({ nextAt: null, missed: null, isInferred: false });
  });
});

test('where nothing is to run, nothing was missed', () => {
  expect(judge({ dueAt: at(10), runs: daily, isExpected: false })).toEqual({
    nextAt: null,
    missed: false,
    isInferred: false,
  });
});
