import type { JobKey } from '@crossvault/core';
import { failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { type Answer, type Ask, agent, call, connect, perform } from '../testing/recording-console.ts';
import documented from './__fixtures__/get-backup-agent-job.documented.json' with { type: 'json' };

const zeros = '00000000-0000-0000-0000-000000000000';
const server = '0a1b2c3d-0000-4000-8000-000000000003';
const lastRun = '2026-03-01T21:00:00.000Z';
const link = (rel: string) => ({ rel, method: 'POST', href: `https://elsewhere.example/v2/${rel}` });
const jobV2 = (change: object = {}) => ({ ...documented, ...change });
const readsV2 =
  (...jobs: readonly { readonly id: string }[]): Answer =>
  (_request, path) => {
    const [, , , , jobs_, id] = path.split('/');
    if (jobs_ !== 'jobs') return undefined;
    if (id === undefined) return Response.json(jobs);
    const job = jobs.find((one) => one.id === id);
    return job === undefined ? undefined : Response.json(job);
  };
const keyV2: JobKey = [agent, documented.id, ''];
const pathV2 = `/v2/backupAgents/${agent}/jobs/${documented.id}`;
const stoppable = { lastSessionStatus: 'Running', _links: [link('self'), link('stopJob'), link('delete')] };

test.each<[string, object, Ask, string]>([
  ['run', {}, (c) => c.plans?.run?.(keyV2, { full: false }, call), `POST ${pathV2}/start`],
  ['stop', stoppable, (c) => c.plans?.stop?.(keyV2, call), `POST ${pathV2}/stop`],
  [
    'update',
    { backupPolicyId: 3 },
    (c) => c.plans?.update?.(keyV2, {}, call),
    `POST ${pathV2}/update?allowLicenseEscalate=false`,
  ],
  [
    'update with a larger licence',
    { backupPolicyId: 3 },
    (c) => c.plans?.update?.(keyV2, { allowLicenseEscalate: true }, call),
    `POST ${pathV2}/update?allowLicenseEscalate=true`,
  ],
  ['remove', {}, (c) => c.plans?.remove?.(keyV2, { removeRestorePoints: null }, call), `DELETE ${pathV2}/delete`],
  ['cancel', stoppable, (c) => c.cancelJob?.([...keyV2, '2018-12-07T08:30:00.767Z'], call), `POST ${pathV2}/stop`],
])('%s is requested at our own address, whatever host the links name', async (_name, change, ask, request) => {
  const console = connect('v2', readsV2(jobV2(change)));
  expect(await perform(console, ask)).toMatchObject({ request, body: null, id: null });
});

test('what is not offered for any job is not there', () => {
  const { connector } = connect('v2', readsV2());
  expect(Object.keys(connector.plans ?? {}).toSorted()).toEqual(['get', 'list', 'remove', 'run', 'stop', 'update']);
  expect(connector).not.toHaveProperty('retryJob');
});

test.each<[string, Ask, string, RegExp]>([
  ['a full backup', (c) => c.plans?.run?.(keyV2, { full: true }, call), 'not-guaranteed', /full backup/],
  [
    'removing the restore points',
    (c) => c.plans?.remove?.(keyV2, { removeRestorePoints: true }, call),
    'not-guaranteed',
    /does not say what becomes of the restore points/,
  ],
  [
    'keeping the restore points',
    (c) => c.plans?.remove?.(keyV2, { removeRestorePoints: false }, call),
    'not-guaranteed',
    /does not say what becomes of the restore points/,
  ],
  [
    'an unknown setting',
    (c) => c.plans?.update?.(keyV2, { force: true }, call),
    'invalid-parameter',
    /allowLicenseEscalate/,
  ],
  ['a plan that is none', (c) => c.plans?.stop?.(['..'], call), 'plan-not-found', /no plan/],
])('%s is refused before anything is asked', async (_name, ask, code, message) => {
  const console = connect('v2', readsV2(jobV2()));
  const error = await failureOf(ask(console.connector));
  expect(error).toMatchObject({ code, source: 'console' });
  expect(error.message).toMatch(message);
  expect([console.reads, console.sent]).toEqual([0, []]);
});

test.each<[string, object, Ask, string]>([
  ['a running job', stoppable, (c) => c.plans?.run?.(keyV2, { full: false }, call), 'state-conflict'],
  ['a job that is not running', {}, (c) => c.plans?.stop?.(keyV2, call), 'state-conflict'],
  ['a job without a policy', {}, (c) => c.plans?.update?.(keyV2, {}, call), 'state-conflict'],
  ['a run that is over', {}, (c) => c.cancelJob?.([...keyV2, '2018-12-07T08:30:00.767Z'], call), 'state-conflict'],
  ['a run that was replaced', stoppable, (c) => c.cancelJob?.([...keyV2, lastRun], call), 'job-not-found'],
  [
    'a job of a backup server',
    {},
    (c) => c.plans?.run?.([`server:${server}`, documented.id, ''], { full: false }, call),
    'plan-not-found',
  ],
])('what cannot be done to %s is refused, and nothing is sent', async (_name, change, ask, code) => {
  const console = connect('v2', readsV2(jobV2(change)));
  expect(await failureOf(ask(console.connector))).toMatchObject({ code, source: 'console' });
  expect(console.sent).toEqual([]);
});

test('jobs that share an id of zeros are never changed, since another one may be meant', async () => {
  const console = connect('v2', readsV2(jobV2({ id: zeros, name: 'A' }), jobV2({ id: zeros, name: 'B' })));
  const key = [agent, zeros, 'B'];
  expect((await console.connector.plans?.get(key, call))?.plan).toMatchObject({ name: 'B', actions: [] });
  const asking = console.connector.plans?.remove?.(key, { removeRestorePoints: null }, call);
  expect(await failureOf(asking)).toMatchObject({ code: 'not-guaranteed' });
  expect(console.sent).toEqual([]);
});
