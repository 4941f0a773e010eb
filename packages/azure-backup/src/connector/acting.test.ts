import { randomUUID } from 'node:crypto';
import type { Action, JobKey, PreparedWrite, PrepareOptions, WriteIntent, WriteReport } from '@crossvault/contract';
import { failureOf, type OpenSimulator, openSimulator } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

const call = { signal: new AbortController().signal };
const prepare = (): PrepareOptions => ({ ...call, requestId: randomUUID() });
const files = 'ef4ab5a7-c2c0-4304-af80-af49f48af3d1/azurefiles/azurefilesvault';
const grown = '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/rg-backup-weu/rsv-prod-weu';
const share: JobKey = [files, 'storagecontainer;storage;azurefiles;testvault2', 'azurefileshare;testshare'];
const machine = (name: string): JobKey => [
  grown,
  `iaasvmcontainer;iaasvmcontainerv2;rg-compute;${name}`,
  `vm;iaasvmcontainerv2;rg-compute;${name}`,
];

let world: OpenSimulator;
beforeEach(async () => {
  world = await openSimulator('azure-backup', azureBackup, {
    jobs: 4,
    start: '2026-03-02T12:00:00Z',
    connect: { allow: ['operate', 'destroy'] },
  });
});
afterEach(async () => {
  await world.close();
});

function items() {
  const { protectedItems, writes } = world.connector;
  if (protectedItems === undefined || writes === undefined) throw new Error('Nothing is offered.');
  return { ...protectedItems, ...writes };
}

const intentOf = ({ target, facts }: PreparedWrite, action: Action): WriteIntent => ({
  action,
  target,
  facts: JSON.parse(JSON.stringify(facts)),
  requestId: randomUUID(),
  at: new Date(world.simulators.clock.now()).toISOString(),
});

/** Sends a change and looks at it, as often as Azure asks, until it is over. */
async function finish(action: Action, write: PreparedWrite): Promise<WriteReport> {
  const intent = intentOf(write, action);
  let report = await write.send(call);
  while (report.status === 'running') {
    world.simulators.clock.move((report.retryAfterSeconds ?? 60) * 1000);
    report = await items().follow(intent, JSON.parse(JSON.stringify(report.tracking)), call);
  }
  return report;
}

const jobOf = async (key: JobKey | undefined) => (await world.connector.getJob(key ?? [], call)).job;
const itemOf = async (key: JobKey) => (await items().get(key, call)).item;

test('a share gets another policy, is backed up, stopped with its data, resumed, and stopped without them', async () => {
  const { records } = await items().list({ size: 50, token: null }, call);
  expect(records.length).toBeGreaterThan(0);
  expect(await itemOf(share)).toMatchObject({
    name: 'testshare',
    type: 'file-share',
    protection: 'protected',
    plan: { name: 'schedule1' },
  });

  const changed = await finish('change-plan', await items().changePlan!(share, [files, 'schedule2'], prepare()));
  expect(changed).toMatchObject({ status: 'done', error: null, tracking: null });
  expect(await jobOf(changed.jobs[0])).toMatchObject({ nativeKind: 'ConfigureBackup', target: { name: 'testshare' } });
  expect(await itemOf(share)).toMatchObject({ plan: { name: 'schedule2' } });

  const keepUntil = '2026-06-01T00:00:00.000Z';
  const backedUp = await finish('back-up', await items().backUp!(share, { keepUntil, type: null }, prepare()));
  expect(await jobOf(backedUp.jobs[0])).toMatchObject({ kind: 'backup', status: 'running' });
  world.simulators.clock.move(600_000);
  expect(await jobOf(backedUp.jobs[0])).toMatchObject({ status: 'succeeded', plan: { name: 'schedule2' } });
  expect(await items().recoveryPoints!(share, call)).toMatchObject([{ at: '2026-03-02T12:02:00.000Z' }, {}, {}, {}]);

  const stopped = await finish('stop-protection', await items().stopProtection!(share, 'retain', prepare()));
  expect(await jobOf(stopped.jobs[0])).toMatchObject({ nativeKind: 'DisableBackup' });
  expect(await itemOf(share)).toMatchObject({ protection: 'stopped', plan: null });

  await finish('resume-protection', await items().resumeProtection!(share, [files, 'schedule1'], prepare()));
  expect(await itemOf(share)).toMatchObject({ protection: 'protected', plan: { name: 'schedule1' } });

  const removed = await finish('stop-protection', await items().stopProtection!(share, 'delete', prepare()));
  expect(await jobOf(removed.jobs[0])).toMatchObject({ kind: 'delete' });
  expect(await failureOf(items().get(share, call))).toMatchObject({ code: 'item-not-found' });
});

test('a machine is deleted softly, brought back, and resumed with a policy that has to be named', async () => {
  const key = machine('vm-web-01');
  await finish('stop-protection', await items().stopProtection!(key, 'delete', prepare()));
  expect(await itemOf(key)).toMatchObject({ protection: 'stopped', actions: ['undelete'] });
  await finish('undelete', await items().undelete!(key, prepare()));
  expect(await itemOf(key)).toMatchObject({
    protection: 'stopped',
    actions: ['resume-protection', 'stop-protection', 'restore'],
  });
  expect(await failureOf(items().resumeProtection!(key, null, prepare()))).toMatchObject({ code: 'not-guaranteed' });
  await finish('resume-protection', await items().resumeProtection!(key, [grown, 'weekly-vm'], prepare()));
  expect(await itemOf(key)).toMatchObject({ protection: 'protected', plan: { name: 'weekly-vm' } });
});
