import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;

beforeEach(async () => {
  const start = '2026-03-10T08:00:00Z';
  simulators = await startSimulators({ vendors: ['veeam-spc'], jobs: 120, start, veeamSpc: { apiVersion: 'v3' } });
});
afterEach(() => simulators.close());

const listAll = async (path: string): Promise<readonly Row[]> => {
  const { url, tokens } = simulators.vendor('veeam-spc');
  const headers = { authorization: `Bearer ${tokens.valid}` };
  const response = await fetch(`${url}/api/v3/infrastructure/${path}?limit=500`, { headers });
  return ((await response.json()) as { readonly data: readonly Row[] }).data;
};

test('jobs of backup servers have a schedule by their type, and do not say when they run next', async () => {
  const parts: Record<string, string> = {
    Daily: 'dailyScheduleOptions',
    Monthly: 'monthlyScheduleOptions',
    Periodically: 'periodicallyScheduleOptions',
    BackupWindow: 'backupWindowOptions',
    Chained: 'chainingOptions',
  };
  const serverJobs = await listAll('backupServers/jobs');
  expect(serverJobs.filter((row) => 'nextRun' in row)).toEqual([]);
  for (const { schedule, scheduleType } of serverJobs) {
    const part = parts[String(scheduleType)];
    const found = Object.values(parts).filter((name) => JSON.stringify(schedule).includes(`"${name}"`));
    expect(found).toEqual(part === undefined ? [] : [part]);
  }
});

test('without oddities no word is of an older or a later console', async () => {
  const serverJobs = await listAll('backupServers/jobs');
  const agentJobs = await listAll('backupAgents/jobs');
  const words = [...serverJobs, ...agentJobs].flatMap(({ status, type }) => [status, type ?? 'Unknown']);
  expect(words.filter((word) => !/^[A-Z]/.test(String(word)))).toEqual([]);
  expect(words).not.toContain('Deferred');
  expect(words).not.toContain('QuantumBackup');
});
