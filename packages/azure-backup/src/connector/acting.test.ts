import type { Connector, JobKey, ListQuery, PreparedWrite, ProtectedItemCalls } from '@crossvault/contract';
import {
  carryOut,
  connectSimulator,
  failureOf,
  followToEnd,
  type OpenSimulator,
  openSimulator,
  prepareOptions as prepare,
  toIntent,
} from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

const call = { signal: new AbortController().signal };
const files = 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1/azurefiles/azurefilesvault';
const grown = '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/rg-backup-weu/rsv-prod-weu';
const share: JobKey = [files, 'storagecontainer;storage;azurefiles;testvault2', 'azurefileshare;testshare'];
const database: JobKey = [grown, 'vmappcontainer;compute;rg-compute;sql-prod-1', 'sqldatabase;mssqlserver;orders'];
const machine = (name: string): JobKey => {
  const names = `iaasvmcontainerv2;rg-compute;${name}`;
  return [grown, `iaasvmcontainer;${names}`, `vm;${names}`];
};
const usual = { keepUntil: null, type: null };
const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };

let world: OpenSimulator;
const open = async (options: Parameters<typeof openSimulator>[2] = {}) => {
  world = await openSimulator('azure-backup', azureBackup, {
    jobs: 4,
    start: '2026-03-02T12:00:00Z',
    connect: { allow: ['operate', 'destroy'] },
    ...options,
  });
};
beforeEach(() => open());
afterEach(() => world.close());

const itemsOf = ({ protectedItems = {} }: Pick<Connector, 'protectedItems'>) =>
  protectedItems as Required<ProtectedItemCalls>;
const items = () => itemsOf(world.connector);
const clock = () => world.simulators.clock;
const jobOf = async (key: JobKey | undefined) => (await world.connector.getJob(key ?? [], call)).job;
const itemOf = async (key: JobKey) => (await items().get(key, call)).item;
const stop = (key: JobKey, data: 'retain' | 'delete') => items().stopProtection(key, data, prepare());

/** Carries a change of an item out; the job that it made. */
async function done(action: Parameters<typeof carryOut>[1], making: Promise<PreparedWrite>) {
  const report = await carryOut(world.connector, action, await making, clock());
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

  const changed = await done('change-plan', items().changePlan(share, [files, 'schedule2'], prepare()));
  expect(await jobOf(changed)).toMatchObject({ nativeKind: 'ConfigureBackup', target: { name: 'testshare' } });
  expect(await itemOf(share)).toMatchObject({ plan: { name: 'schedule2' } });

  const keepUntil = '2026-06-01T00:00:00.000Z';
  const backedUp = await done('back-up', items().backUp(share, { keepUntil, type: null }, prepare()));
  expect(await jobOf(backedUp)).toMatchObject({ kind: 'backup', status: 'running' });
  clock().move(600_000);
  expect(await jobOf(backedUp)).toMatchObject({ status: 'succeeded', plan: { name: 'schedule2' } });
  const [newest, ...older] = await items().recoveryPoints(share, call);
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
  await done('resume-protection', items().resumeProtection(share, [files, 'schedule1'], prepare()));
  expect(await itemOf(share)).toMatchObject({ protection: 'protected', plan: { name: 'schedule1' } });

  expect(await jobOf(await done('stop-protection', stop(share, 'delete')))).toMatchObject({ kind: 'delete' });
  expect(await failureOf(items().get(share, call))).toMatchObject({ code: 'item-not-found' });
});

test('a machine is deleted softly, brought back, and resumed with a policy that has to be named', async () => {
  const key = machine('vm-web-01');
  await done('stop-protection', stop(key, 'delete'));
  expect(await itemOf(key)).toMatchObject({ protection: 'stopped', actions: ['undelete'] });
  await done('undelete', items().undelete(key, prepare()));
  const actions = ['resume-protection', 'stop-protection', 'restore'];
  expect(await itemOf(key)).toMatchObject({ protection: 'stopped', actions });
  expect(await failureOf(items().resumeProtection(key, null, prepare()))).toMatchObject({ code: 'not-guaranteed' });
  await done('resume-protection', items().resumeProtection(key, [grown, 'weekly-vm'], prepare()));
  expect(await itemOf(key)).toMatchObject({ protection: 'protected', plan: { name: 'weekly-vm' } });
});

