import {
  createFakeLedger,
  createFakeVendor,
  createManualClock,
  createPlainSynchronizer,
  type FakeConnection,
  type FakeLedger,
  fakeConnections,
  jobsAt,
  type ManualClock,
  makeItem,
  makeJob,
  makeOperation,
  makePlan,
  patientCall,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type Facade, readProblem, startFacade } from '../testing/facade.ts';
import { openStore } from '../testing/history.ts';

const everything = ['read', 'operate', 'destroy', 'admin'] as const;
const entry = { at: '2026-01-02T03:04:05.000Z', actor: 'x', action: 'run', target: null, detail: {} };

const createLedger = (): FakeLedger =>
  createFakeLedger({
    plans: [makePlan('a', 'p'), makePlan('b', 'p')],
    items: [makeItem('a', 'i'), makeItem('b', 'i')],
    operations: [makeOperation('a', 'op-a'), makeOperation('b', 'op-b')],
    audit: [
      { ...entry, connection: 'a' },
      { ...entry, connection: 'b' },
      { ...entry, connection: null },
    ],
    keys: {
      cv_a: { name: 'only-a', scopes: [...everything], connections: ['a'] },
      cv_gone: { name: 'gone', scopes: [...everything], connections: ['long-gone'] },
      cv_all: { name: 'all', scopes: [...everything] },
    },
  });

interface Limited {
  readonly facade: Facade;
  readonly ledger: FakeLedger;
  ask(path: string, key?: string): ReturnType<Facade['ask']>;
  post(path: string, body?: object): ReturnType<Facade['ask']>;
}

async function openStored(connections: readonly FakeConnection[], clock: ManualClock) {
  const store = await openStore(clock);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  for (const name of ['a', 'b']) await synchronizer.syncNow(name, patientCall);
  return { store, synchronizer };
}

