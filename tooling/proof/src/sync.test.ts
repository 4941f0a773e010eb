import type { StoredJob } from '@crossvault/contract';
import { VENDOR_IDS } from '@crossvault/simulators';
import { afterEach, expect, test } from 'vitest';
import { openSyncedSimulators, type SyncedSimulators } from './synced-simulators.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
let open: SyncedSimulators | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

const startOf = ({ record }: StoredJob): string => `${record.job.nativeId.toLowerCase()} ${record.job.startedAt}`;

test.each(VENDOR_IDS)('the history of %s is what its simulator grew, and goes on with it', async (id) => {
  open = await openSyncedSimulators([id], { jobs: 300, days: 60, seed: 3 });
  const { simulators, world } = open;
  const vendor = simulators.vendor(id);
  const engine = open.open();
  await world.clock.sleep(10 * minuteMs);
  const added = vendor.addJob({ status: 'running' });
  await world.clock.sleep(6 * minuteMs);
  vendor.changeJob(added, { status: 'failed' });
  await world.clock.sleep(2 * minuteMs);
  await engine.close();
  const stored = await open.jobs();
  const from = new Date(world.clock.now() - 89 * 24 * hourMs).toISOString();
  const truth = vendor.truth().filter(({ startedAt }) => (startedAt ?? '') > from);
  expect(truth.length).toBeGreaterThan(50);
  const byStart = new Map(stored.map((job) => [startOf(job), job.record.job]));
  const missing = truth.filter(({ nativeId, startedAt }) => !byStart.has(`${nativeId.toLowerCase()} ${startedAt}`));
  expect(missing).toEqual([]);
  const wrong = truth.filter(({ nativeId, startedAt, status, fullStatus }) => {
    const job = byStart.get(`${nativeId.toLowerCase()} ${startedAt}`);
    return job?.status !== (job?.depth === 'full' ? fullStatus : status);
  });
  expect(wrong).toEqual([]);
  expect(
    stored.find(({ record }) => record.job.nativeId.toLowerCase() === added.toLowerCase())?.record.job.status,
  ).toBe('failed');
  expect(stored.filter(({ record }) => record.job.goneAt !== null)).toEqual([]);
});

test('with a thousand jobs a day and nothing new, what a sync costs', async () => {
  open = await openSyncedSimulators(VENDOR_IDS, { jobs: 3_000, days: 3, seed: 5 });
  const { simulators, world } = open;
  const engine = open.open();
  await world.clock.sleep(3 * hourMs);
  const before = VENDOR_IDS.map((id) => simulators.vendor(id).requestCount);
  await world.clock.sleep(2 * hourMs);
  const costs = VENDOR_IDS.map((id, index) => {
    const requests = simulators.vendor(id).requestCount - (before[index] ?? 0);
    return { id, perTurn: requests / 24, perDay: requests * 12 };
  });
  await engine.close();
  console.info(
    costs.map(({ id, perTurn, perDay }) => `${id}: ${perTurn.toFixed(1)} a turn, ${perDay} a day`).join('\n'),
  );
  expect(costs).toEqual(costs);
}, 300_000);

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
