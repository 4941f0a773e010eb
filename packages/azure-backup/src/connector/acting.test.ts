import type { Action, JobKey, PreparedWrite } from '@crossvault/core';
import { carryOut, failureOf, prepareOptions as prepare, toIntent } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ActingWorld,
  call,
  database,
  files,
  grown,
  machine,
  openActing,
  share,
  usual,
} from '../testing/acting-world.ts';

let world: ActingWorld;
beforeEach(async () => {
  world = await openActing();
});
afterEach(() => world.close());

const itemOf = async (key: JobKey) => (await world.items.get(key, call)).item;
const jobOf = async (key: JobKey | undefined) => (await world.connector.getJob(key ?? [], call)).job;
const stop = (key: JobKey, data: 'retain' | 'delete') => world.items.stopProtection(key, data, prepare());

/** Carries a change of an item out; the job that it made. */
async function done(action: Action, making: Promise<PreparedWrite>) {
  const report = await world.done(action, making);
  expect(report).toMatchObject({ status: 'done', error: null });
  return report.jobs[0];
}

test('a share gets another policy, is backed up, stopped with its data, resumed, and stopped without them', async () => {
  expect(await itemOf(share)).toMatchObject({
    name: 'testshare',
    type: 'file-share',
    protection: 'protected',
    plan: { name: 'schedule1' },
  });

  const changed = await done('change-plan', world.items.changePlan(share, [files, 'schedule2'], prepare()));
  expect(await jobOf(changed)).toMatchObject({ nativeKind: 'ConfigureBackup', target: { name: 'testshare' } });
  expect(await itemOf(share)).toMatchObject({ plan: { name: 'schedule2' } });

  const keepUntil = '2026-06-01T00:00:00.000Z';
  const backedUp = await done('back-up', world.items.backUp(share, { keepUntil, type: null }, prepare()));
  expect(await jobOf(backedUp)).toMatchObject({ kind: 'backup', status: 'running' });
  world.clock.move(600_000);
  expect(await jobOf(backedUp)).toMatchObject({ status: 'succeeded', plan: { name: 'schedule2' } });
  const [newest, ...older] = await world.items.recoveryPoints(share, call);
  expect(newest).toMatchObject({ at: '2026-03-02T12:02:00.000Z', sizeBytes: 5 * 1024 ** 3 });
  expect(older.map(({ at }) => at)).toEqual(
    older
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );

  expect(await jobOf(await done('stop-protection', stop(share, 'retain')))).toMatchObject({
    nativeKind: 'DisableBackup',
  });
  expect(await itemOf(share)).toMatchObject({ protection: 'stopped', plan: null });
  await done('resume-protection', world.items.resumeProtection(share, [files, 'schedule1'], prepare()));
  expect(await itemOf(share)).toMatchObject({ protection: 'protected', plan: { name: 'schedule1' } });

  expect(await jobOf(await done('stop-protection', stop(share, 'delete')))).toMatchObject({ kind: 'delete' });
  expect(await itemOf(share)).toMatchObject({ protection: 'unprotected', plan: null, actions: [] });
});

test('a machine is soft-deleted, undeleted, and resumed with a named policy', async () => {
  const key = machine('vm-web-01');
  await done('stop-protection', stop(key, 'delete'));
  expect(await itemOf(key)).toMatchObject({ protection: 'stopped', actions: ['undelete'] });
  await done('undelete', world.items.undelete(key, prepare()));
  const actions = ['resume-protection', 'stop-protection', 'restore'];
  expect(await itemOf(key)).toMatchObject({ protection: 'stopped', actions });
  expect(await failureOf(world.items.resumeProtection(key, null, prepare()))).toMatchObject({ code: 'not-guaranteed' });
  await done('resume-protection', world.items.resumeProtection(key, [grown, 'weekly-vm'], prepare()));
  expect(await itemOf(key)).toMatchObject({ protection: 'protected', plan: { name: 'weekly-vm' } });
});

test('a new machine is found, protected, and pending until its first backup has ended', async () => {
  const sourceId = `/subscriptions/${grown.split('/')[0]}/resourceGroups/rg-compute/providers/Microsoft.Compute/virtualMachines/vm-new-01`;
  const protect = () => world.items.protect({ sourceId, planKey: [grown, 'nightly-vm'] }, prepare());
  expect(await failureOf((await protect()).send(call))).toMatchObject({ code: 'source-refused', upstreamStatus: 400 });
  const refresh = await world.items.refreshContainers(prepare());
  expect(await carryOut(world.connector, 'refresh-containers', refresh, world.clock)).toMatchObject({ status: 'done' });
  await done('protect', protect());
  const key = machine('vm-new-01');
  expect(await itemOf(key)).toMatchObject({ protection: 'pending', lastSuccessAt: null, lastRecoveryPointAt: null });
  expect(await failureOf(protect())).toMatchObject({ code: 'state-conflict' });
  await done('back-up', world.items.backUp(key, usual, prepare()));
  world.clock.move(600_000);
  expect(await itemOf(key)).toMatchObject({ protection: 'protected', lastSuccessAt: expect.any(String) });
});

