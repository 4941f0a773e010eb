import { CrossvaultError } from '@crossvault/core';
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
