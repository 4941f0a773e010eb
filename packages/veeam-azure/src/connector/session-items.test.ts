import type { JobRecord } from '@crossvault/core';
import { readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { jobMapper } from '../mapping/map-job.ts';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';

const call = { signal: new AbortController().signal };
let world: OpenAppliance | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

async function open(options: ApplianceOptions = {}) {
  const opened = await openAppliance({ jobs: 120, ...options });
  world = opened;
  const records = recordsOf(await readLists(opened.connector, call));
  const find = (status: string): JobRecord => {
    const found = records.find(({ job }) => job.status === status && job.plan !== null && (job.counts?.total ?? 0) > 1);
    if (found === undefined) throw new Error(`No session of a policy is ${status}.`);
    return found;
  };
  const asked = () => opened.vendor.requests.filter(({ path }) => /protectedItems/.test(path)).length;
  return { ...opened, find, asked };
}

test('a failed session of a policy names the machines that failed, and those that did not', async () => {
  const { connector, find, asked } = await open();
  const { key, job } = find('failed');
  expect([job.tasks, job.provenance['tasks'], asked()]).toEqual([[], 'missing', 0]);
  const whole = (await connector.getJob(key, call)).job;
  expect(whole.tasks.map(({ status }) => status).toSorted()).toEqual(
    ['failed', ...whole.tasks.slice(1).map(() => 'succeeded')].toSorted(),
  );
  expect(whole.tasks.length).toBeGreaterThan(1);
  const [failed] = whole.tasks;
  expect(failed).toMatchObject({ name: expect.stringMatching(/^vm-/), status: 'failed', nativeStatus: 'Error' });
  expect(whole.errors.some(({ message }) => message.includes(failed?.name ?? '-'))).toBe(true);
});

test('a session that was wholly successful costs no further request', async () => {
  const { connector, find, asked } = await open();
  await connector.getJob(find('succeeded').key, call);
  expect(asked()).toBe(0);
});

test('a version that does not document the results is not asked for them', async () => {
  const { connector, find, asked } = await open({ apiVersion: 'v8' });
  expect((await connector.getJob(find('failed').key, call)).job.tasks).toEqual([]);
  expect(asked()).toBe(0);
});

test('results that cannot be had leave the job as it is, and the log says so', async () => {
  const { connector, find, said } = await open({
    watch: (fetch) => async (request) =>
      request.url.includes('/protectedItems') ? Response.json({ title: 'No.' }, { status: 404 }) : fetch(request),
  });
  const { job } = await connector.getJob(find('failed').key, call);
  expect([job.status, job.tasks, job.provenance['tasks']]).toEqual(['failed', [], 'missing']);
  expect(said()).toContain('The results of a session are missing.');
});

const run = {
  jobSessionId: 'S-1',
  status: 'Error',
  startTime: '2026-03-01T22:00:00Z',
  endTime: '2026-03-01T22:01:00Z',
};
const map = (objects: unknown) => {
  const result = jobMapper.map(
    { get: { id: 's-1', type: 'PolicyBackup', status: 'Error' }, objects },
    { connection: 'ukwest', list: 'sessions', observedAt: '2026-03-02T00:00:00.000Z' },
  );
  return result.kind === 'job' ? result.record.job : null;
};

test.each<[unknown, unknown]>([
  [
    { resource: { id: 'r', name: 'vm-1', displayName: null }, runs: [run] },
    { name: 'vm-1', durationSeconds: 60 },
  ],
  [
    { resource: { id: 'r' }, runs: [{ ...run, jobSessionId: 'other', status: 'Success' }, run] },
    { name: 'r', status: 'failed' },
  ],
  [
    { resource: null, runs: [{ ...run, endTime: null, status: 'Running' }] },
    { name: '', status: 'running', endedAt: null },
  ],
  [
    { resource: { name: 'vm-1' }, runs: null },
    { name: 'vm-1', status: 'unknown', startedAt: null },
  ],
])('a resource with %j becomes a task', (row, task) => {
  expect(map([row])?.tasks).toMatchObject([task]);
});

test.each([['text'], [3], [[null, 'x']], [[{ runs: 'many' }]]])(
  'results of another form, %j, are unreadable',
  (objects) => {
    expect(map(objects)?.provenance['tasks']).toBe('unreadable');
  },
);