test('a new machine is found, protected, and pending until its first backup has ended', async () => {
  const sourceId = `/subscriptions/${grown.split('/')[0]}/resourceGroups/rg-compute/providers/Microsoft.Compute/virtualMachines/vm-new-01`;
  const protect = () => items().protect({ sourceId, planKey: [grown, 'nightly-vm'] }, prepare());
  expect(await failureOf((await protect()).send(call))).toMatchObject({ code: 'source-refused', upstreamStatus: 400 });
  const refresh = await items().refreshContainers(prepare());
  expect(await carryOut(world.connector, 'refresh-containers', refresh, clock())).toMatchObject({ status: 'done' });
  await done('protect', protect());
  const key = machine('vm-new-01');
  expect(await itemOf(key)).toMatchObject({ protection: 'pending', lastSuccessAt: null, lastRecoveryPointAt: null });
  expect(await failureOf(protect())).toMatchObject({ code: 'state-conflict' });
  await done('back-up', items().backUp(key, usual, prepare()));
  clock().move(600_000);
  expect(await itemOf(key)).toMatchObject({ protection: 'protected', lastSuccessAt: expect.any(String) });
});

test('a job that is given up is cancelling, then cancelled, and leaves no recovery point', async () => {
  const key = machine('vm-sql-01');
  const before = await items().recoveryPoints(key, call);
  const job = await done('back-up', items().backUp(key, usual, prepare()));
  const write = await world.connector.cancelJob?.(job ?? [], prepare());
  if (write === undefined) throw new Error('No job can be given up.');
  expect(write).toMatchObject({ needs: 'operate', target: { kind: 'job', name: 'vm-sql-01' } });
  const intent = toIntent('cancel', write, clock());
  const accepted = await write.send(call);
  expect(await jobOf(job)).toMatchObject({ status: 'cancelling' });
  const report = await followToEnd(world.connector, intent, accepted, clock());
  expect(report).toMatchObject({ status: 'done', jobs: [] });
  expect(await jobOf(job)).toMatchObject({ status: 'cancelled', actions: [] });
  clock().move(600_000);
  expect(await items().recoveryPoints(key, call)).toEqual(before);
  expect(await failureOf(world.connector.cancelJob?.(job ?? [], prepare()) ?? Promise.resolve())).toMatchObject({
    code: 'state-conflict',
  });
});

test.each([
  ['request', 'source-refused'],
  ['result', null],
] as const)(
  'a job whose data are on their way is not given up: refused by the %s',
  async (lateCancelRefusedBy, code) => {
    await world.close();
    await open({ azureBackup: { lateCancelRefusedBy } });
    const job = await done('back-up', items().backUp(machine('vm-sql-01'), usual, prepare()));
    clock().move(240_000);
    const write = await world.connector.cancelJob?.(job ?? [], prepare());
    if (write === undefined) throw new Error('No job can be given up.');
    if (code !== null) {
      expect(await failureOf(write.send(call))).toMatchObject({ code, message: /cannot be cancelled/ });
      return;
    }
    const report = await carryOut(world.connector, 'cancel', write, clock());
    expect(report).toMatchObject({
      status: 'failed',
      error: { message: expect.stringMatching(/cannot be cancelled/) },
    });
    clock().move(600_000);
    expect(await jobOf(job)).toMatchObject({ status: 'succeeded' });
  },
);

test('whoever backs up what is being backed up gets a conflict, and two changes at once are one too many', async () => {
  await (await items().backUp(share, usual, prepare())).send(call);
  const again = await items().backUp(share, usual, prepare());
  expect(await failureOf(again.send(call))).toMatchObject({ code: 'state-conflict', upstreamStatus: 409 });
  const changes = [await items().changePlan(share, [files, 'schedule2'], prepare()), await stop(share, 'retain')];
  await changes[0]?.send(call);
  expect(await failureOf(changes[1]?.send(call) ?? Promise.resolve())).toMatchObject({ code: 'state-conflict' });
});

test('an operation that fails says why, in the words of Azure, and makes no job', async () => {
  const write = await stop(machine('vm-locked'), 'retain');
  expect(await carryOut(world.connector, 'stop-protection', write, clock())).toMatchObject({
    status: 'failed',
    jobs: [],
    error: { code: 'UserErrorItemLocked', message: 'The item is locked by another operation.' },
    endedAt: '2026-03-02T12:01:30.000Z',
  });
});

test('an operation that Azure has forgotten shows in what it changed', async () => {
  const write = await items().changePlan(share, [files, 'schedule2'], prepare());
  const intent = toIntent('change-plan', write, clock());
  const accepted = await write.send(call);
  clock().move(2 * 86_400_000);
  const report = await world.connector.writes?.follow(intent, accepted.tracking, call);
  expect(report).toMatchObject({ status: 'done', jobs: [[files, expect.any(String)]] });
});

