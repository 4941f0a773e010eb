import type { Action, Connector, PreparedWrite, WriteIntent } from '@crossvault/core';
import { connectSimulator, type OpenSimulator, openSimulator } from '@crossvault/harness';
import { failureOf, followToEnd, prepareOptions as prepare, toIntent } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';
import { call, files, itemsOf, share, usual } from '../testing/acting-world.ts';

let world: OpenSimulator;
/** What is done to a request that changes something, instead of sending it. */
let meddle: ((request: Request) => Promise<Response>) | null;
let connector: Connector;
beforeEach(async () => {
  meddle = null;
  world = await openSimulator('azure-backup', azureBackup, { jobs: 4, start: '2026-03-02T12:00:00Z' });
  connector = connectSimulator(azureBackup, world.simulators, world.vendor, {
    allow: ['operate', 'destroy'],
    fetch: (request) =>
      meddle === null || request.method === 'GET' || request.url.includes('/oauth2/')
        ? world.world.fetch(request)
        : meddle(request),
  });
});
afterEach(async () => {
  await connector.close();
  await world.close();
});

const items = () => itemsOf(connector);
const lookUp = (intent: WriteIntent) => connector.writes?.lookUp(intent, call);
const reset = () =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) }));

/** A change whose answer is lost although Azure never got it. */
async function loseOnTheWay(action: Action, making: Promise<PreparedWrite>): Promise<WriteIntent> {
  const write = await making;
  const intent = toIntent(action, write, world.simulators.clock);
  meddle = reset;
  expect(await failureOf(write.send(call))).toMatchObject({ code: 'answer-lost' });
  meddle = null;
  return intent;
}

test.each([
  ['change-plan', () => items().changePlan(share, [files, 'schedule2'], prepare()), 'ConfigureBackup'],
  ['back-up', () => items().backUp(share, usual, prepare()), 'Backup'],
  ['stop-protection', () => items().stopProtection(share, 'retain', prepare()), 'DisableBackup'],
  ['stop-protection', () => items().stopProtection(share, 'delete', prepare()), 'DeleteBackupData'],
] as const)('%s that never arrived stays unknown, and says what was checked (%#)', async (action, make, words) => {
  const intent = await loseOnTheWay(action, make());
  world.simulators.clock.move(600_000);
  expect(await lookUp(intent)).toMatchObject({
    status: 'unknown',
    jobs: [],
    tracking: null,
    error: {
      code: null,
      message: `The item testshare is Protected with the policy schedule1; jobs of it since 2026-03-02T12:00:00.000Z (${words}): none.`,
    },
  });
});

test('a scheduled backup, one of another thing, and one of before are not mistaken for the requested one', async () => {
  const { vendor, simulators } = world;
  await (await items().backUp(share, usual, prepare())).send(call);
  simulators.clock.move(3_600_000);
  const intent = await loseOnTheWay('back-up', items().backUp(share, usual, prepare()));
  const base = { status: 'running', list: files, nativeKind: 'Backup' } as const;
  const like = (target: string, isUserTriggered: boolean, storageAccountName: string) => {
    const id = vendor.addJob({ ...base, target });
    vendor.changeJob(id, {
      list: files,
      merge: { properties: { isUserTriggered, storageAccountName, containerName: null } },
    });
    return id;
  };
  like('testshare', false, 'testvault2');
  like('othershare', true, 'testvault2');
  like('testshare', true, 'othervault');
  expect(await lookUp(intent)).toMatchObject({ status: 'unknown' });
  const own = like('testshare', true, 'testvault2');
  expect(await lookUp(intent)).toMatchObject({ status: 'done', jobs: [[files, own.toLowerCase()]] });
});

test('two manual backups cannot be distinguished', async () => {
  const intent = await loseOnTheWay('back-up', items().backUp(share, usual, prepare()));
  const ids = [1, 2].map(() => {
    const id = world.vendor.addJob({ status: 'running', list: files, nativeKind: 'Backup', target: 'testshare' });
    world.vendor.changeJob(id, {
      list: files,
      merge: { properties: { isUserTriggered: true, storageAccountName: 'testvault2', containerName: null } },
    });
    return id;
  });
  const report = await lookUp(intent);
  expect(report).toMatchObject({ status: 'unknown', jobs: [] });
  for (const id of ids) expect(report?.error?.message).toContain(id);
});

test("another client's change of the same item is not attributed to this request: the policy decides", async () => {
  const intent = await loseOnTheWay('change-plan', items().changePlan(share, [files, 'schedule2'], prepare()));
  await (await items().stopProtection(share, 'retain', prepare())).send(call);
  const other = world.vendor.addJob({
    status: 'running',
    list: files,
    nativeKind: 'ConfigureBackup',
    target: 'testshare',
  });
  const properties = { isUserTriggered: true, storageAccountName: 'testvault2', containerName: null };
  world.vendor.changeJob(other, { list: files, merge: { properties } });
  const report = await lookUp(intent);
  expect(report).toMatchObject({ status: 'unknown', jobs: [] });
  expect(report?.error?.message).toContain(other);
});

test('an operation with a result alone still names its job, which the vault reports', async () => {
  const write = await items().stopProtection(share, 'delete', prepare());
  const intent = toIntent('stop-protection', write, world.simulators.clock);
  meddle = async (request) => {
    const response = await world.world.fetch(request);
    await response.arrayBuffer();
    const location = response.headers.get('location') ?? '';
    return new Response(null, { status: 202, headers: { location, 'retry-after': '10' } });
  };
  const accepted = await write.send(call);
  expect(accepted).toMatchObject({ tracking: [{ by: 'result' }], retryAfterSeconds: 10 });
  const report = await followToEnd(connector, intent, accepted, world.simulators.clock);
  expect(report).toMatchObject({ status: 'done', jobs: [[files, expect.any(String)]] });
  expect((await connector.getJob(report.jobs[0] ?? [], call)).job.kind).toBe('delete');
});

