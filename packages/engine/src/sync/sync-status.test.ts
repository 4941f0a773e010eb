import { describe, expect, test } from 'vitest';
import { connectionState, readSyncStatus, readWhole } from './sync-status.ts';

/** A list that was read to its end. */
const readList = {
  version: 1,
  watermark: '2026-11-30T08:00:00.000Z',
  gap: null,
  unordered: false,
  sweeps: {},
  definitions: {},
  missedRuns: 0,
};
const failing = { state: 'failing', nextAt: null, progress: 1, missedRuns: 0, problem: null };

/** The progress that is reported over these stored states. */
async function progressOf(states: Readonly<Record<string, unknown>>): Promise<number | null> {
  const store = { syncStates: async () => new Map(Object.entries(states)) };
  return (await readSyncStatus(store, 'one')).progress;
}

describe('progress', () => {
  test('is not all of the history while lists may be missing: the connection was never read whole', async () => {
    expect(await progressOf({ jobs: readList })).toBeLessThan(1);
    expect(await progressOf({ jobs: readList, [connectionState]: { ...failing, lastAt: null } })).toBeLessThan(1);
  });

  test('is all of the history where the connection was read whole', async () => {
    const lastAt = '2026-11-30T08:00:00.000Z';
    expect(await progressOf({ jobs: readList, [connectionState]: { ...failing, lastAt } })).toBe(1);
  });
});

test('a store of a version that kept no instant for each list is whole up to what it says of all of them', () => {
  const stored = { state: 'current', lastAt: '2026-03-01T00:00:00.000Z', nextAt: null, progress: 1, missedRuns: 0 };
  const states = (more: object) =>
    new Map<string, unknown>([[connectionState, { ...stored, answered: null, problem: null, ...more }]]);
  expect(readWhole(states({}))('jobs')).toBe(stored.lastAt);
  expect(readWhole(states({ whole: { other: stored.lastAt } }))('jobs')).toBeNull();
  expect(readWhole(new Map())('jobs')).toBeNull();
});
