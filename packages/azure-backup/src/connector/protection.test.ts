import { failureOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import {
  type ActingWorld,
  call,
  database,
  files,
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
