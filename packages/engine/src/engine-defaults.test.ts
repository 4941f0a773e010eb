import { CrossvaultError, silentLogger } from '@crossvault/core';
import { createFakeConnector, createFakeVendor, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { completeConnection } from './engine-defaults.ts';

const startedAt = new Date(Date.now() - 60_000).toISOString();
const jobsOf = (connection: string) => [
  makeJob(connection, 'a', { startedAt }),
  makeJob(connection, 'b', { startedAt }),
];
const connectorOf = (name: string) => createFakeConnector(name, createFakeVendor({ jobs: jobsOf(name) }));

test('names and connectors are enough to list the jobs of several connections', async () => {
  const engine = createEngine({
    connections: ['north', 'south'].map((name) => ({ name, connector: connectorOf(name) })),
  });
  const { records, complete, next } = await engine.listJobs();
  expect(records.map(({ job }) => `${job.connection} ${job.nativeId}`).toSorted()).toEqual([
    'north a',
    'north b',
    'south a',
    'south b',
  ]);
  expect([complete, next]).toEqual([true, null]);
  await engine.close();
});

test('a part of a page is completed by the defaults', async () => {
  const engine = createEngine({ connections: [{ name: 'north', connector: connectorOf('north') }] });
  const first = await engine.listJobs({}, { limit: 1 });
  expect(first.records).toHaveLength(1);
  const second = await engine.listJobs({}, { limit: 1, cursor: first.next });
  expect([...first.records, ...second.records].map(({ job }) => job.nativeId).toSorted()).toEqual(['a', 'b']);
  await engine.close();
});

test('single jobs, connections and probes need no options either', async () => {
  const engine = createEngine({ connections: [{ name: 'north', connector: connectorOf('north') }] });
  const [listed] = (await engine.listJobs()).records;
  const id = listed?.job.id ?? '';
  expect((await engine.getJob(id)).job.nativeId).toBe(listed?.job.nativeId);
  expect(await engine.connections()).toHaveLength(1);
  expect((await engine.connection('north')).name).toBe('north');
  expect((await engine.probe('north')).ok).toBe(true);
  await engine.close();
});

test('the vendor of a connection is that of its connector, and its title the vendor', () => {
  const connector = connectorOf('north');
  expect(completeConnection({ name: 'north', connector })).toMatchObject({
    vendor: connector.vendor,
    title: connector.vendor,
    tags: [],
    deadlineMs: 30_000,
    concurrency: 4,
    fault: null,
  });
});

test('what a caller states of a connection takes precedence', () => {
  const fault = new CrossvaultError({ code: 'configuration-invalid', message: 'The key baseUrl is missing.' });
  const stated = { vendor: 'acme', title: 'Acme Backup', tags: ['uk'], deadlineMs: 5_000, concurrency: 1, fault };
  expect(completeConnection({ name: 'north', connector: null, ...stated })).toMatchObject(stated);
});

test.each([
  [['north', 'north'], 'Two connections have the name "north".'],
  [['north', ''], 'A connection has no name.'],
])('connections named %j are refused, since ids and cursors contain the name', (names, message) => {
  const connections = names.map((name) => ({ name, connector: connectorOf('north') }));
  expect(() => createEngine({ connections })).toThrow(
    expect.objectContaining({ code: 'configuration-invalid', message, parameter: 'connections' }),
  );
});

test.each([
  [{ limit: 0 }, 'limit'],
  [{ limit: -1 }, 'limit'],
  [{ limit: Number.NaN }, 'limit'],
  [{ limit: 1.5 }, 'limit'],
  [{ sort: 'newest' }, 'sort'],
])('the page %o is refused and is no empty answer', async (page: object, parameter) => {
  const engine = createEngine({ connections: [{ name: 'north', connector: connectorOf('north') }] });
  await expect(engine.listJobs({}, page)).rejects.toMatchObject({ code: 'invalid-parameter', parameter });
  await engine.close();
});

test.each([
  [{ status: ['fialed'] }, 'status'],
  [{ status: 'failed' }, 'status'],
  [{ kind: ['snapshots'] }, 'kind'],
  [{ problem: 'yes' }, 'problem'],
  [{ conection: ['north'] }, 'conection'],
  [{ since: null }, 'since'],
])('the query %o is refused and is no complete answer without jobs', async (query: object, parameter) => {
  const engine = createEngine({ connections: [{ name: 'north', connector: connectorOf('north') }] });
  const error = await engine.listJobs(query).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'invalid-parameter', parameter });
  expect(String(error)).toContain(`${parameter}: `);
  await engine.close();
});

test('what a program gives as undefined has its default', async () => {
  const untyped: object = { deadlineMs: undefined, concurrency: undefined, title: undefined, tags: undefined };
  const engine = createEngine({ connections: [{ ...untyped, name: 'north', connector: connectorOf('north') }] });
  const page: object = { limit: undefined, sort: undefined, cursor: undefined };
  const query: object = { status: undefined, since: undefined };
  expect((await engine.listJobs(query, page)).records).toHaveLength(2);
  expect(completeConnection({ ...untyped, name: 'north', connector: connectorOf('north') }).deadlineMs).toBe(30_000);
  await engine.close();
});

test('a connector that cannot be closed leaves no other open', async () => {
  const closed: string[] = [];
  const warnings: object[] = [];
  const connections = ['north', 'south'].map((name) => ({
    name,
    connector: {
      ...connectorOf(name),
      close() {
        closed.push(name);
        throw new Error('Not today.');
      },
    },
  }));
  const logger = { ...silentLogger, warn: (fields: object) => void warnings.push(fields) };
  await createEngine({ connections, logger }).close();
  expect([closed, warnings]).toEqual([
    ['north', 'south'],
    [expect.objectContaining({ connection: 'north' }), expect.objectContaining({ connection: 'south' })],
  ]);
});

test('a call that needs a store says how a program gives one', async () => {
  const engine = createEngine({ connections: [{ name: 'north', connector: connectorOf('north') }] });
  await expect(engine.sync('north')).rejects.toMatchObject({
    code: 'store-missing',
    message: expect.stringContaining('createEngine'),
  });
  await engine.close();
});
