import type { ListedJob, Operation } from '@crossvault/core';
import { makeItem, makeJob, makePlan } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { whyOfItem, whyOfJob, whyOfOperation, whyOfPlan, whyOfSummary } from './problem.ts';

const error = { code: 'E1', message: 'No.', recommendation: null, helpUrl: null, count: 1 };
const listed = (fields: Partial<ListedJob>): ListedJob => ({
  ...makeJob('a', 'j'),
  links: {},
  ...{ problem: true, status: 'failed', ended: true, errors: [], anomalies: [] },
  ...fields,
});

test.each<[string, Partial<ListedJob>, string | null]>([
  ['no problem, whatever it reports', { problem: false, anomalies: ['start-unknown'] }, null],
  ['the code of its first error', { errors: [{ ...error, code: null }, error] }, 'E1'],
  ['an anomaly where no error has a code', { anomalies: ['tasks-disagree'] }, 'tasks-disagree'],
  ['its status where nothing else is known', {}, 'failed'],
  ['trouble while it is open', { status: 'running', ended: false }, 'in trouble'],
])('a job has %s', (_name, fields, why) => {
  expect(whyOfJob(listed(fields))).toBe(why);
});

const lastJob = (status: 'failed' | 'warning' | 'succeeded') => ({ id: 'j', status, startedAt: null });

test.each([
  [{ missed: true, lastJob: lastJob('failed') }, 'missed'],
  [{ missed: false, lastJob: lastJob('warning') }, 'last job warning'],
  [{ missed: null, lastJob: lastJob('succeeded') }, null],
  [{ missed: null, lastJob: null }, null],
])('a plan and an item with %j have the problem %j', (fields, why) => {
  expect(whyOfPlan({ ...makePlan('a', 'p'), ...fields })).toBe(why);
  expect(whyOfItem({ ...makeItem('a', 'i'), ...fields })).toBe(why);
});

test('an item whose protection is in error has that problem', () => {
  expect(whyOfItem({ ...makeItem('a', 'i'), protection: 'error', missed: true })).toBe('protection error');
});

const operation: Operation = {
  id: 'op',
  connection: 'a',
  action: 'run',
  target: 'p',
  status: 'done',
  jobs: [],
  outcome: null,
  startedAt: null,
  endedAt: null,
  retryAfterSeconds: null,
  error: null,
  links: {},
};

test.each<[Partial<Operation>, string | null]>([
  [{}, null],
  [{ status: 'running' }, null],
  [{ status: 'failed', error: { code: 'E1', message: 'No.' } }, 'E1'],
  [{ status: 'failed', error: { code: null, message: 'No.' } }, 'failed'],
  [{ status: 'unknown' }, 'unknown'],
  [{ outcome: 'warning' }, 'jobs warning'],
  [{ outcome: 'succeeded' }, null],
])('an operation with %j has the problem %j', (fields, why) => {
  expect(whyOfOperation({ ...operation, ...fields })).toBe(why);
});

test('a line of the summary counts its jobs with a problem', () => {
  const line = { jobs: 3, problems: 1, lastSuccessAt: null, oldestSuccess: null };
  const counts = {
    queued: 0,
    running: 0,
    cancelling: 0,
    succeeded: 2,
    warning: 0,
    failed: 1,
    cancelled: 0,
    skipped: 0,
    unknown: 0,
  };
  expect(whyOfSummary({ ...line, counts })).toBe('1 job');
  expect(whyOfSummary({ ...line, counts, problems: 0 })).toBe(null);
});
