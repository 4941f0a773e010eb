import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';

type Row = Readonly<Record<string, unknown>>;
type Entry = { readonly logTime: string; readonly status: string; readonly message: string };
type Log = { readonly jobSessionId: string; readonly log: readonly Entry[] };

let simulators: Simulators;

beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 60, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const veeam = () => simulators.vendor('veeam-azure');

const ask = async <Body>(path: string): Promise<Body> => {
  const headers = { authorization: `Bearer ${veeam().tokens.valid}` };
  const response = await fetch(`${veeam().url}/api/v8.1/jobSessions${path}`, { headers });
  return (await response.json()) as Body;
};

const readAll = async (query = '') => (await ask<{ results: Row[] }>(`?Limit=-1${query}`)).results;
const logOf = (id: unknown) => ask<Log>(`/${id}/log`);
const truthOf = (id: string) => simulators.truth().find(({ nativeId }) => nativeId === id);

test('the clock finishes what is open', async () => {
  const open = (await readAll()).filter(({ status }) => /^(Pending|Running|Canceling)/.test(String(status)));
  expect(new Set(open.map(({ status }) => status)).size).toBe(5);
  simulators.clock.move(7 * 3_600_000);
  for (const { id } of open) {
    const { status } = await ask<Row>(`/${id}`);
    expect(status).toMatch(/^(Success|Warning|Error|Canceled)$/);
    expect(truthOf(String(id))?.nativeStatus).toBe(status);
  }
  expect((await readAll()).length).toBeGreaterThan(74);
});

test('a duration that grows says how long it has been running', async () => {
  const id = veeam().addJob({ nativeStatus: 'Running' });
  veeam().changeJob(id, { merge: { note: 'kept' } });
  simulators.clock.move(90_000);
  const row = await ask<Row>(`/${id}`);
  expect([undefined, null, '00:01:30']).toContain(row.executionDuration);
  expect(row).toMatchObject({ status: 'Running', note: 'kept' });
});

test.each([
  ['succeeded', 'Success'],
  ['warning', 'Warning'],
  ['failed', 'Error'],
  ['cancelled', 'Canceled'],
  ['queued', 'Pending'],
  ['running', 'Running'],
  ['cancelling', 'Canceling'],
  ['unknown', 'Hibernating'],
] as const)('a session can be added as %s', async (status, word) => {
  const id = veeam().addJob({ status, kind: 'restore', startedAt: '2026-11-20T05:00:00Z' });
  const isPending = status === 'queued';
  expect(await ask<Row>(`/${id}`)).toMatchObject({ id, type: 'RestoreVms', status: word });
  expect(truthOf(id)).toMatchObject({
    status,
    kind: 'restore',
    startedAt: isPending ? null : '2026-11-20T05:00:00.000Z',
  });
});

test('what the vendor has no word for cannot be added', () => {
  expect(() => veeam().addJob({ status: 'skipped' })).toThrow(RangeError);
  expect(() => veeam().addJob({ kind: 'export' })).toThrow(RangeError);
  expect(() => veeam().addJob({ list: 'another' })).toThrow(RangeError);
  expect(() => veeam().changeJob('unknown', {})).toThrow('no job unknown');
});

test('a documented session that is changed is rendered again', async () => {
  veeam().changeJob('14', { nativeStatus: 'Error', target: 'Policy One' });
  const row = await ask<Row>('/14');
  expect(row).toMatchObject({ status: 'Error', backupJobInfo: { policyName: 'Policy One' } });
  expect(truthOf('14')).toMatchObject({ status: 'failed', endedAt: '2020-02-07T12:22:22.046Z' });
});

test('a waiting session that is started, then ended, has a start and an end', async () => {
  const id = veeam().addJob({ status: 'queued' });
  expect((await readAll())[0]).toMatchObject({ id, status: 'Pending' });
  simulators.clock.move(60_000);
  veeam().changeJob(id, { status: 'succeeded' });
  expect(truthOf(id)).toMatchObject({
    status: 'succeeded',
    startedAt: '2026-11-20T06:00:00.000Z',
    endedAt: '2026-11-20T06:01:00.000Z',
  });
});

