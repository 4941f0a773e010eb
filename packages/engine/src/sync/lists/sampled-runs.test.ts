import type { Connector, JobRecord } from '@crossvault/core';
import { createMovingConnector, createMovingVendor, createTestClock, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { syncTiming } from '../sync-timing.ts';
import { type ListState, readListState } from './list-state.ts';
import { noteRuns, sampledWaitMs } from './sampled-runs.ts';

const connector: Connector = {
  ...createMovingConnector('console', createMovingVendor(), createTestClock()),
  definitionOf: (key) => key.slice(0, 1),
};

const day = (hour: number): string => new Date(Date.parse('2026-03-02T00:00:00.000Z') + hour * 3_600_000).toISOString();

/** A row that tells of the run of this hour, and of when the next one is planned. */
const row = (run: number, next: number): JobRecord => ({
  key: ['definition', day(run)],
  job: makeJob('console', 'definition', {
    startedAt: day(run),
    plan: { id: 'definition', name: 'Nightly', nextRunAt: day(next) },
  }),
  raw: {},
  context: { connection: 'console', list: 'jobs', observedAt: day(run) },
});

function look(rows: readonly JobRecord[]): ListState {
  let state = readListState(undefined, day(0));
  for (const record of rows) state = { ...state, ...noteRuns({ connector }, state, [record]) };
  return state;
}

test('runs that were seen one after the other are none too few', () => {
  expect(look([row(0, 6), row(6, 12), row(12, 18)]).missedRuns).toBe(0);
});

test('runs that must have been between two looks are counted', () => {
  expect(look([row(0, 6), row(6, 12), row(24, 30)]).missedRuns).toBe(2);
});

test('without a known interval the next planned run tells it', () => {
  expect(look([row(0, 6), row(12, 18)]).missedRuns).toBe(1);
});

test('a run that came late, and one that was started by hand in between, say nothing', () => {
  expect(look([row(0, 6), row(6, 12), row(13, 18)]).missedRuns).toBe(0);
  expect(look([row(0, 6), row(6, 12), row(8, 12), row(12, 18)]).missedRuns).toBe(0);
});

test('looks come at half the shortest interval, within what a sync does anyway', () => {
  expect(sampledWaitMs(look([row(0, 6), row(6, 12)]))).toBe(syncTiming.idleMs);
  expect(sampledWaitMs(look([row(0, 0.05), row(0.05, 0.1)]))).toBe(90_000);
  expect(sampledWaitMs(look([]))).toBe(syncTiming.idleMs);
});
