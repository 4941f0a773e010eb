import type { Action, JobContext, JobKey, WriteIntent } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { ActionState } from '../client/async-action.ts';
import { mapPlanRow } from '../mapping/map-plan.ts';
import { createWriteCalls } from './follow-write.ts';
import type { PlanState } from './plan-state.ts';

const call = { signal: new AbortController().signal };
const agentUid = 'cc52ec30-a1b0-41dd-8b24-553dab48b43f';
const jobUid = '4610eb17-b41c-4cc5-81d1-938ee6d89b7a';
const before = '2026-03-01T21:00:00.000Z';
const after = '2026-03-02T12:00:10.000Z';
const asked = '2026-03-02T12:00:00.000Z';
const requestId = '5c0ffee5-0000-4000-8000-000000000001';
const plan: JobKey = [agentUid, jobUid, ''];
const planAddress = { family: 'agent', agentUid, jobUid, system: 'windows' } as const;

/** The job as the console has it; null: there is none. */
function toState(change: object | null, endedRun: string | null): PlanState | null {
  if (change === null) return null;
  const row = { instanceUid: jobUid, backupAgentUid: agentUid, systemType: 'Windows', ...change };
  const context: JobContext = { connection: 'console', list: 'jobs', observedAt: asked, agent: agentUid, endedRun };
  const mapped = mapPlanRow(row, context, 'v3');
  if (!('record' in mapped)) throw new Error('the row is no plan');
  return { ...mapped, planAddress };
}

interface World {
  readonly job: object | null;
  readonly action?: ActionState;
  readonly version?: 'v2' | 'v3';
  readonly minutesLater?: number;
}

function follow({ job, action = { state: 'unknown' }, version = 'v3', minutesLater = 0 }: World) {
  const looked: string[] = [];
  const nowMs = Date.parse(asked) + minutesLater * 60_000;
  const context = createTestContext({
    connection: 'console',
    clock: createTestClock({ start: new Date(nowMs).toISOString() }),
  });
  const lookAtAction = async (id: string) => {
    looked.push(id);
    return action;
  };
  const read = async (_key: JobKey, endedRun: string | null) => toState(job, endedRun);
  return { ...createWriteCalls({ read, lookAtAction: version === 'v2' ? null : lookAtAction }, context), looked };
}

const facts = (shows: 'new-run' | 'end-of-run' | null) => ({ plan, run: [...plan, before], endedRun: before, shows });
const intentOf = (action: Action, shows: 'new-run' | 'end-of-run' | null): WriteIntent => ({
  action,
  target: { kind: 'plan', nativeId: jobUid, name: 'Nightly' },
  requestId,
  at: asked,
  facts: facts(shows),
});
const run = intentOf('run', 'new-run');
const stop = intentOf('stop', 'end-of-run');
const early = '2026-03-02T11:57:00.000Z';
const dayLater = '2026-03-03T12:00:10.000Z';
const stopOfOpen = { ...stop, facts: { ...facts('end-of-run'), endedRun: null } };
const runBesideOpen = { ...run, facts: { ...facts('new-run'), endedRun: null } };
const runBeforeNext = { ...run, facts: { ...facts('new-run'), nextRunAt: '2026-03-02T12:00:05.000Z' } };
const ended = { status: 'Success', lastRun: before, lastEndTime: '2026-03-01T21:10:00.000Z' };

test.each<[string, object, JobKey, string | null]>([
  ['shows with its own start', { status: 'Running', lastRun: after }, [...plan, after], after],
  ['is over already', { status: 'Warning', lastRun: after, lastDuration: 3 }, [...plan, after], after],
  ['shows before its start does', { ...ended, status: 'Running' }, [...plan, 'after', before], null],
])('a start is done when the new run %s, and names it', async (_case, job, key, startedAt) => {
  const report = await follow({ job }).follow(run, { actionId: null }, call);
  expect(report).toMatchObject({ status: 'done', jobs: [key], startedAt, error: null });
});

test.each<[string, object]>([
  ['nothing is seen', ended],
  ['a run shows that is older than the request', { ...ended, lastRun: '2026-03-02T03:00:00.000Z' }],
  ['the job still has no run at all', { status: 'None', lastRun: null }],
])('as long as %s, a start is running', async (_case, job) => {
  const report = await follow({ job, minutesLater: 70 }).follow(run, { actionId: null }, call);
  expect(report).toMatchObject({ status: 'running', tracking: { actionId: null }, jobs: [] });
});

test('a start of which nothing shows is not waited for for ever', async () => {
  const report = await follow({ job: ended, minutesLater: 76 }).follow(run, { actionId: null }, call);
  expect(report).toMatchObject({ status: 'unknown', tracking: null });
  expect(report.error?.message).toMatch(
    /75 minutes. The status of the job is Success, and its last run started 2026-03-01/,
  );
});

test.each<[string, object, string]>([
  ['runs on', { status: 'Running', lastRun: before }, 'running'],
  ['is being stopped', { status: 'Stopping', lastRun: before }, 'running'],
  ['is over', { ...ended, status: 'Failed' }, 'done'],
  ['was followed by another', { status: 'Running', lastRun: after }, 'done'],
])('a stop of a run that %s is %s', async (_case, job, status) => {
  const intent = { ...stop, facts: { ...facts('end-of-run'), endedRun: null } };
  expect(await follow({ job }).follow(intent, { actionId: null }, call)).toMatchObject({ status });
});

