import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';
import { DOCUMENTED_SESSIONS } from './documented.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;

beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 0, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const veeam = () => simulators.vendor('veeam-azure');

const ask = async <Body>(path: string) => {
  const response = await fetch(veeam().url + path, { headers: { authorization: `Bearer ${veeam().tokens.valid}` } });
  const body = (await response.json()) as Body;
  return { status: response.status, type: response.headers.get('content-type'), body };
};

test('version 1 serves the documented sessions as the page shows them', async () => {
  const { status, type, body } = await ask<Row>('/api/v1/jobSessions');
  expect(status).toBe(200);
  expect(type).toBe('application/json; charset=utf-8');
  expect(JSON.stringify(body.results)).toBe(JSON.stringify(DOCUMENTED_SESSIONS));
  expect(Object.keys(body)).toEqual(['offset', 'limit', 'totalCount', 'results', '_links']);
  expect(body).toMatchObject({ offset: 0, limit: 30, totalCount: 14 });
  expect(body._links).toEqual({
    self: { href: `${veeam().url}/api/v1/jobSessions?offset=0&limit=30&display=Full` },
  });
});

test('later versions serve them in their own manner, under the same ids', async () => {
  const fourteen = await ask<Row>('/api/v8.1/jobSessions/14');
  const url = veeam().url;
  expect(fourteen.body).toEqual({
    id: '14',
    type: 'PolicyBackup',
    localizedType: 'Policy Backup',
    executionStartTime: '2020-02-07T12:21:04.223155Z',
    executionStopTime: '2020-02-07T12:22:22.046855Z',
    executionDuration: '00:01:17.8237000',
    status: 'Canceled',
    backupJobInfo: {
      policyId: 'a91630ab-1603-47ea-a76c-0525e77a1188',
      policyName: 'Policy 1',
      policyType: 'VirtualMachines',
      protectedInstancesCount: 0,
      policyRemoved: false,
    },
    _links: {
      self: { href: `${url}/api/v8.1/jobSessions/14` },
      log: { href: `${url}/api/v8.1/jobSessions/14/log` },
    },
  });
  const three = await ask<Row>('/api/v8.1/jobSessions/3');
  expect(three.body).toMatchObject({
    executionDuration: '00:00:35.4675970',
    repositoryJobInfo: { repositoryId: '1', repositoryName: 'Backup Repository', repositoryRemoved: true },
  });
});

test('the truth of the documented sessions is what a reader of the page would say', async () => {
  const byId = new Map(simulators.truth().map((job) => [job.nativeId, job]));
  expect(byId.get('14')).toEqual({
    vendor: 'veeam-azure',
    list: '',
    nativeId: '14',
    scope: null,
    kind: 'backup',
    nativeKind: 'PolicyBackup',
    status: 'cancelled',
    fullStatus: 'cancelled',
    nativeStatus: 'Canceled',
    startedAt: '2020-02-07T12:21:04.223Z',
    endedAt: '2020-02-07T12:22:22.046Z',
    documented: true,
  });
  expect(byId.get('3')).toMatchObject({
    kind: 'configure',
    status: 'succeeded',
    startedAt: '2020-02-07T08:04:29.825Z',
    endedAt: '2020-02-07T08:05:05.293Z',
  });
  expect(byId.get('1')).toMatchObject({ kind: 'retention', nativeKind: 'ObsoleteSnapshotRetention' });
  const former = await startSimulators({ vendors: ['veeam-azure'], jobs: 0, veeamAzure: { apiVersion: 'v1' } });
  expect(former.truth().find(({ nativeId }) => nativeId === '1')).toMatchObject({
    kind: 'retention',
    nativeKind: 'LingeringSnapshotRetention',
  });
  await former.close();
});

test('the clock leaves them alone, even one from before their time', async () => {
  simulators.clock.set('2019-01-01T00:00:00Z');
  expect((await ask<Row>('/api/v1/jobSessions')).body).toMatchObject({ totalCount: 14, results: DOCUMENTED_SESSIONS });
  expect(new Set(simulators.truth().map(({ status }) => status))).toEqual(new Set(['succeeded', 'cancelled']));
});