test('a job that ended by itself does not show whether it was cancelled', async () => {
  const id = world.vendor.addJob({ status: 'running', list: files });
  world.vendor.changeJob(id, { list: files, merge: { properties: { actionsInfo: ['Cancellable'] } } });
  const make = connector.cancelJob?.([files, id.toLowerCase()], prepare());
  if (make === undefined) throw new Error('No job can be given up.');
  const intent = await loseOnTheWay('cancel', make);
  expect(await lookUp(intent)).toMatchObject({
    status: 'unknown',
    error: { message: `The job ${id.toLowerCase()} is InProgress.` },
  });
  world.vendor.changeJob(id, { list: files, status: 'succeeded' });
  expect(await lookUp(intent)).toMatchObject({
    status: 'unknown',
    error: { message: `The job ${id.toLowerCase()} is Completed.` },
  });
});

test('what was accepted without an address to follow is followed by what it changes', async () => {
  const write = await items().stopProtection(share, 'retain', prepare());
  const intent = toIntent('stop-protection', write, world.simulators.clock);
  meddle = async (request) => {
    await (await world.world.fetch(request)).arrayBuffer();
    return new Response(null, { status: 202 });
  };
  const accepted = await write.send(call);
  expect(accepted).toMatchObject({ status: 'running', retryAfterSeconds: null });
  expect(await followToEnd(connector, intent, accepted, world.simulators.clock)).toMatchObject({
    status: 'done',
    jobs: [[files, expect.any(String)]],
  });
});

test('what was accepted and never shows ends as unknown', async () => {
  const write = await items().stopProtection(share, 'retain', prepare());
  const intent = toIntent('stop-protection', write, world.simulators.clock);
  meddle = async () => new Response(null, { status: 202 });
  const report = await followToEnd(connector, intent, await write.send(call), world.simulators.clock);
  expect(report).toMatchObject({ status: 'unknown', error: { message: expect.stringContaining('is Protected') } });
  expect(world.simulators.clock.now()).toBe(Date.parse('2026-03-02T12:05:00.000Z'));
});

test('of several requests the first one that fails changes nothing, and a later failure is reported beside the others', async () => {
  const refuse = async () => Response.json({ error: { code: 'Busy', message: 'Not now.' } }, { status: 400 });
  meddle = refuse;
  const first = await items().refreshContainers(prepare());
  expect(await failureOf(first.send(call))).toMatchObject({ code: 'source-refused' });
  let sent = 0;
  meddle = (request) => {
    sent += 1;
    if (sent === 2) return refuse();
    return sent === 3 ? reset() : world.world.fetch(request);
  };
  const write = await items().refreshContainers(prepare());
  const intent = toIntent('refresh-containers', write, world.simulators.clock);
  const accepted = await write.send(call);
  expect(accepted.status).toBe('running');
  const report = await followToEnd(connector, intent, accepted, world.simulators.clock);
  expect(report).toMatchObject({ status: 'unknown', error: { message: expect.stringContaining('Not now.') } });
  expect(sent).toBe(6);
});

test('stored facts of another form are an internal error', async () => {
  const write = await items().stopProtection(share, 'retain', prepare());
  const intent = toIntent('stop-protection', write, world.simulators.clock);
  expect(await failureOf(connector.writes?.follow(intent, 'nonsense', call) ?? Promise.resolve())).toMatchObject({
    code: 'internal-error',
  });
  expect(await failureOf(connector.writes?.lookUp({ ...intent, facts: {} }, call) ?? Promise.resolve())).toMatchObject({
    code: 'internal-error',
  });
});

test.each(['azure-asyncoperation', 'location'])(
  'a %s at another host is not asked: the operation says so, and is found by what it changed',
  async (header) => {
    const write = await items().stopProtection(share, 'retain', prepare());
    const intent = toIntent('stop-protection', write, world.simulators.clock);
    const asked: string[] = [];
    meddle = async (request) => {
      await (await world.world.fetch(request)).arrayBuffer();
      meddle = async (other) => {
        asked.push(other.url);
        return reset();
      };
      return new Response(null, { status: 202, headers: { [header]: 'https://elsewhere.example/operations/o' } });
    };
    const accepted = await write.send(call);
    const report = await followToEnd(connector, intent, accepted, world.simulators.clock);
    expect(report).toMatchObject({ status: 'done', jobs: [[files, expect.any(String)]] });
    expect(report.answer).toEqual(expect.stringContaining('https://elsewhere.example'));
    expect(asked).toEqual([]);
  },
);

test('the operation of a change that does not show names the refused link, while it runs and when it ends', async () => {
  const write = await items().stopProtection(share, 'retain', prepare());
  const intent = toIntent('stop-protection', write, world.simulators.clock);
  const foreign = { 'azure-asyncoperation': 'https://elsewhere.example/o' };
  meddle = async () => new Response(null, { status: 202, headers: foreign });
  const accepted = await write.send(call);
  meddle = null;
  const first = await connector.writes?.follow(intent, accepted.tracking, call);
  const message = expect.stringContaining('https://elsewhere.example');
  expect(first).toMatchObject({ status: 'running', error: { code: 'link-refused', message } });
  const second = await connector.writes?.follow(intent, first?.tracking, call);
  expect(second).toMatchObject({ status: 'running', error: { code: 'link-refused', message } });
  if (second === undefined) throw new Error('The connector follows nothing.');
  const report = await followToEnd(connector, intent, second, world.simulators.clock);
  expect(report).toMatchObject({ status: 'unknown', error: { message } });
});