test('raw payloads are served as given, and the truth is what the test says', async () => {
  const raw = {
    id: 'raw-1',
    status: 'Success',
    type: 'PolicyBackup',
    executionStartTime: '2026-11-20T05:59:59Z',
    x: [1],
  };
  const id = veeam().addJob({ raw, truth: { status: 'succeeded', kind: 'backup' } });
  expect(id).toBe('raw-1');
  expect(await ask(`/${id}`)).toEqual(raw);
  expect(await logOf(id)).toEqual({ jobSessionId: 'raw-1', log: [] });
  expect(truthOf(id)).toMatchObject({ vendor: 'veeam-azure', nativeId: 'raw-1', status: 'succeeded' });
  expect(await readAll('&FromUtc=2026-11-20T05:59:59Z&Types=PolicyBackup&Status=Success')).toContainEqual(raw);
});

test('a record without an id stays on its page and can only be changed', async () => {
  const raw = { status: 'Error', executionStartTime: '2026-11-20T05:59:59Z' };
  const made = veeam().addJob({ raw });
  expect(await readAll()).toContainEqual(raw);
  expect(await ask(`/${made}`)).toMatchObject({ status: 404 });
  expect(truthOf(made)).toBeUndefined();
  veeam().changeJob(made, { raw: 42 });
  expect((await readAll())[0]).toBe(42);
});

test('fields can be laid over a payload and taken out of it, and the order follows', async () => {
  const id = veeam().addJob({ status: 'failed', startedAt: '2026-11-01T00:00:00Z' });
  veeam().changeJob(id, { merge: { executionDuration: 'soon' }, remove: ['executionStartTime'] });
  const [first] = await readAll('&Status=Error');
  expect(first).toMatchObject({ id, executionDuration: 'soon' });
  expect(first).not.toHaveProperty('executionStartTime');
});

test('sessions added while pages are read are on top', async () => {
  const before = await readAll();
  const id = veeam().addJob({ status: 'succeeded' });
  const rows = await readAll();
  expect(rows).toHaveLength(before.length + 1);
  expect(rows.find(({ executionStartTime }) => typeof executionStartTime === 'string')).toMatchObject({ id });
});

test.each([
  ['Error', 'Error'],
  ['Warning', 'Warning'],
  ['RunningWithError', 'Error'],
  ['RunningWithWarning', 'Warning'],
])('the log of a session in the state %s has an entry %s that says why', async (nativeStatus, status) => {
  const id = veeam().addJob({ nativeStatus, durationSeconds: 600, startedAt: '2026-11-20T05:55:00Z' });
  if (!nativeStatus.startsWith('Running')) simulators.clock.move(600_000);
  const { jobSessionId, log } = await logOf(id);
  expect(jobSessionId).toBe(id);
  const [trouble] = log.filter((entry) => entry.status === status);
  expect(trouble?.message).toMatch(/: .+\.$/);
  expect(trouble).toHaveProperty('resourceHashId');
  const times = log.map(({ logTime }) => Date.parse(logTime));
  expect(times).toEqual(times.toSorted((left, right) => left - right));
});

test('the log of a running session ends with the step that is in progress', async () => {
  const id = veeam().addJob({ status: 'running' });
  simulators.clock.move(1000);
  expect((await logOf(id)).log.at(-1)).toMatchObject({ status: 'Running', executionDuration: null });
});

test('the logs of successes and of the documented sessions hold no trouble, and a waiting session has none', async () => {
  const documented = await logOf('13');
  expect(documented.log.map(({ status }) => status)).not.toContain('Error');
  expect(documented.log.at(-1)).toMatchObject({
    logTime: '2020-02-07T12:22:01.077103Z',
    message: 'Policy Snapshot session has finished',
  });
  expect((await logOf('14')).log.at(-1)?.message).toBe('Policy Backup session was canceled by the user');
  expect((await logOf(veeam().addJob({ status: 'queued' }))).log).toEqual([]);
});

test('the same seed answers the same, byte for byte', async () => {
  const first = JSON.stringify(await readAll()).replaceAll(veeam().url, '');
  await simulators.close();
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 60, start: '2026-11-20T06:00:00Z' });
  expect(JSON.stringify(await readAll()).replaceAll(veeam().url, '')).toBe(first);
});