/** With a store only where something is asked that needs one: it takes its time to be made. */
async function open(isStored = false): Promise<Limited> {
  const connections = fakeConnections({
    a: createFakeVendor({ jobs: jobsAt('a', [1, 3]) }),
    b: createFakeVendor({ jobs: jobsAt('b', [2, 4]) }),
  });
  const clock = createManualClock('2026-01-10T06:00:00.000Z');
  const ledger = createLedger();
  const history = isStored ? await openStored(connections, clock) : {};
  const facade = await startFacade(connections, { clock, history, ledger });
  const headers = (key: string) => ({ Authorization: `Bearer ${key}` });
  return {
    facade,
    ledger,
    ask: (path, key = 'cv_a') => facade.ask(path, { headers: headers(key) }),
    post: (path, body = {}) =>
      facade.ask(path, {
        method: 'POST',
        headers: { ...headers('cv_a'), 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

/** The connections that an answer speaks of. */
const connectionsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/"(?:connection|name)":"(a|b)"/g)].map(([, name = '']) => name))].toSorted();

describe('a key that is limited to one connection', () => {
  test.each([
    '/v1/jobs',
    '/v1/jobs?q=backup',
    '/v1/changes',
    '/v1/summary?since=7d',
    '/v1/connections',
    '/v1/plans',
    '/v1/protected-items',
    '/v1/operations',
    '/v1/audit',
  ])('sees nothing of another in %s', async (path) => {
    const { ask } = await open(/changes|summary/.test(path));
    const whole = await ask(path, 'cv_all');
    const limited = await ask(path);
    expect([whole.status, limited.status]).toEqual([200, 200]);
    expect(connectionsIn(whole.text)).toEqual(['a', 'b']);
    expect(connectionsIn(limited.text)).toEqual(['a']);
  });

  test('gets a summary of its own', async () => {
    const { ask } = await open(true);
    const read = async (key: string): Promise<unknown> => Object((await ask('/v1/summary?since=7d', key)).body).total;
    expect([await read('cv_all'), await read('cv_a')]).toMatchObject([{ jobs: 4 }, { jobs: 2 }]);
  });

  test.each([
    ['/v1/jobs/ID', makeJob('b', 'b-0').id, 'job-not-found'],
    ['/v1/jobs/ID/explain', makeJob('b', 'b-0').id, 'job-not-found'],
    ['/v1/jobs/ID/log', makeJob('b', 'b-0').id, 'job-not-found'],
    ['/v1/plans/ID', makePlan('b', 'p').id, 'plan-not-found'],
    ['/v1/protected-items/ID', makeItem('b', 'i').id, 'item-not-found'],
    ['/v1/protected-items/ID/recovery-points', makeItem('b', 'i').id, 'item-not-found'],
    ['/v1/operations/ID', 'op-b', 'operation-not-found'],
    ['/v1/connections/ID', 'b', 'connection-not-found'],
    ['/v1/connections/ID/containers', 'b', 'connection-not-found'],
  ])('finds nothing of another at %s', async (path, id, code) => {
    const { ask } = await open();
    const problem = readProblem(await ask(path.replace('ID', id)));
    expect([problem.status, problem.code]).toEqual([404, code]);
    expect(problem.detail).not.toContain('Configured: a, b');
  });

  test('gets "no such connection" for a filter by another connection', async () => {
    const { ask } = await open();
    for (const path of ['/v1/jobs', '/v1/plans', '/v1/protected-items', '/v1/operations']) {
      const problem = readProblem(await ask(`${path}?connection=b`));
      expect([problem.status, problem.detail.endsWith('Configured: a.')]).toEqual([400, true]);
    }
    expect(readProblem(await ask('/v1/audit?connection=b')).code).toBe('connection-not-found');
  });

  test.each([
    [`/v1/jobs/${makeJob('b', 'b-0').id}/cancel`, {}],
    [`/v1/plans/${makePlan('b', 'p').id}/run`, {}],
    [`/v1/protected-items/${makeItem('b', 'i').id}/undelete`, {}],
    ['/v1/protected-items', { connection: 'b', sourceId: 's', planId: 'p' }],
    ['/v1/connections/b/containers/refresh', {}],
    ['/v1/connections/b/export-jobs', {}],
    ['/v1/connections/b/export-jobs?dryRun=true', {}],
  ])('does nothing at another: %s', async (path, body) => {
    const { post, ledger } = await open();
    expect([(await post(path, body)).status, ledger.asked]).toEqual([404, []]);
  });

  test('neither probes nor syncs another', async () => {
    const { facade } = await open();
    for (const path of ['/v1/connections/b/probe', '/v1/connections/b/sync']) {
      const reply = await facade.ask(path, { method: 'POST', headers: { Authorization: 'Bearer cv_a' } });
      expect(readProblem(reply).code).toBe('connection-not-found');
    }
  });

  test('makes and revokes keys of its own connections alone', async () => {
    const { ask, post, ledger } = await open();
    expect((await ask('/v1/keys')).body).toMatchObject({ data: [{ name: 'only-a' }] });
    for (const connections of [null, ['b'], ['a', 'b']]) {
      const problem = readProblem(await post('/v1/keys', { name: 'more', scopes: ['read'], connections }));
      expect([problem.status, problem.code]).toEqual([403, 'scope-missing']);
    }
    expect(readProblem(await post('/v1/keys/key-all/revoke')).code).toBe('key-not-found');
    expect(Object.keys(ledger.keys)).toEqual(['cv_a', 'cv_gone', 'cv_all']);
    const made = await post('/v1/keys', { name: 'less', scopes: ['read'], connections: ['a'] });
    expect(made.body).toMatchObject({ key: { name: 'less', connections: ['a'] }, token: 'cv_less' });
  });
});

test('a key whose connections were all removed sees nothing', async () => {
  const { ask } = await open(true);
  expect((await ask('/v1/changes?connection=b')).body).toMatchObject({ data: [] });
  for (const path of ['/v1/jobs', '/v1/changes', '/v1/connections', '/v1/plans', '/v1/operations', '/v1/audit']) {
    expect((await ask(path, 'cv_gone')).body, path).toMatchObject({ data: [] });
  }
  expect((await ask('/v1/summary', 'cv_gone')).body).toMatchObject({ total: { jobs: 0 }, connections: [] });
});

test('a stream of changes has nothing of another connection, and ends with its key', async () => {
  const { facade, ledger } = await open(true);
  const headers = { Authorization: 'Bearer cv_a', Accept: 'text/event-stream' };
  const response = await fetch(`${facade.url}/v1/changes`, { headers });
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  while (!heard.includes('event: change')) heard += (await reader.read()).value ?? '';
  expect(connectionsIn(heard)).toEqual(['a']);
  delete ledger.keys['cv_a'];
  const end = reader.read().then(
    ({ done }) => done,
    () => true,
  );
  await expect
    .poll(async () => {
      await facade.clock.move(16_000);
      return Promise.race([end, Promise.resolve(false)]);
    })
    .toBe(true);
});
