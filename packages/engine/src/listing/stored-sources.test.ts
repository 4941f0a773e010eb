import type { JobQuery, JobSort } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import { jobTextVersion, writeJobText } from '@crossvault/core/store';
import {
  createFakeConnector,
  createFakeVendor,
  createManualClock,
  createMemoryStore,
  makeJob,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test } from 'vitest';
import { createSource, type EngineConnection } from '../connections/source.ts';
import { completeConnection } from '../engine-defaults.ts';
import { connectionState, type SyncStatus } from '../sync/sync-status.ts';
import { createListStore } from '../testing/list-store.ts';
import { nameList, resolveCriteria, wholeConnection } from './list-plan.ts';
import { findStored, namesOf, openStored, planStored, reportStored } from './stored-sources.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const current: SyncStatus = {
  state: 'current',
  lastAt: '2026-03-02T11:59:00.000Z',
  nextAt: null,
  progress: 1,
  missedRuns: 0,
  answered: null,
  problem: null,
};
const sourceOf = (name: string, change: Partial<EngineConnection> = {}) =>
  createSource(
    completeConnection({ name, connector: createFakeConnector(name, createFakeVendor()), ...change }),
    createManualClock(),
    new PQueue(),
  );
const criteriaOf = (query: JobQuery = {}, sort: JobSort = '-startedAt') =>
  resolveCriteria(query, { sort, cursor: null }, { nowMs, readsVendors: false }).criteria;
const page = { sort: '-startedAt', limit: 2, cursor: null, strict: false, fresh: false } as const;

const clock = createManualClock();
/** A store without anything, but for these calls. */
const storeOf = (calls: Partial<JobStore>): JobStore => ({
  ...createListStore(createMemoryStore(clock), clock),
  ...calls,
});

describe('a source is answered from the store', () => {
  const isStored = async (status: SyncStatus | undefined, lists: readonly string[] = ['jobs'], withLists = false) => {
    const keys = [connectionState, ...lists].map((key) => [key, {}] as const);
    const history = {
      store: storeOf({ syncStates: async () => new Map(keys) }),
      synchronizer: {
        states: async () => new Map(status === undefined ? [] : [['here', status]]),
        syncNow: async () => current,
      },
      clock: createManualClock(),
      logger: silentLogger,
    };
    return findStored(history, [sourceOf('here')], withLists);
  };

  test('when all of its history was read, also while it fails or is late', async () => {
    expect(await isStored(current)).toHaveLength(1);
    expect(await isStored({ ...current, state: 'failing' })).toHaveLength(1);
    expect(await isStored({ ...current, state: 'syncing' })).toHaveLength(1);
  });

  test.each<[string, SyncStatus | undefined]>([
    ['nothing is known of it', undefined],
    ['its sync has not begun', { ...current, state: 'waiting' }],
    ['only a part of its history was read', { ...current, state: 'syncing', progress: 0.99 }],
    ['nothing was ever read', { ...current, state: 'failing', progress: null, lastAt: null }],
  ])('but not when %s', async (_, status) => {
    expect(await isStored(status)).toEqual([]);
  });

  test('but not when it failed before its first list was read', async () => {
    expect(await isStored({ ...current, state: 'failing' }, [])).toEqual([]);
  });

  test('with the names of its lists where a cursor may know them', async () => {
    expect(await isStored(current, ['a', 'b'], true)).toMatchObject([{ lists: ['a', 'b'] }]);
    expect(await isStored(current, ['a', 'b'])).toMatchObject([{ lists: [] }]);
  });
});

