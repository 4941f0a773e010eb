import { failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import {
  type ActingWorld,
  call,
  database,
  files,
  grown,
  machine,
  openActing,
  readPages,
  share,
} from '../testing/acting-world.ts';

let world: ActingWorld;
afterEach(() => world.close());

test('items, policies and containers are listed over all vaults and pages, each once', async () => {
  world = await openActing({ pageSize: 3 });
  const found = await readPages((token) => world.items.list({ size: 50, token }, call));
  const keys = found.map(({ key }) => key);
  const listed = await readPages((token) => world.connector.plans?.list({ size: 50, token }, call));
  const plans = listed.map(({ plan }) => [plan.name, plan.schedule?.text, plan.targets]);
  expect(keys).toContainEqual(share);
  expect(keys).toContainEqual(machine('vm-jump'));
  expect(keys).toContainEqual(database);
  expect(new Set(keys.map(String)).size).toBe(keys.length);
  expect(plans).toEqual([
    ['DefaultPolicy', 'daily at 02:00 (UTC)', 1],
    ['schedule1', 'daily at 19:00 (UTC)', 1],
    ['schedule2', 'daily at 22:30 (UTC)', 0],
    ['nightly-vm', 'daily at 23:00 (UTC)', 8],
    ['weekly-vm', 'weekly on Sunday at 01:30 (UTC)', 0],
    ['hourly-vm', 'every 4 hours for 12 hours from 08:00 (UTC)', 0],
    ['daily-files', 'daily at 20:00 (UTC)', 4],
    ['sql-full-and-log', 'Full: weekly on Saturday at 21:00; Log: every 15 minutes (UTC)', 2],
    ...[1, 2].flatMap(() => [
      ['daily', 'Incremental: R/2025-06-01T01:30:00+00:00/P1D (UTC)', null],
      ['every-four-hours', 'Incremental: R/2025-06-01T02:00:00+00:00/PT4H (UTC)', null],
    ]),
  ]);
  const containers = await world.items.containers(call);
  expect(containers.map(({ name, type }) => [name, type])).toContainEqual(['testvault2', 'StorageContainer']);
  expect(containers.filter(({ name }) => name === 'stfilesprod')).toHaveLength(1);
});

test('a token of another list, one of a vault that is gone, and a link elsewhere are errors, and no end', async () => {
  world = await openActing();
  const list = (token: string) => world.items.list({ size: 50, token }, call);
  expect(await failureOf(list('{}'))).toMatchObject({ code: 'invalid-cursor' });
  expect(await failureOf(list('["a/b/c",null,0,null]'))).toMatchObject({ code: 'source-not-found' });
  const foreign = JSON.stringify([files, 'https://elsewhere.example/next', 0, null]);
  expect(await failureOf(list(foreign))).toMatchObject({ code: 'link-refused' });
});

test('an item in any case, with %3B in its path, is that item', async () => {
  world = await openActing();
  const { item } = await world.items.get(machine('vm-jump'), call);
  expect(item.nativeId).toContain('%3b');
  expect(await world.items.get(machine('VM-JUMP'), call)).toMatchObject({ item: { id: item.id } });
});

test('a policy of a Backup vault is a plan with its repetition, linked to the jobs of its vault, and protects no item', async () => {
  world = await openActing({ jobs: 200 });
  const record = await world.connector.plans?.get([`${grown}/backup`, 'daily'], call);
  expect(record?.plan).toMatchObject({
    name: 'daily',
    schedule: {
      source: 'native',
      timeZone: 'UTC',
      rules: [{ kind: 'interval', every: 1, unit: 'days' }],
      unread: [],
    },
  });
  expect(record?.jobLink).toEqual({ list: `${grown}/backup` });
  const jobs = recordsOf(await readLists(world.connector, call)).filter(
    ({ job, context }) => context.list === `${grown}/backup` && job.plan?.name === 'daily',
  );
  expect(jobs.length).toBeGreaterThan(0);
  expect(new Set(jobs.map(({ job }) => job.plan?.id?.toLowerCase()))).toEqual(
    new Set([record?.plan.nativeId.toLowerCase()]),
  );
  const protect = world.items.protect(
    {
      sourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm',
      planKey: record?.key ?? [],
    },
    { ...call, requestId: '5c0ffee5-0000-4000-8000-000000000001' },
  );
  expect((await failureOf(protect)).code).toBe('plan-not-found');
  const unknown = world.connector.plans?.get([`${grown}/backup`, 'none'], call);
  expect((await failureOf(unknown)).code).toBe('plan-not-found');
});

test('what a vault has discovered and does not protect is listed as unprotected, over any pages, and read by itself', async () => {
  world = await openActing({ pageSize: 1 });
  const found = await readPages((token) => world.items.list({ size: 50, token }, call));
  const unprotected = found.filter(({ item }) => item.protection === 'unprotected');
  expect(unprotected.map(({ item }) => `${item.type} ${item.name}`)).toContain('file-share archive');
  for (const record of unprotected) {
    expect(record.item).toMatchObject({ plan: null, lastRecoveryPointAt: null, actions: [] });
    expect(await world.items.get(record.key, call)).toEqual(record);
  }
  const asked = world.vendor.requests.filter(({ path }) => path.includes('backupProtectableItems?'));
  expect(asked.length).toBeGreaterThan(0);
});

test('a vault that refuses to list what it could protect costs that alone', async () => {
  world = await openActing({
    connect: {
      fetch: async (request) =>
        request.url.includes('backupProtectableItems')
          ? Response.json({ error: { code: 'AuthorizationFailed', message: 'No.' } }, { status: 403 })
          : world.world.fetch(request),
    },
  });
  const found = await readPages((token) => world.items.list({ size: 50, token }, call));
  expect(found.length).toBeGreaterThan(5);
  expect(found.some(({ item }) => item.protection === 'unprotected')).toBe(false);
});