test('a backup of an item that is being backed up is a conflict, and so is a second change at the same time', async () => {
  await (await world.items.backUp(share, usual, prepare())).send(call);
  const again = await world.items.backUp(share, usual, prepare());
  expect(await failureOf(again.send(call))).toMatchObject({ code: 'state-conflict', upstreamStatus: 409 });
  const changes = [await world.items.changePlan(share, [files, 'schedule2'], prepare()), await stop(share, 'retain')];
  await changes[0]?.send(call);
  expect(await failureOf(changes[1]?.send(call) ?? Promise.resolve())).toMatchObject({ code: 'state-conflict' });
});

test('an operation that fails says why, in the words of Azure, and makes no job', async () => {
  const write = await stop(machine('vm-locked'), 'retain');
  expect(await carryOut(world.connector, 'stop-protection', write, world.clock)).toMatchObject({
    status: 'failed',
    jobs: [],
    error: { code: 'UserErrorItemLocked', message: 'The item is locked by another operation.' },
    endedAt: '2026-03-02T12:01:30.000Z',
  });
});

test('an operation that Azure has forgotten shows in what it changed', async () => {
  const write = await world.items.changePlan(share, [files, 'schedule2'], prepare());
  const intent = toIntent('change-plan', write, world.clock);
  const accepted = await write.send(call);
  world.clock.move(2 * 86_400_000);
  const report = await world.connector.writes?.follow(intent, accepted.tracking, call);
  expect(report).toMatchObject({ status: 'done', jobs: [[files, expect.any(String)]] });
});

test.each([
  [
    'the policy of another vault',
    () => world.items.changePlan(share, [grown, 'daily-files'], prepare()),
    'state-conflict',
  ],
  ['no such policy', () => world.items.changePlan(share, [files, 'schedule9'], prepare()), 'plan-not-found'],
  ['no such item', () => world.items.changePlan([files, 'c', 'i'], [files, 'schedule2'], prepare()), 'item-not-found'],
  ['a key of no item', () => world.items.get([files, '..', 'i'], call), 'item-not-found'],
  ['a vault of another connection', () => world.items.get(['a/b/c', 'c', 'i'], call), 'item-not-found'],
  ['what is stopped', () => stop(machine('vm-stopped'), 'retain'), 'state-conflict'],
  ['what is stopped', () => world.items.backUp(machine('vm-stopped'), usual, prepare()), 'state-conflict'],
  ['what is protected', () => world.items.undelete(share, prepare()), 'state-conflict'],
  ['a soft-deleted item', () => stop(machine('vm-deleted'), 'delete'), 'state-conflict'],
  [
    'what agents protect',
    () => stop([grown, 'windows;fs01.corp.example', 'filefolder;c_drive'], 'delete'),
    'action-not-supported',
  ],
  [
    'a sort of backup of a share',
    () => world.items.backUp(share, { ...usual, type: 'Full' }, prepare()),
    'not-guaranteed',
  ],
] as const)('%s is refused before anything is sent (%#)', async (_what, ask, code) => {
  expect(await failureOf(ask())).toMatchObject({ code });
  expect(world.vendor.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('/oauth2/'))).toEqual(
    [],
  );
});

test.each([
  ['a database', database, 'original', 'fail', 'action-not-supported'],
  ['a machine without a storage account', machine('vm-web-02'), 'original', 'fail', 'invalid-parameter'],
  ['a machine over what is there', machine('vm-web-02'), 'account', 'overwrite', 'not-guaranteed'],
  ['a share to nowhere', share, 'elsewhere', 'skip', 'invalid-parameter'],
] as const)('restoring %s is refused', async (_what, key, to, conflict, code) => {
  const account = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a';
  const [point] = await world.items.recoveryPoints(key, call);
  const request = { recoveryPointId: point?.id ?? '', destination: to === 'account' ? account : to, conflict };
  expect(await failureOf(world.items.restore(key, request, prepare()))).toMatchObject({ code });
  expect(await failureOf(world.items.restore(share, { ...request, recoveryPointId: '7' }, prepare()))).toMatchObject({
    code: 'item-not-found',
  });
});
