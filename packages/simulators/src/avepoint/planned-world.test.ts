import { afterEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';

type Row = Readonly<Record<string, unknown>>;

let simulators: Simulators;
afterEach(() => simulators.close());

const open = async (schedules: SimulatorsOptions['schedules'] = {}, start = '2026-11-20T12:00:00Z') => {
  simulators = await startSimulators({ vendors: ['avepoint'], start, days: 2, schedules });
  return simulators.vendor('avepoint');
};
const rowsOf = async (path: string): Promise<readonly Row[]> => {
  const { url, tokens } = simulators.vendor('avepoint');
  const headers = { authorization: `Bearer ${tokens.valid}` };
  const response = await fetch(`${url}/backup/m365/${path}`, { headers });
  return ((await response.json()) as { readonly data: readonly Row[] }).data;
};
const startsOf = async (objectType: number) =>
  (await rowsOf(`cloudbackupjobs?jobType=1&objectType=${objectType}&pageSize=100`))
    .map((row) => String(row['startTime']).slice(8, 13))
    .toSorted();
const frequencies = () => rowsOf('settings/backup/frequency');
const SHAREPOINT = 'SharePoint Online';

test('a service says when it starts today, and its jobs of each day started then', async () => {
  await open();
  expect((await frequencies()).find((row) => row['serviceType'] === 1)).toEqual({
    serviceType: 1,
    frequency: 2,
    backupStartTime: ['2026-11-20T01:00:00Z', '2026-11-20T13:00:00Z'],
  });
  expect(await startsOf(2)).toEqual(['18T13', '19T01', '19T13', '20T01']);
});

test('a run that falls due during another one is left out', async () => {
  const vendor = await open();
  vendor.plant({ kind: 'overrun', plan: SHAREPOINT, seconds: 14 * 3600 });
  simulators.clock.move(36 * 3_600_000);
  expect((await startsOf(2)).slice(4)).toEqual(['20T13', '21T13']);
  const { occurrences } = simulators.schedule();
  const outcomes = occurrences.filter(({ plan }) => plan === SHAREPOINT).map(({ outcome }) => outcome);
  expect(outcomes.slice(4)).toEqual(['succeeded', 'skipped', 'succeeded']);
});

test('an edited service tells its new starts, and one that is disabled is no active one', async () => {
  const vendor = await open();
  const rules = [{ kind: 'calendar', track: 'backup', times: ['18:30'] }] as const;
  vendor.plant({ kind: 'edit-schedule', plan: SHAREPOINT, rules });
  vendor.plant({ kind: 'disable', plan: 'OneDrive' });
  const active = await frequencies();
  expect(active.find((row) => row['serviceType'] === 1)?.['backupStartTime']).toEqual(['2026-11-20T18:30:00Z']);
  expect(active.map((row) => row['serviceType'])).not.toContain(2);
  simulators.clock.move(24 * 3_600_000);
  expect((await startsOf(2)).slice(4)).toEqual(['20T18']);
  expect(await startsOf(3)).toEqual(['19T03', '20T03']);
});

test('starts of a service are times of every day in UTC', async () => {
  const wish = { name: 'a', rules: [{ kind: 'calendar', track: 'backup', times: ['01:00'] }] } as const;
  const refused = (more: object) =>
    startSimulators({ vendors: ['avepoint'], schedules: { plans: { avepoint: [{ ...wish, ...more }] } } });
  await expect(refused({ timeZone: 'Europe/Berlin' })).rejects.toThrow('starts of a service are in UTC');
  const rules = [{ ...wish.rules[0], on: { lastDay: true } }];
  await expect(refused({ rules })).rejects.toThrow('times of every day');
  await open();
});
