import { afterEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;
afterEach(() => simulators.close());

const open = async (schedules: SimulatorsOptions['schedules'] = {}, start = '2026-11-20T06:00:00Z') => {
  const veeamSpc = { apiVersion: 'v3' } as const;
  simulators = await startSimulators({ vendors: ['veeam-spc'], start, days: 3, schedules, veeamSpc });
  return simulators.vendor('veeam-spc');
};
const rowsOf = async (path: string): Promise<readonly Row[]> => {
  const { url, tokens } = simulators.vendor('veeam-spc');
  const headers = { authorization: `Bearer ${tokens.valid}` };
  const response = await fetch(`${url}/api/v3/infrastructure/${path}?limit=500`, { headers });
  return ((await response.json()) as { readonly data: readonly Row[] }).data;
};
const agentJob = async (name: string) => (await rowsOf('backupAgents/jobs')).find((row) => row['name'] === name);
const serverJob = async (name: string) => (await rowsOf('backupServers/jobs')).find((row) => row['name'] === name);
const minuteOf = (value: unknown): string => String(value).slice(0, 16);
const NIGHTLY = 'srv-file-01 nightly';

test('the last run of a job is that of its newest due time, and its next run the due time after now', async () => {
  await open();
  const job = await agentJob(NIGHTLY);
  expect(job).toMatchObject({ scheduleType: 'Daily', status: 'Success', isEnabled: true });
  expect(job?.['nextRun']).toBe('2026-11-20T22:00:00.0000000+03:00');
  const lateMs = Date.parse(String(job?.['lastRun'])) - Date.parse('2026-11-19T22:00:00+03:00');
  expect(lateMs).toBeGreaterThanOrEqual(5000);
  expect(lateMs).toBeLessThan(241_000);
});

test('a run that is late leaves its due time as the next run until it has begun', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'late', plan: NIGHTLY, seconds: 3600 });
  simulators.clock.set('2026-11-20T19:30:00Z');
  expect(minuteOf((await agentJob(NIGHTLY))?.['nextRun'])).toBe('2026-11-20T22:00');
  simulators.clock.set('2026-11-20T20:01:00Z');
  const job = await agentJob(NIGHTLY);
  expect([minuteOf(job?.['lastRun']), minuteOf(job?.['nextRun'])]).toEqual(['2026-11-20T23:00', '2026-11-21T22:00']);
});

test('over a missed run the last run stands and the next run goes on', async () => {
  const vendor = await open();
  const before = await agentJob(NIGHTLY);
  vendor.plant({ kind: 'miss', plan: NIGHTLY });
  simulators.clock.set('2026-11-20T21:00:00Z');
  const after = await agentJob(NIGHTLY);
  expect(after?.['lastRun']).toBe(before?.['lastRun']);
  expect(minuteOf(after?.['nextRun'])).toBe('2026-11-21T22:00');
  expect(simulators.schedule().occurrences.filter(({ outcome }) => outcome === 'missed')).toMatchObject([
    { plan: NIGHTLY, item: null, dueAt: '2026-11-20T19:00:00.000Z', planted: ['miss'] },
  ]);
});

test('a job that is disabled by the console has no next run and no run', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'disable', plan: NIGHTLY });
  const before = await agentJob(NIGHTLY);
  simulators.clock.move(48 * 3_600_000);
  const after = await agentJob(NIGHTLY);
  expect(after).toMatchObject({ isEnabled: false, nextRun: null, lastRun: before?.['lastRun'] });
});

test('jobs of a backup server tell their schedule, one of them that it follows another', async () => {
  await open();
  const production = await serverJob('Production machines');
  expect(production).toMatchObject({
    scheduleType: 'Daily',
    schedule: { dailyScheduleOptions: { kind: 'Everyday', time: '23:00:00', timeUtc: '20:00:00' } },
  });
  const copy = await serverJob('Offsite copy of production');
  expect(copy).toMatchObject({
    scheduleType: 'Chained',
    schedule: {
      chainingOptions: { previousJobId: production?.['instanceUid'], previousJobName: 'Production machines' },
    },
  });
  const waitedMs = Date.parse(String(copy?.['lastRun'])) - Date.parse(String(production?.['lastEndTime']));
  expect(waitedMs).toBeGreaterThan(0);
  expect(waitedMs).toBeLessThan(241_000);
});

test('what is retired leaves the console with its computer', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'retire', plan: NIGHTLY });
  expect(await agentJob(NIGHTLY)).toBeUndefined();
  const names = (await rowsOf('backupAgents')).map((row) => row['name']);
  expect(names).not.toContain('srv-file-01');
  expect(names).toContain('srv-sql-02');
});

test('a connection of v2, which has no jobs of backup servers, has no plans of them', async () => {
  simulators = await startSimulators({ vendors: ['veeam-spc'], start: '2026-11-20T06:00:00Z', schedules: {} });
  const plans = new Set(simulators.schedule().occurrences.map(({ plan }) => plan));
  expect(plans).toContain(NIGHTLY);
  expect(plans).not.toContain('Production machines');
});
