import { afterEach, expect, test } from 'vitest';
import { type Simulators, type SimulatorsOptions, startSimulators } from '../simulators.ts';

let simulators: Simulators;
afterEach(() => simulators.close());

const open = async (schedules?: SimulatorsOptions['schedules']) => {
  const start = '2026-11-20T06:00:00Z';
  const options = { vendors: ['azure-backup', 'avepoint'], jobs: 5, days: 1, start } as const;
  simulators = await startSimulators(schedules === undefined ? options : { ...options, schedules });
};
const call = async (method: string, path: string, body?: unknown) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(simulators.control.url + path, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
};

test('an event that another process plants takes effect, and the truth tells both', async () => {
  await open({});
  const event = { kind: 'miss', plan: 'nightly-vm', item: 'vm-web-01' };
  expect(await call('POST', '/vendors/azure-backup/events', event)).toEqual({ status: 204, body: null });
  await call('POST', '/clock', { move: 86_400 });
  const { body } = await call('GET', '/truth/schedule?vendor=azure-backup');
  expect(body.events).toEqual([
    { vendor: 'azure-backup', ...event, at: '2026-11-20T06:00:00.000Z', times: 1, seconds: null },
  ]);
  expect(body.occurrences).toContainEqual({
    vendor: 'azure-backup',
    list: '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50/rg-backup-weu/rsv-prod-weu',
    plan: 'nightly-vm',
    item: 'vm-web-01',
    track: 'backup',
    dueAt: '2026-11-20T22:00:00.000Z',
    outcome: 'missed',
    startedAt: null,
    endedAt: null,
    attempts: 0,
    failedItems: [],
    nativeIds: [],
    planted: ['miss'],
  });
  const all = (await call('GET', '/truth/schedule')).body.occurrences;
  expect(new Set(all.map((one: { vendor: string }) => one.vendor))).toEqual(new Set(['azure-backup', 'avepoint']));
});

test('the jobs of an occurrence are those of the truth', async () => {
  await open({});
  const { occurrences } = simulators.schedule();
  const jobs = new Map(simulators.truth().map((job) => [job.nativeId, job]));
  const ran = occurrences.filter(({ nativeIds }) => nativeIds.length > 0);
  expect(ran.length).toBeGreaterThan(20);
  for (const { nativeIds, startedAt, outcome } of ran) {
    expect(nativeIds.map((id) => jobs.get(id))).toMatchObject([{ status: outcome, startedAt: sameSecond(startedAt) }]);
  }
});
const sameSecond = (instant: string | null) => expect.stringContaining(String(instant).slice(0, 19));

test.each([
  ['/vendors/azure-backup/events', { kind: 'miss', plan: 'weekly' }, 400, 'no plan weekly'],
  ['/vendors/azure-backup/events', { kind: 'explode', plan: 'nightly-vm' }, 400, 'no event'],
  ['/vendors/azure-backup/events', { kind: 'late', plan: 'nightly-vm' }, 400, 'seconds'],
  ['/vendors/azure-backup/events', { kind: 'miss', plan: 'nightly-vm', at: '2026-11-01T00:00:00Z' }, 400, 'already'],
  ['/vendors/avepoint/events', { kind: 'disable', plan: 'Fax' }, 400, 'no plan Fax'],
  ['/vendors/veeam-spc/events', { kind: 'disable', plan: 'Fax' }, 404, 'no vendor'],
  [
    '/vendors/azure-backup/events',
    {
      kind: 'edit-schedule',
      plan: 'nightly-vm',
      rules: [{ kind: 'interval', track: 'backup', everyMinutes: 7, anchor: '2026-01-01T00:00:00Z' }],
    },
    400,
    'no policy of Azure',
  ],
])('POST %s with %j is refused with a reason', async (path, body, status, reason) => {
  await open({});
  const answer = await call('POST', path, body);
  expect(answer.status).toBe(status);
  expect(answer.body.error).toContain(reason);
});

test('without schedules nothing is due, and nothing can be planted', async () => {
  await open();
  expect((await call('GET', '/truth/schedule')).body).toEqual({ occurrences: [], events: [] });
  const answer = await call('POST', '/vendors/avepoint/events', { kind: 'disable', plan: 'OneDrive' });
  expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining('start them with schedules') } });
});

test('the same seed has the same jobs in every process', async () => {
  await open({});
  const first = simulators.truth();
  await simulators.close();
  await open({});
  expect(simulators.truth()).toEqual(first);
});
