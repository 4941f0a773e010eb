import { CrossvaultError } from '@crossvault/core';
import { createTestClock, createTestContext } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { CallsV2 } from '../client/calls-v2.ts';
import documented from './__fixtures__/get-backup-agent-job.documented.json' with { type: 'json' };
import otherSpelling from './__fixtures__/list-backup-agent-jobs.other-spelling.json' with { type: 'json' };
import { readJob } from './read-job.ts';

type Calls = Pick<CallsV2, 'getAgent' | 'getAgentJob' | 'listAgentJobs'>;

const call = { signal: new AbortController().signal };
const agentId = 'cc52ec30-a1b0-41dd-8b24-553dab48b43f';
const zeros = '00000000-0000-0000-0000-000000000000';
const lastRun = '2018-12-07T08:30:00.767Z';
const notStarted = otherSpelling[1]?.id ?? '';
const context = createTestContext({
  connection: 'console',
  clock: createTestClock({ start: '2018-12-07T10:00:00.000Z' }),
});
const known = [
  documented,
  ...otherSpelling,
  { ...documented, id: zeros, name: 'A' },
  { ...documented, id: zeros, name: 'B' },
];

async function answer(body: unknown) {
  if (body !== undefined) return { body, response: new Response() };
  throw new CrossvaultError({ code: 'source-not-found', message: 'No such agent or job.', upstreamStatus: 404 });
}
/** Reads from a console whose one agent has these jobs. */
function read(
  key: readonly string[],
  jobs: readonly { readonly id: string; readonly [field: string]: unknown }[] = known,
  calls: Partial<Calls> = {},
) {
  const client: Calls = {
    getAgent: (id) => answer(id === agentId ? { id: agentId.toUpperCase(), name: 'srv5' } : undefined),
    getAgentJob: (id, jobId) => answer(id === agentId ? jobs.find((job) => job.id === jobId) : undefined),
    listAgentJobs: (id) => answer(id === agentId ? jobs : undefined),
    ...calls,
  };
  return readJob(client, context, key, call);
}

test('a run is read with the name of its agent, and ids unchanged', async () => {
  const key = [agentId, documented.id, '', lastRun];
  const record = await read(key);
  expect(record).toMatchObject({ key, raw: { get: documented } });
  expect(record.job).toMatchObject({ depth: 'full', target: { id: agentId.toUpperCase(), name: 'srv5' } });
});

test.each([
  ['is unknown', () => answer(undefined)],
  ['has an answer that is no agent', () => answer('srv5')],
  ['is another one', () => answer({ id: 'another', name: 'srv6' })],
])('an agent that %s costs its name and not the job', async (_case, getAgent) => {
  const { job } = await read([agentId, documented.id, '', lastRun], known, { getAgent });
  expect(job).toMatchObject({ status: 'succeeded', target: { id: agentId, name: null } });
});

test('a job with an id of zeros is found among the jobs of its agent by its name', async () => {
  const calls = { getAgentJob: () => Promise.reject(new Error('which one is answered is not documented')) };
  const key = [agentId, zeros, 'B', lastRun];
  expect(await read(key, known, calls)).toMatchObject({ key, job: { plan: { name: 'B' } } });
});

test.each<[string, readonly string[], RegExp]>([
  [
    'whose last run has moved on',
    [agentId, documented.id, '', '2018-12-06T08:30:00.767Z'],
    /console has no such run of job 4610eb17.*\. It was replaced by a newer one: the console keeps only the latest run/,
  ],
  ['that could not be read when it was seen', [agentId, documented.id, '', 'unread'], /replaced by a newer one/],
  ['of an unknown job', [agentId, 'nothing', '', lastRun], /console has no run of a job nothing/],
  ['of an unknown agent', ['nobody', documented.id, '', lastRun], /no run of a job 4610eb17.* at agent nobody/],
  ['of a definition that never ran', [agentId, notStarted, '', lastRun], /console has no run of a job 5f0c1f5a/],
  ['of zeros under another name', [agentId, zeros, 'C', lastRun], /console has no run of a job 0000/],
  [
    'of a backup server, which v2 does not report',
    [`server:${agentId}`, documented.id, '', lastRun],
    /none of its jobs/,
  ],
  ['that is malformed', ['..', '..', '', 'unread'], /console has no job \.\.\. This id belongs to none of its jobs/],
])('a run %s is not found', async (_case, key, message) => {
  const reading = read(key);
  await expect(reading).rejects.toMatchObject({ code: 'job-not-found', source: 'console' });
  await expect(reading).rejects.toThrow(message);
});

test('a run with an unreadable last run is read as long as that stays so', async () => {
  const key = [agentId, documented.id, '', 'unread'];
  expect(await read(key, [{ ...documented, lastRun: 'soon' }])).toMatchObject({ key });
});

test('a run that was seen open after an ended one keeps its key until its own start is known', async () => {
  const key = [agentId, documented.id, '', 'after', lastRun];
  expect(await read(key, [{ ...documented, lastSessionStatus: 'Running' }])).toMatchObject({
    key,
    job: { status: 'running', startedAt: null },
    context: { endedRun: lastRun },
  });
  expect(await read(key, [{ ...documented, lastRun: '2018-12-08T08:30:00.1Z' }])).toMatchObject({
    key: [agentId, documented.id, '', '2018-12-08T08:30:00.100Z'],
    job: { status: 'succeeded' },
  });
  await expect(read(key, [documented])).rejects.toMatchObject({ code: 'job-not-found' });
});

test.each(['a text', null, [documented], {}, { id: [7] }])(
  'the answer %j is no job and cannot be read',
  async (body) => {
    const reading = read([agentId, documented.id, '', lastRun], known, { getAgentJob: () => answer(body) });
    await expect(reading).rejects.toMatchObject({ code: 'answer-unreadable', source: 'console' });
  },
);

test('any other trouble stays what it is', async () => {
  const failure = new CrossvaultError({ code: 'authentication-failed', message: 'Refused.' });
  const calls = { getAgent: () => Promise.reject(failure) };
  await expect(read([agentId, documented.id, '', lastRun], known, calls)).rejects.toBe(failure);
});
