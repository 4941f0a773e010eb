import type { JobKey, Permission } from '@crossvault/core';
import { failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import {
  jobUid,
  lastRun,
  readsAgentJob,
  readsPolicy,
  readsServerJob,
  server,
  serverJob,
  v3,
} from '../testing/definitions-v3.ts';
import { type Answer, type Ask, agent, call, connect, perform, requestId } from '../testing/recording-console.ts';

const agentKey: JobKey = [agent, jobUid, ''];
const serverKey: JobKey = [`server:${server}`, jobUid, ''];
const policyKey: JobKey = ['policy', jobUid];
const at = (system: string) => `${v3}/backupAgents/${system}/${agent}/jobs/${jobUid}`;
const serverPath = `${v3}/backupServers/jobs/${jobUid}`;
const policyPath = `${v3}/backupServers/publicCloud/policies/${jobUid}`;
const switched = (value: boolean) => [{ op: 'replace', path: '/isEnabled', value }];
const running = { status: 'Running', lastEndTime: null };
const run =
  (key: JobKey, full = false): Ask =>
  (c) =>
    c.plans?.run?.(key, { full }, call);
const stop =
  (key: JobKey): Ask =>
  (c) =>
    c.plans?.stop?.(key, call);
const enable =
  (key: JobKey): Ask =>
  (c) =>
    c.plans?.enable?.(key, call);
const disable =
  (key: JobKey): Ask =>
  (c) =>
    c.plans?.disable?.(key, call);
const remove =
  (key: JobKey, removeRestorePoints: boolean | null): Ask =>
  (c) =>
    c.plans?.remove?.(key, { removeRestorePoints }, call);
const cancel =
  (key: JobKey): Ask =>
  (c) =>
    c.cancelJob?.([...key, lastRun], call);
const retry =
  (key: JobKey): Ask =>
  (c) =>
    c.retryJob?.([...key, lastRun], call);

test.each<[string, Answer, Ask, string, unknown]>([
  ['run of Windows', readsAgentJob(), run(agentKey), `POST ${at('windows')}/start`, null],
  ['run of Linux', readsAgentJob({ systemType: 'linux' }), run(agentKey), `POST ${at('linux')}/start`, null],
  ['full run', readsAgentJob(), run(agentKey, true), `POST ${at('windows')}/start?activeFullBackup=true`, null],
  ['stop of Mac', readsAgentJob({ ...running, systemType: 'Mac' }), stop(agentKey), `POST ${at('mac')}/stop`, null],
  ['disable', readsAgentJob(), disable(agentKey), `PATCH ${at('windows')}`, switched(false)],
  ['enable', readsAgentJob({ isEnabled: false }), enable(agentKey), `PATCH ${at('windows')}`, switched(true)],
  ['remove', readsAgentJob(), remove(agentKey, true), `DELETE ${at('windows')}?removeRestorePoints=true`, null],
  [
    'remove of Linux without its backups',
    readsAgentJob({ systemType: 'Linux' }),
    remove(agentKey, false),
    `DELETE ${at('linux')}?removeRestorePoints=false`,
    null,
  ],
  ['cancel', readsAgentJob(running), cancel(agentKey), `POST ${at('windows')}/stop`, null],
  ['run of a server', readsServerJob(), run(serverKey), `POST ${serverPath}/start`, null],
  ['stop of a server', readsServerJob(running), stop(serverKey), `POST ${serverPath}/stop`, null],
  ['cancel of a server', readsServerJob(running), cancel(serverKey), `POST ${serverPath}/stop`, null],
  ['retry of a server', readsServerJob(), retry(serverKey), `POST ${serverPath}/retry`, null],
  ['enable of a server', readsServerJob(), enable(serverKey), `PATCH ${serverPath}`, switched(true)],
  [
    'disable of a server',
    readsServerJob({ isEnabled: true }),
    disable(serverKey),
    `PATCH ${serverPath}`,
    switched(false),
  ],
  [
    'run of a server whose address takes the other uid',
    readsServerJob({}, false),
    run(serverKey),
    `POST ${v3}/backupServers/jobs/${serverJob().uniqueUid}/start`,
    null,
  ],
  ['run of a policy', readsPolicy(), run(policyKey), `POST ${policyPath}/start`, null],
  ['stop of a policy', readsPolicy({ status: 'Running' }), stop(policyKey), `POST ${policyPath}/stop`, null],
  ['disable of a policy', readsPolicy(), disable(policyKey), `POST ${policyPath}/disable`, null],
  ['enable of a policy', readsPolicy({ state: 'Disabled' }), enable(policyKey), `POST ${policyPath}/enable`, null],
])('%s is sent with its own id', async (_name, answer, ask, request, body) => {
  expect(await perform(connect('v3', answer), ask)).toMatchObject({ request, body, id: requestId });
});

test.each<[string, Ask, string, RegExp]>([
  ['removing without a word about restore points', remove(agentKey, null), 'invalid-parameter', /removeRestorePoints/],
  ['a full backup of a server', run(serverKey, true), 'not-guaranteed', /full backup/],
  ['a full backup of a policy', run(policyKey, true), 'not-guaranteed', /full backup/],
])('%s is refused before anything is asked', async (_name, ask, code, message) => {
  const console = connect('v3', readsAgentJob());
  const error = await failureOf(ask(console.connector));
  expect(error).toMatchObject({ code, source: 'console' });
  expect(error.message).toMatch(message);
  expect([console.reads, console.sent]).toEqual([0, []]);
});

test.each<[string, Answer, Ask, string]>([
  [
    'Linux is not switched on and off',
    readsAgentJob({ systemType: 'Linux' }),
    disable(agentKey),
    'action-not-supported',
  ],
  ['a job of a server is not removed', readsServerJob(), remove(serverKey, true), 'action-not-supported'],
  ['a policy is not removed', readsPolicy(), remove(policyKey, true), 'action-not-supported'],
  ['an agent retries nothing', readsAgentJob({ status: 'Failed' }), retry(agentKey), 'action-not-supported'],
  [
    'nothing is done where the system is not reported',
    readsAgentJob({ systemType: 'Unknown' }),
    run(agentKey),
    'action-not-supported',
  ],
  ['what runs is not started', readsAgentJob(running), run(agentKey), 'state-conflict'],
  ['what does not run is not stopped', readsAgentJob(), stop(agentKey), 'state-conflict'],
  [
    'what is being stopped is not stopped again',
    readsAgentJob({ status: 'Stopping' }),
    stop(agentKey),
    'state-conflict',
  ],
  ['what is on is not switched on', readsAgentJob(), enable(agentKey), 'state-conflict'],
  ['a success is not retried', readsServerJob({ status: 'Success' }), retry(serverKey), 'state-conflict'],
  ['a run that is over is not cancelled', readsAgentJob(), cancel(agentKey), 'state-conflict'],
  [
    'a policy that is being deleted is left alone',
    readsPolicy({ status: 'Deleting' }),
    run(policyKey),
    'state-conflict',
  ],
  [
    'a run that was replaced is not there',
    readsServerJob({ lastRun: '2026-03-02T01:00:00Z' }),
    retry(serverKey),
    'job-not-found',
  ],
  ['a policy that is gone is not there', () => undefined, run(policyKey), 'plan-not-found'],
])('%s, and nothing is sent', async (_name, answer, ask, code) => {
  const console = connect('v3', answer);
  expect(await failureOf(ask(console.connector))).toMatchObject({ code, source: 'console' });
  expect(console.sent).toEqual([]);
});

test('what was prepared says what it needs, what it is about, and how that stood', async () => {
  const { connector } = connect('v3', readsAgentJob());
  const removing = await remove(agentKey, true)(connector);
  expect(removing).toMatchObject({
    needs: 'destroy',
    target: { kind: 'plan', nativeId: jobUid, name: 'Nightly' },
    before: { enabled: true, nativeStatus: 'Success' },
  });
  expect(JSON.parse(JSON.stringify(removing?.facts))).toEqual(removing?.facts);
  expect(await run(agentKey)(connector)).toMatchObject({ needs: 'operate' });
});

test.each<[readonly Permission[], Ask]>([
  [[], run(agentKey)],
  [['operate'], remove(agentKey, true)],
])('a connection that allows %j sends nothing beyond', async (allow, ask) => {
  const console = connect('v3', readsAgentJob(), allow);
  const prepared = await ask(console.connector);
  expect(await failureOf(prepared?.send(call))).toMatchObject({ code: 'connection-read-only' });
  expect(console.sent).toEqual([]);
});

const errors = (type: string, code: number) => ({ data: null, errors: [{ message: 'No.', type, code }] });

test.each<[string, string, () => Response]>([
  ['409', 'state-conflict', () => Response.json(errors('logical', 409), { status: 409 })],
  ['a conflict in an answer of success', 'state-conflict', () => Response.json(errors('logical', 409))],
  ['a refusal in an answer of success', 'permission-denied', () => Response.json(errors('security', 1001))],
  ['404', 'source-not-found', () => Response.json(errors('logical', 404), { status: 404 })],
  ['a wait', 'source-throttled', () => Response.json(errors('transport', 429), { status: 429 })],
  ['520', 'answer-lost', () => Response.json(errors('transport', 520), { status: 520 })],
  ['a fault in an answer of success', 'answer-lost', () => Response.json(errors('transport', 1001))],
])('a change that is met with %s is %s, and was sent once', async (_name, code, take) => {
  const console = connect('v3', readsAgentJob(), ['operate'], take);
  const prepared = await run(agentKey)(console.connector);
  expect(await failureOf(prepared?.send(call))).toMatchObject({ code, source: 'console' });
  expect(console.sent).toHaveLength(1);
});

test.each([
  ['by its address', 'https://elsewhere.example/api/v3/asyncAction/abc', 'abc'],
  ['by the id of the request where its address is not reported', null, requestId],
])('a change that is handed over is followed %s', async (_name, location, actionId) => {
  const headers = location === null ? {} : { location };
  const take = () => new Response(null, { status: 202, headers });
  const console = connect('v3', readsAgentJob(), ['operate'], take);
  const { report } = await perform(console, disable(agentKey));
  expect(report).toMatchObject({ status: 'running', tracking: { actionId }, answer: { status: 202, body: null } });
});

test('a stop of a run that we have started is sent although the console still shows the job at rest', async () => {
  const asked = { ...call, hasStarted: true };
  const { request } = await perform(connect('v3', readsAgentJob()), (c) => c.plans?.stop?.(agentKey, asked));
  expect(request).toBe(`POST ${at('windows')}/stop`);
});
