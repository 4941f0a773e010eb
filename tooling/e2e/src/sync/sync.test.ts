import type { StoredJob } from '@crossvault/core/store';
import { VENDOR_IDS } from '@crossvault/simulators';
import { afterEach, expect, test, vi } from 'vitest';
import { measureSyncRequests } from './measure-sync-requests.ts';
import { openSyncedSimulators, type SyncedSimulators } from './synced-simulators.ts';

// Days go by here, at many looks an hour.
vi.setConfig({ testTimeout: 120_000 });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let open: SyncedSimulators | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

const startOf = ({ record }: StoredJob): string => `${record.job.nativeId.toLowerCase()} ${record.job.startedAt}`;

test.each(VENDOR_IDS)('the history of %s equals that of its simulator, also after later changes', async (id) => {
  open = await openSyncedSimulators([id], { jobs: 300, days: 60, seed: 3 });
  const { simulators, world } = open;
  const vendor = simulators.vendor(id);
  const engine = open.open();
  await world.clock.sleep(10 * minuteMs);
  const added = vendor.addJob({ status: 'running' });
  await world.clock.sleep(6 * minuteMs);
  vendor.changeJob(added, { status: 'failed' });
  const changedAt = new Date(world.clock.now()).toISOString();
  // However much a look at this vendor costs, within so long there is one.
  await world.clock.sleep(6 * minuteMs);
  await engine.close();
  const stored = await open.jobs();
  const from = new Date(world.clock.now() - 89 * 24 * hourMs).toISOString();
  const truth = vendor
    .truth()
    .filter(({ startedAt, endedAt }) => (startedAt ?? '') > from && (endedAt ?? startedAt ?? '') <= changedAt);
  expect(truth.length).toBeGreaterThan(50);
  // Where ids are not unique, neither are starts: of two that share both, each has to be there.
  const byStart = Map.groupBy(stored, startOf);
  const unlike = truth.filter(
    ({ nativeId, startedAt, status, fullStatus }) =>
      byStart
        .get(`${nativeId.toLowerCase()} ${startedAt}`)
        ?.some(({ record: { job } }) => job.status === (job.depth === 'full' ? fullStatus : status)) !== true,
  );
  expect(unlike).toEqual([]);
  expect(
    stored.find(({ record }) => record.job.nativeId.toLowerCase() === added.toLowerCase())?.record.job.status,
  ).toBe('failed');
  expect(stored.filter(({ record }) => record.job.goneAt !== null)).toEqual([]);
});

// `check:sync-requests` has more of them.
test.each(VENDOR_IDS)('with 300 jobs a day, a turn costs each list of %s what it may', async (id) => {
  const { mostOfOneList, mayBe, listRequests } = await measureSyncRequests(id, { jobsPerDay: 300, turns: 2 });
  expect(mostOfOneList).toBeLessThanOrEqual(mayBe);
  expect(listRequests).toBeGreaterThan(0);
});

test('runs of a console whose lastRun moves at the end become a history: a run seen open keeps its id when it ends', async () => {
  open = await openSyncedSimulators(['veeam-spc'], { jobs: 10, days: 1, veeamSpc: { lastRunMoves: 'end' } });
  const { simulators, world } = open;
  const vendor = simulators.vendor('veeam-spc');
  const id = vendor.addJob({ status: 'succeeded', startedAt: '2026-03-02T11:00:00.000Z', durationSeconds: 60 });
  const engine = open.open();
  await world.clock.sleep(minuteMs);
  const runsOf = async () => (await open?.jobs())?.filter(({ record }) => record.job.nativeId === id) ?? [];
  const [first] = await runsOf();
  expect(first?.record.job).toMatchObject({ status: 'succeeded', startedAt: '2026-03-02T11:00:00.000Z' });
  vendor.changeJob(id, { status: 'running', startedAt: new Date(world.clock.now()).toISOString() });
  await world.clock.sleep(6 * minuteMs);
  const running = (await runsOf()).find(({ record }) => record.job.status === 'running');
  expect(running?.record.job).toMatchObject({ startedAt: null, anomalies: ['start-unknown'] });
  vendor.changeJob(id, { status: 'failed' });
  await world.clock.sleep(minuteMs);
  const runs = await runsOf();
  expect(runs.map(({ record }) => record.job.status).toSorted()).toEqual(['failed', 'succeeded']);
  const ended = runs.find(({ record }) => record.job.status === 'failed');
  expect(ended?.id).toBe(running?.id);
  expect(ended?.record.job.startedAt).not.toBeNull();
  expect(runs.every(({ record }) => record.job.goneAt === null)).toBe(true);
  await engine.close();
});
