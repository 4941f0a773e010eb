import { type JobContext, type Plan, type PlanRecord, planSchema, toJobId } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import documented from '../connector/__fixtures__/get-backup-agent-job.documented.json' with { type: 'json' };
import serverRow from '../connector/__fixtures__/get-server-job.example-spelling.json' with { type: 'json' };
import agentPage from '../connector/__fixtures__/list-agent-jobs-v3.two.json' with { type: 'json' };
import otherSpelling from '../connector/__fixtures__/list-backup-agent-jobs.other-spelling.json' with { type: 'json' };
import { mapPlanRow } from './map-plan.ts';
import { mapPolicyRow } from './map-policy.ts';

const agent = 'cc52ec30-a1b0-41dd-8b24-553dab48b43f';
const context: JobContext = {
  connection: 'console',
  list: 'jobs',
  observedAt: '2026-03-02T12:00:00.000Z',
  agent,
  agentName: null,
};
const serverContext: JobContext = { ...context, family: 'server', server: 'Server-1' };
const [, notStarted] = otherSpelling;

function recordOf(mapped: ReturnType<typeof mapPlanRow> | ReturnType<typeof mapPolicyRow>): PlanRecord {
  if ('record' in mapped) return mapped.record;
  throw new Error(`rejected: ${mapped.rejection.reason}`);
}
const planV2 = (change: object = {}): Plan => recordOf(mapPlanRow({ ...documented, ...change }, context, 'v2')).plan;
const windowsRow = { ...agentPage.data[0], systemType: 'Windows', status: 'Success', isEnabled: true };
const planV3 = (change: object = {}): Plan => recordOf(mapPlanRow({ ...windowsRow, ...change }, context, 'v3')).plan;
const serverPlan = (change: object = {}): Plan =>
  recordOf(mapPlanRow({ ...serverRow.data, ...change }, serverContext, 'v3')).plan;

test('the documented job is a plan, tied to its run by the key of its definition', () => {
  const record = recordOf(mapPlanRow(documented, context, 'v2'));
  const key = [agent, documented.id, ''];
  expect(record).toMatchObject({ key, raw: documented });
  expect(record.plan).toEqual({
    id: toJobId('console', ['plan', ...key]),
    connection: 'console',
    vendor: 'veeam-spc',
    nativeId: documented.id,
    name: documented.name,
    enabled: true,
    nativeStatus: 'Success',
    schedule: expect.objectContaining({ text: 'Daily', source: 'next-run', rules: [] }),
    lastJob: {
      id: toJobId('console', [...key, '2018-12-07T08:30:00.767Z']),
      status: 'succeeded',
      startedAt: '2018-12-07T08:30:00.767Z',
    },
    lastSuccessAt: '2018-12-07T08:31:38.767Z',
    nextRunAt: '2018-12-07T21:30:00.000Z',
    targets: 1,
    sizeBytes: 67325952,
    streak: null,
    missed: null,
    actions: ['run', 'remove'],
    details: expect.objectContaining({ backupMode: 'Folder', restorePoints: '2' }),
    provenance: {
      enabled: 'computed',
      schedule: 'computed',
      lastSuccessAt: 'computed',
      targets: 'computed',
      streak: 'unsupported',
      missed: 'unsupported',
      actions: 'computed',
    },
    tenant: null,
  });
});

test.each<[Plan, number]>([
  [planV2(), 67325952],
  [planV3({ backedUpSize: 5 }), 5],
  [serverPlan(), 52428800000],
])('the size of all its restore points and the facts of the definition belong to the plan', (plan, bytes) => {
  expect(plan.sizeBytes).toBe(bytes);
  expect(plan.details).toHaveProperty('destination');
  expect(plan.provenance['sizeBytes']).toBeUndefined();
});

test('a size that cannot be read is marked', () => {
  expect(planV2({ backupSize: 'big' })).toMatchObject({ sizeBytes: null, provenance: { sizeBytes: 'unreadable' } });
});

test('a definition that never ran is a plan without a last job', () => {
  const { plan } = recordOf(mapPlanRow(notStarted, context, 'v2'));
  expect(plan).toMatchObject({ lastJob: null, lastSuccessAt: null });
  expect(plan.provenance).toMatchObject({ lastJob: 'missing' });
});

test('the schedule has its own words where the console reports them', () => {
  expect(planV3({ scheduleDisplayName: 'Weekdays at 22:00' }).schedule?.text).toBe('Weekdays at 22:00');
  expect(planV3({ scheduleType: null }).schedule).toBeNull();
});

test('a failed last run is not a success, and earlier runs are not reported', () => {
  expect(planV3({ status: 'Failed' })).toMatchObject({ lastJob: { status: 'failed' }, lastSuccessAt: null });
});