test.each([
  ['the policy of another vault', () => items().changePlan(share, [grown, 'daily-files'], prepare()), 'state-conflict'],
  ['no such policy', () => items().changePlan(share, [files, 'schedule9'], prepare()), 'plan-not-found'],
  ['no such item', () => items().changePlan([files, 'c', 'i'], [files, 'schedule2'], prepare()), 'item-not-found'],
  ['a key of no item', () => items().get([files, '..', 'i'], call), 'item-not-found'],
  ['a vault that is none of ours', () => items().get(['a/b/c', 'c', 'i'], call), 'item-not-found'],
  ['what is stopped', () => stop(machine('vm-stopped'), 'retain'), 'state-conflict'],
  ['what is stopped', () => items().backUp(machine('vm-stopped'), usual, prepare()), 'state-conflict'],
  ['what is protected', () => items().undelete(share, prepare()), 'state-conflict'],
  ['what is softly deleted', () => stop(machine('vm-deleted'), 'delete'), 'state-conflict'],
  [
    'what agents protect',
    () => stop([grown, 'windows;fs01.corp.example', 'filefolder;c_drive'], 'delete'),
    'action-not-supported',
  ],
  ['a sort of backup of a share', () => items().backUp(share, { ...usual, type: 'Full' }, prepare()), 'not-guaranteed'],
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
  const [point] = await items().recoveryPoints(key, call);
  const request = { recoveryPointId: point?.id ?? '', destination: to === 'account' ? account : to, conflict };
  expect(await failureOf(items().restore(key, request, prepare()))).toMatchObject({ code });
  expect(await failureOf(items().restore(share, { ...request, recoveryPointId: '7' }, prepare()))).toMatchObject({
    code: 'item-not-found',
  });
});

test('items, policies and containers are listed over all vaults and pages, each once', async () => {
  await world.close();
  await open({ pageSize: 3 });
  const keys: JobKey[] = [];
  const plans: unknown[] = [];
  for (let token: string | null = null, first = true; first || token !== null; first = false) {
    const page = await items().list({ size: 50, token }, call);
    keys.push(...page.records.map(({ key }) => key));
    token = page.next;
  }
  for (let token: string | null = null, first = true; first || token !== null; first = false) {
    const page = await world.connector.plans?.list({ size: 50, token }, call);
    plans.push(...(page?.records.map(({ plan }) => [plan.name, plan.schedule?.text, plan.targets]) ?? []));
    token = page?.next ?? null;
  }
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
  const containers = await items().containers(call);
  expect(containers.map(({ name, type }) => [name, type])).toContainEqual(['testvault2', 'StorageContainer']);
  expect(containers.filter(({ name }) => name === 'stfilesprod')).toHaveLength(1);
});

test('an export tells where the list is, and never the key that opens it', async () => {
  const write = await world.connector.exportJobs?.({ ...everything, startedAfter: '2026-03-01T00:00:00Z' }, prepare());
  if (write === undefined) throw new Error('Nothing is exported.');
  expect(write.requests.map(({ url }) => new URL(url).searchParams.get('$filter'))).toEqual(
    Array.from({ length: 3 }, () => "startTime eq '2026-03-01 12:00:00 AM' and endTime eq '2026-03-03 12:00:00 PM'"),
  );
  const report = await carryOut(world.connector, 'export-jobs', write, clock());
  expect(JSON.stringify(report.answer)).toContain('https://exports.example/jobs/jobs.json');
  expect(JSON.stringify(report)).not.toMatch(/sig=|SasKey/);
});

test('a guarded vault is changed by whoever says who allows it, and the token is shown to nobody', async () => {
  const azure = { azureBackup: { guarded: ['azurefilesvault'] } };
  await world.close();
  await open(azure);
  expect(await failureOf((await stop(share, 'retain')).send(call))).toMatchObject({ code: 'permission-denied' });
  const guard =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/resourceGuards/g/requests/default';
  const guarded = connectSimulator(azureBackup, world.simulators, world.vendor, {
    allow: ['operate', 'destroy'],
    settings: { resourceGuard: { operationRequests: [guard] } },
  });
  const write = await itemsOf(guarded).stopProtection(share, 'retain', prepare());
  expect(write.requests).toMatchObject([{ body: { properties: { resourceGuardOperationRequests: [guard] } } }]);
  expect(JSON.stringify(write.requests)).not.toMatch(/auxiliary|Bearer/i);
  expect(await carryOut(guarded, 'stop-protection', write, clock())).toMatchObject({ status: 'done' });
  const removal = await itemsOf(guarded).stopProtection(share, 'delete', prepare());
  expect(await carryOut(guarded, 'stop-protection', removal, clock())).toMatchObject({ status: 'done' });
});
