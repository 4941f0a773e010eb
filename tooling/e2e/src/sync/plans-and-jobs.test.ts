import { type Job, parseJobId } from '@crossvault/core';
import type { StoredJob } from '@crossvault/core/store';
import type { VendorId } from '@crossvault/simulators';
import { patientCall } from '@crossvault/testkit';
import { expect, test, vi } from 'vitest';
import { openSyncedSimulators } from './synced-simulators.ts';

// Minutes go by here, at many looks a minute.
vi.setConfig({ testTimeout: 120_000 });

const page = { limit: 500, cursor: null, strict: true, fresh: false } as const;

/** Everything of a vendor as it is shown once its jobs and plans are stored. */
async function readAll(id: VendorId, apiVersion: 'v2' | 'v3' = 'v3') {
  const open = await openSyncedSimulators([id], { jobs: 60, days: 20, seed: 11, veeamSpc: { apiVersion } });
  try {
    const engine = open.open();
    await open.world.clock.sleep(15 * 60_000);
    await engine.close();
    const reader = open.open({ isStarted: false });
    const { records: plans } = await reader.plans({}, page, patientCall);
    const jobs = await open.jobs();
    const items = id === 'azure-backup' ? (await reader.items({}, page, patientCall)).records : [];
    await reader.close();
    return { plans: plans.map(({ thing }) => thing), items: items.map(({ thing }) => thing), jobs };
  } finally {
    await open.close();
  }
}

/** Two tests look at it. */
let azure: ReturnType<typeof readAll> | null = null;
const readAzure = (): ReturnType<typeof readAll> => {
  azure ??= readAll('azure-backup');
  return azure;
};

const newestOf = (jobs: readonly StoredJob[]): Job | null =>
  jobs
    .map(({ record }) => record.job)
    .filter(({ startedAt }) => startedAt !== null)
    .toSorted((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1))[0] ?? null;

const keyOf = (id: string): readonly string[] => parseJobId(id)?.key.slice(1) ?? [];
const keyOfJob = (id: string): readonly string[] => parseJobId(id)?.key ?? [];
const backs = (job: Job): boolean => ['backup', 'copy', 'archive', 'snapshot'].includes(job.kind);

test.each(['v2', 'v3'] as const)(
  'the last job of each plan of a console %s is the newest run of its own definition',
  async (version) => {
    const { plans, jobs } = await readAll('veeam-spc', version);
    const ofDefinition = Map.groupBy(jobs, ({ record }) => JSON.stringify(record.key.slice(0, 3)));
    const ran = plans.filter(({ lastJob }) => lastJob !== null);
    expect(ran.length).toBeGreaterThan(20);
    expect(ran.some(({ nativeId }) => /^[0-]+$/.test(nativeId))).toBe(true);
    for (const { id, lastJob } of ran) {
      expect(keyOfJob(lastJob?.id ?? '').slice(0, 3)).toEqual(keyOf(id));
      const newest = newestOf(ofDefinition.get(JSON.stringify(keyOf(id))) ?? []);
      if (newest !== null) expect(lastJob?.id).toBe(newest.id);
    }
  },
);

test('the last job of each policy of Azure is one of that policy in its own vault', async () => {
  const { plans, jobs } = await readAzure();
  const listed = plans.map(({ name, lastJob }) => [name, lastJob?.id ?? null]);
  const expected = plans.map(({ id, name }) => {
    const [vault] = keyOf(id);
    const own = jobs.filter(({ record: { key, job } }) => key[0] === vault && job.plan?.name === name && backs(job));
    return [name, newestOf(own)?.id ?? null];
  });
  expect(listed).toEqual(expected);
  expect(listed.filter(([, job]) => job !== null).length).toBeGreaterThan(0);
});

test('the last job of each item of Azure is of that item in its own vault', async () => {
  const { items, jobs } = await readAzure();
  const byId = new Map(jobs.map(({ record }) => [record.job.id, record]));
  const ran = items.filter(({ lastJob }) => lastJob !== null);
  for (const { id, name, lastJob } of ran) {
    const record = byId.get(lastJob?.id ?? '');
    expect(record?.key[0]).toBe(keyOf(id)[0]);
    expect(record?.job.target?.name).toContain(name);
  }
  expect(ran.length).toBeGreaterThan(0);
});

test('the last job of each policy of an appliance is one of that policy', async () => {
  const { plans, jobs } = await readAll('veeam-azure');
  const listed = plans.map(({ nativeId, lastJob }) => [nativeId, lastJob?.id ?? null]);
  const expected = plans.map(({ nativeId }) => {
    const own = jobs.filter(({ record: { job } }) => job.plan?.id === nativeId);
    const backups = own.filter(({ record }) => record.job.kind === 'backup');
    const others = own.filter(({ record }) => backs(record.job));
    return [nativeId, newestOf(backups.length > 0 ? backups : others)?.id ?? null];
  });
  expect(listed).toEqual(expected);
  expect(listed.filter(([, job]) => job !== null).length).toBeGreaterThan(5);
});