const links = (...rels: readonly string[]) => ({ _links: rels.map((rel) => ({ rel, href: 'https://vac:1281/' })) });

test.each<[string, object, Plan['actions']]>([
  ['links to stop', links('self', 'stopJob', 'delete'), ['stop', 'remove']],
  ['links in another casing', links('StartJob', 'DELETE'), ['run', 'remove']],
  ['a link to update', links('startJob', 'update'), ['run', 'update']],
  ['a policy', { backupPolicyId: 7, ...links('startJob') }, ['run', 'update']],
  ['links to nothing that is known', links('self', 'related'), []],
  ['links that cannot be read', { _links: 'none' }, []],
  ['no links, and idle', { _links: undefined }, ['run', 'remove']],
  ['no links, and running', { _links: undefined, lastSessionStatus: 'Running' }, ['stop', 'remove']],
  ['an id of zeros', { id: '00000000-0000-0000-0000-000000000000' }, []],
])('a job of v2 with %s', (_case, change, actions) => {
  expect(planV2(change).actions).toEqual(actions);
});

test.each<[string, object, Plan['actions']]>([
  ['is idle and on', {}, ['run', 'disable', 'remove']],
  ['is idle and off', { isEnabled: false }, ['run', 'enable', 'remove']],
  ['does not say whether it is on', { isEnabled: null }, ['run', 'enable', 'disable', 'remove']],
  ['runs', { status: 'Running' }, ['stop', 'disable', 'remove']],
  ['waits', { status: 'starting' }, ['stop', 'disable', 'remove']],
  ['is being stopped', { status: 'Stopping' }, ['disable', 'remove']],
  ['has an unknown word', { status: 'Hibernating' }, ['run', 'disable', 'remove']],
  ['is on Linux', { systemType: 'Linux' }, ['run', 'remove']],
  ['is on a Mac', { systemType: 'mac' }, ['run', 'remove']],
  ['does not say its system', { systemType: 'Unknown' }, []],
  ['does not say its agent', { backupAgentUid: null }, []],
])('an agent of v3 whose job %s', (_case, change, actions) => {
  expect(planV3(change).actions).toEqual(actions);
});

test('a job of a backup server is started, stopped and switched, and not removed', () => {
  expect(serverPlan({ status: 'WaitingTape', isEnabled: true }).actions).toEqual(['stop', 'disable']);
  expect(serverPlan({ status: 'Success', isEnabled: false })).toMatchObject({
    actions: ['run', 'enable'],
    targets: null,
  });
});

test.each<[string, object, Partial<Plan>]>([
  ['is idle and on', {}, { enabled: true, nativeStatus: 'Idle', actions: ['run', 'disable'] }],
  ['runs', { status: 'Running' }, { actions: ['stop', 'disable'] }],
  ['is being stopped', { status: 'Stopping' }, { actions: ['disable'] }],
  ['is being switched off', { state: 'Disabling' }, { enabled: false, actions: ['run', 'enable'] }],
  ['has an unknown state', { state: 'Frozen' }, { enabled: null, actions: ['run', 'enable', 'disable'] }],
  ['is being deleted', { status: 'deleting' }, { actions: [] }],
])('a policy that %s', (_case, change, expected) => {
  const row = { instanceUid: 'ABC', name: 'Machines', status: 'Idle', state: 'Enabled', ...change };
  const record = recordOf(mapPolicyRow(row, 'console'));
  expect(record).toMatchObject({ key: ['policy', 'abc'], plan: expected });
  expect(record.plan).toMatchObject({ nativeId: 'ABC', lastJob: null, schedule: null });
});

test.each([
  ['a text', 'noise', null, 'not-an-object'],
  ['a row without an id', { name: 'Nameless' }, 'Nameless', 'no-readable-id'],
])('%s is rejected', (_case, row, nativeId, reason) => {
  const rejection = { nativeId, reason, value: row };
  expect(mapPlanRow(row, context, 'v3')).toEqual({ rejection });
  expect(mapPolicyRow(row, 'console')).toEqual({ rejection });
});

test('any JSON becomes a plan of the model or is rejected', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.dictionary(fc.string(), fc.jsonValue()), (value, fields) => {
      for (const row of [value, { ...fields, id: 'a', instanceUid: 'a', status: value, _links: value, state: value }]) {
        for (const mapped of [mapPlanRow(row, context, 'v2'), mapPlanRow(row, context, 'v3'), mapPolicyRow(row, 'c')]) {
          if ('record' in mapped) expect(planSchema.safeParse(mapped.record.plan).error).toBeUndefined();
        }
      }
    }),
  );
});