test.each<[string, object, string]>([
  ['has not shown yet', ended, 'running'],
  ['shows and runs', { status: 'Running', lastRun: after }, 'running'],
  ['shows and is over', { status: 'Failed', lastRun: after, lastEndTime: after }, 'done'],
])('a stop of our own run that %s is %s', async (_case, job, status) => {
  const intent = { ...stop, facts: { ...facts('end-of-run'), wasOpen: false } };
  expect(await follow({ job }).follow(intent, { actionId: null }, call)).toMatchObject({ status });
});

test('what shows at no run is done with the answer', async () => {
  const { follow: look } = follow({ job: null });
  expect(await look(intentOf('update', null), { actionId: null }, call)).toMatchObject({ status: 'done' });
});

const result = { body: { data: {} }, response: new Response(null, { status: 200 }) };

test.each<[string, ActionState, object]>([
  ['is running', { state: 'running' }, { status: 'running', tracking: { actionId: 'other' } }],
  [
    'failed',
    { state: 'failed', code: 'state-conflict', message: 'It runs already.' },
    { status: 'failed', error: { code: 'state-conflict', message: 'It runs already.' }, tracking: null },
  ],
  ['was cancelled', { state: 'cancelled', code: null, message: 'Cancelled.' }, { status: 'cancelled' }],
  [
    'is done',
    { state: 'done', answer: result },
    { status: 'running', tracking: { actionId: null }, answer: { status: 200, body: { data: {} } } },
  ],
  ['is done, and its result gone', { state: 'done', answer: null }, { status: 'running', answer: null }],
  ['is forgotten', { state: 'unknown' }, { status: 'unknown' }],
])('a request whose action %s stands so', async (_case, action, expected) => {
  const calls = follow({ job: ended, action });
  expect(await calls.follow(run, { actionId: 'other' }, call)).toMatchObject(expected);
  expect(calls.looked).toEqual(['other']);
});

test('after a lost answer the action is found by the id of the request', async () => {
  const calls = follow({ job: ended, action: { state: 'running' } });
  expect(await calls.lookUp(run, call)).toMatchObject({ status: 'running', tracking: { actionId: requestId } });
  expect(calls.looked).toEqual([requestId]);
});

test.each<[string, WriteIntent, object | null, string, RegExp | null]>([
  ['a removed job is gone', intentOf('remove', null), null, 'done', null],
  ['a job is still there', intentOf('remove', null), ended, 'unknown', /still exists/],
  ['a job is switched on', intentOf('enable', null), { ...ended, isEnabled: true }, 'done', null],
  ['a job is switched off', intentOf('disable', null), { ...ended, isEnabled: false }, 'done', null],
  [
    'a job is not switched off',
    intentOf('disable', null),
    { ...ended, isEnabled: true },
    'unknown',
    /status of the job/,
  ],
  ['a new run began after the request', run, { status: 'Running', lastRun: after }, 'done', null],
  ['a new run shows before its start does', run, { ...ended, status: 'Running' }, 'done', null],
  ['the run was stopped', stopOfOpen, { status: 'Stopped', lastRun: before }, 'done', null],
  ['the run is being stopped', stopOfOpen, { status: 'Stopping', lastRun: before }, 'done', null],
  ['another run was under way', runBesideOpen, { status: 'Running', lastRun: after }, 'unknown', /or another/],
  ['the schedule was to start one', runBeforeNext, { status: 'Running', lastRun: after }, 'unknown', /or another/],
  ['the run began before the request', run, { status: 'Running', lastRun: early }, 'unknown', /or another/],
  ['the run began a day later', run, { status: 'Running', lastRun: dayLater }, 'unknown', /or another/],
  ['no new run is none either', run, ended, 'unknown', /last run started 2026-03-01T21:00:00.000Z\.$/],
  ['an end is no proof', stop, { ...ended, status: 'Failed' }, 'unknown', /The status of the job is Failed/],
  ['a job that never ran shows nothing', run, { status: 'None', lastRun: null }, 'unknown', /it has no run/],
  ['a job that is gone shows nothing', run, null, 'unknown', /no longer exists/],
])('after a lost answer of which the console kept nothing, %s', async (_case, intent, job, status, message) => {
  for (const version of ['v2', 'v3'] as const) {
    const report = await follow({ job, version }).lookUp(intent, call);
    expect(report).toMatchObject({ status, tracking: null });
    if (message !== null) expect(report.error?.message).toMatch(message);
    if (message !== null)
      expect(report.error?.message).toMatch(version === 'v2' ? /REST v2 keeps no record/ : /knows no action/);
  }
});

test('facts of another connector are no guess to be made', async () => {
  const calls = follow({ job: ended });
  const error = await failureOf(calls.follow({ ...run, facts: { vault: 'a' } }, null, call));
  expect(error).toMatchObject({ code: 'internal-error' });
});