describe('a page of the store', () => {
  const here = { source: sourceOf('here'), status: current, lists: ['jobs'] };
  const there = { source: sourceOf('there'), status: current, lists: ['jobs'] };
  const at = (hour: number) => ({ startedAt: `2026-03-02T0${hour}:00:00.000Z`, id: 'x' });
  const cursor = { filter: '', startedAfter: null, since: null, position: at(5), unordered: [] };

  test('begins at the merged position, or where the first of its lists stood when they were read live', () => {
    expect(planStored(here, criteriaOf(), { ...cursor, lags: [] })).toMatchObject({ position: at(5), lagging: false });
    const lags = [{ lists: [nameList('here', 'jobs')], position: at(8) }];
    expect(planStored(here, criteriaOf(), { ...cursor, lags })).toMatchObject({ position: at(8), lagging: true });
    expect(planStored(there, criteriaOf(), { ...cursor, lags })).toMatchObject({ position: at(5), lagging: false });
    expect(namesOf(here)).toEqual([nameList('here', wholeConnection.key), nameList('here', 'jobs')]);
  });

  test('is one read for all at one position, one for each that is behind, and one job more than the page', async () => {
    const asked: unknown[] = [];
    const position = { startedAt: null, id: '1' };
    const { document } = writeJobText(makeJob('here', '1'));
    const store = storeOf({
      listJobs: async ({ query }, { after, limit, include }) => {
        asked.push([query.connection, after, limit, include]);
        return [
          {
            position,
            connection: 'here',
            vendor: 'fake',
            document,
            tasks: null,
            textVersion: jobTextVersion,
            sinceUntil: null,
            raw: null,
          },
        ];
      },
    });
    const behind = { source: sourceOf('behind'), status: current, lists: ['jobs'] };
    const lags = [{ lists: [nameList('behind', 'jobs')], position: at(8) }];
    const parts = { store, criteria: criteriaOf(), cursor: { ...cursor, lags }, page, nowMs, call: patientCall };
    const readings = await openStored(parts, [here, behind, there]);
    const both = { tasks: true, raw: true };
    expect(asked).toEqual([
      [['here', 'there'], at(5), 3, both],
      [['behind'], at(8), 3, both],
    ]);
    const [stream] = readings[0]?.streams ?? [];
    expect(readings[2]?.streams).toEqual([stream]);
    await stream?.fill();
    expect(stream?.head).toEqual({ job: makeJob('here', '1'), raw: {} });
  });

  test('fails with the store, since its fault belongs to no source', async () => {
    const fault = new CrossvaultError({ code: 'store-unavailable', message: 'Gone.' });
    const store = storeOf({ listJobs: () => Promise.reject(fault) });
    await expect(
      openStored({ store, criteria: criteriaOf(), cursor: null, page, nowMs, call: patientCall }, [here]),
    ).rejects.toBe(fault);
  });
});

describe('the report of a stored source', () => {
  const report = (status: Partial<SyncStatus>, change: Partial<EngineConnection> = {}) =>
    reportStored({ source: sourceOf('here', change), status: { ...current, ...status }, lists: [] }, criteriaOf(), {
      count: 2,
      caughtUp: false,
      nowMs,
    });

  test('is ok as of its last good sync, and says since when it has all jobs', () => {
    expect(report({})).toMatchObject({
      status: 'ok',
      count: 2,
      asOf: current.lastAt,
      window: { startedAfter: '2025-12-02T12:00:00.000Z', startedBefore: null },
      problem: null,
    });
    expect(report({}, { historyDays: 1 }).window.startedAfter).toBe('2026-03-01T12:00:00.000Z');
  });

  test('is stale when the sync is late, fails, or the connection is not set up any more', () => {
    expect(report({ lastAt: '2026-03-02T11:44:59.000Z' }).status).toBe('stale');
    expect(report({ lastAt: null }).status).toBe('stale');
    const fault = new CrossvaultError({ code: 'secret-missing', message: 'NAME is not set.' });
    expect(report({}, { fault })).toMatchObject({
      status: 'stale',
      problem: { code: 'secret-missing', source: 'here' },
    });
  });

  test('does not take an instant from a clock that was ahead for fresh', () => {
    expect(report({ lastAt: '2026-03-03T12:00:00.000Z' })).toMatchObject({ status: 'stale', asOf: null });
    expect(report({ lastAt: '2026-03-02T12:01:00.000Z' })).toMatchObject({
      status: 'ok',
      asOf: '2026-03-02T12:00:00.000Z',
    });
  });

  test('is partial where records could not be read', () => {
    const beside = { rejected: { count: 1, items: [] }, withoutRun: 4, warnings: ['order-broken' as const] };
    expect(report({ beside })).toMatchObject({ status: 'partial', withoutRun: 4, warnings: ['order-broken'] });
  });
});
