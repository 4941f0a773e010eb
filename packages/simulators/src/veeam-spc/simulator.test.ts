import { afterEach, describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { SimulatedVendor } from '../simulated-vendor.ts';
import { DOCUMENTED_AGENT_ID, DOCUMENTED_JOB } from './documented.ts';
import { createVeeamSpcSimulator } from './simulator.ts';

type Row = Record<string, unknown>;
type Answer = { readonly status: number; readonly body: unknown };

const started: SimulatedVendor[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((vendor) => vendor.stop()));
});

const start = async (options: { jobs?: number; pageSize?: number; seed?: number; oddities?: boolean } = {}) => {
  const clock = createSimulatedClock({ start: '2026-03-10T08:00:00Z' });
  const vendor = createVeeamSpcSimulator({
    clock,
    random: createRandom(options.seed ?? 1),
    jobs: options.jobs ?? 60,
    days: 14,
    anchorMs: clock.now(),
    port: 0,
    pageSize: options.pageSize,
    oddities: options.oddities ?? false,
  });
  started.push(vendor);
  await vendor.start();
  return { vendor, clock };
};

const get = async (vendor: SimulatedVendor, path: string, token = vendor.tokens.valid): Promise<Answer> => {
  const response = await fetch(vendor.url + path, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json() };
};

const rowsOf = ({ body }: Answer): Row[] => (Array.isArray(body) ? body : []);

const agentIds = async (vendor: SimulatedVendor): Promise<string[]> =>
  rowsOf(await get(vendor, '/v2/backupAgents')).map(({ id }) => String(id));

const allJobs = async (vendor: SimulatedVendor): Promise<Row[]> => {
  const lists = await Promise.all(
    (await agentIds(vendor)).map(async (agentId) =>
      rowsOf(await get(vendor, `/v2/backupAgents/${agentId}/jobs`)).map((row) => ({ ...row, agentId })),
    ),
  );
  return lists.flat();
};

const hasRun = ({ lastRun }: Row): boolean => !String(lastRun).startsWith('0001');

const signIn = async (vendor: SimulatedVendor, form: Record<string, string>) => {
  const response = await fetch(`${vendor.url}/token`, { method: 'POST', body: new URLSearchParams(form) });
  const body = new Map<string, unknown>(Object.entries(JSON.parse(await response.text())));
  return { status: response.status, body, accessToken: String(body.get('access_token')) };
};

const passwordForm = ({ connection }: SimulatedVendor) => ({
  grant_type: 'password',
  username: 'vspc\\svc-crossvault',
  password: connection.secrets.password ?? '',
});

const HOUR_MS = 3_600_000;

describe('signing in', () => {
  test('a password gives an access token that is valid for an hour of the simulated clock', async () => {
    const { vendor, clock } = await start();
    const { status, accessToken } = await signIn(vendor, passwordForm(vendor));
    expect(status).toBe(200);
    clock.move(HOUR_MS - 1);
    expect(await get(vendor, '/v2/backupAgents?$top=1', accessToken)).toMatchObject({ status: 200 });
    clock.move(1);
    expect(await get(vendor, '/v2/backupAgents?$top=1', accessToken)).toMatchObject({ status: 401 });
  });

  test('a refresh token gives a new pair once', async () => {
    const { vendor } = await start();
    const { body } = await signIn(vendor, passwordForm(vendor));
    const form = { grant_type: 'refresh_token', refresh_token: String(body.get('refresh_token')) };
    const renewed = await signIn(vendor, form);
    expect(renewed.status).toBe(200);
    expect(await get(vendor, '/v2/backupAgents', renewed.accessToken)).toMatchObject({ status: 200 });
    expect(await signIn(vendor, form)).toMatchObject({ status: 400 });
  });

  test.each([
    ['a wrong password', { password: 'guessed' }],
    ['an unknown user', { username: 'vspc\\nobody' }],
    ['an unknown grant', { grant_type: 'magic' }],
  ])('%s is refused with the error envelope', async (_what, wrong) => {
    const { vendor } = await start();
    const { status, body } = await signIn(vendor, { ...passwordForm(vendor), ...wrong });
    expect(status).toBe(400);
    expect(body.get('errors')).toMatchObject([{ message: expect.any(String), type: expect.any(String), code: 400 }]);
  });

  test('without a good token every path under /v2 answers 401', async () => {
    const { vendor } = await start();
    const bare = await fetch(`${vendor.url}/v2/backupAgents`);
    expect(bare.status).toBe(401);
    const refused = { status: 401, body: { errors: [{ type: 'security', code: 401 }] } };
    expect(await get(vendor, '/v2/backupAgents', vendor.tokens.expired)).toMatchObject(refused);
    expect(await get(vendor, '/v2/nothing', 'made-up')).toMatchObject(refused);
    vendor.expireToken();
    expect(await get(vendor, '/v2/backupAgents')).toMatchObject(refused);
    vendor.acceptToken('given');
    expect(await get(vendor, '/v2/backupAgents', 'given')).toMatchObject({ status: 200 });
  });
});

describe('reading', () => {
  test('the documented job is served as the page shows it, and ids are compared without case', async () => {
    const { vendor } = await start({ jobs: 0 });
    const path = `/v2/backupAgents/${DOCUMENTED_AGENT_ID}/jobs`;
    expect(await get(vendor, path)).toEqual({ status: 200, body: [DOCUMENTED_JOB] });
    const shouted = `/v2/backupAgents/${DOCUMENTED_AGENT_ID.toUpperCase()}/jobs/${DOCUMENTED_JOB.id.toUpperCase()}`;
    expect(await get(vendor, shouted)).toEqual({ status: 200, body: DOCUMENTED_JOB });
    expect(vendor.truth()).toMatchObject([
      {
        nativeId: DOCUMENTED_JOB.id,
        scope: DOCUMENTED_AGENT_ID,
        list: '',
        kind: 'backup',
        status: 'succeeded',
        startedAt: '2018-12-07T08:30:00.767Z',
        endedAt: '2018-12-07T08:31:38.767Z',
        documented: true,
      },
    ]);
  });

  test('skip and top go through the whole list, which has no order to rely on and no envelope', async () => {
    const { vendor } = await start();
    const whole = await agentIds(vendor);
    const pages: string[] = [];
    for (let skip = 0; skip < whole.length; skip += 7) {
      const page = rowsOf(await get(vendor, `/v2/backupAgents?$top=7&$skip=${skip}`));
      pages.push(...page.map(({ id }) => String(id)));
    }
    expect(pages).toEqual(whole);
    expect(await get(vendor, `/v2/backupAgents?$skip=${whole.length}`)).toEqual({ status: 200, body: [] });
  });

  test('a page size of its own holds only where none is requested', async () => {
    const { vendor } = await start({ pageSize: 3 });
    expect(rowsOf(await get(vendor, '/v2/backupAgents'))).toHaveLength(3);
    expect(rowsOf(await get(vendor, '/v2/backupAgents?$top=5'))).toHaveLength(5);
  });

  test('a filter and an order work on the jobs of an agent', async () => {
    const { vendor } = await start({ jobs: 0 });
    const list = `/v2/backupAgents/${DOCUMENTED_AGENT_ID}/jobs`;
    const failed = vendor.addJob({ list: DOCUMENTED_AGENT_ID, status: 'failed', startedAt: '2026-03-09T01:00:00Z' });
    const filtered = await get(vendor, `${list}?$filter=${encodeURIComponent("lastSessionStatus eq 'Failed'")}`);
    expect(rowsOf(filtered).map(({ id }) => id)).toEqual([failed]);
    const ordered = await get(vendor, `${list}?$orderby=${encodeURIComponent('lastRun desc')}`);
    expect(rowsOf(ordered).map(({ id }) => id)).toEqual([failed, DOCUMENTED_JOB.id]);
  });

  test.each([
    '$top=-1',
    '$top=many',
    '$skip=1.5',
    '$filter=name',
    '$filter=colour%20eq%20%27red%27',
    '$orderby=colour',
  ])('%s is a bad request that names the parameter', async (query) => {
    const { vendor } = await start({ jobs: 0 });
    const parameterName = query.split('=')[0];
    const problem = { status: 400, body: { errors: [{ type: 'logical', code: 400, parameterName }] } };
    expect(await get(vendor, `/v2/backupAgents?${query}`)).toMatchObject(problem);
  });

  test.each([
    '/v2/backupAgents/00000000-0000-0000-0000-000000000001',
    '/v2/backupAgents/00000000-0000-0000-0000-000000000001/jobs',
    `/v2/backupAgents/${DOCUMENTED_AGENT_ID}/jobs/00000000-0000-0000-0000-000000000001`,
    '/v2/jobs',
    '/v3/backupAgents',
  ])('%s is not found', async (path) => {
    const { vendor } = await start({ jobs: 0 });
    const missing = { status: 404, body: { errors: [{ type: 'logical', code: 404, message: expect.any(String) }] } };
    expect(await get(vendor, path)).toMatchObject(missing);
  });
});

describe('the fleet', () => {
  test('every definition with a last run is a job of the truth, those that never ran are not', async () => {
    const { vendor } = await start({ jobs: 100 });
    const jobs = await allJobs(vendor);
    const ran = jobs.filter(hasRun);
    expect(ran).toHaveLength(101);
    expect(jobs.length - ran.length).toBe(5);
    for (const idle of jobs.filter((job) => !hasRun(job))) {
      expect(String(idle.lastSessionStatus ?? idle.lastSessionStatusId).toLowerCase()).toBe('none');
      expect(idle.lastRun).toBe('0001-01-01T00:00:00');
    }
    const keyOf = (scope: unknown, id: unknown, start: unknown) => `${scope} ${id} ${start}`;
    const toInstant = (job: Row) => new Date(Date.parse(String(job.lastRun))).toISOString();
    expect(ran.map((job) => keyOf(job.agentId, job.id, toInstant(job))).sort()).toEqual(
      vendor
        .truth()
        .map(({ scope, nativeId, startedAt }) => keyOf(scope, nativeId, startedAt))
        .sort(),
    );
  });

  test('it has what the pages of the vendor warn of', async () => {
    const { vendor } = await start({ jobs: 100, oddities: true });
    const jobs = await allJobs(vendor);
    const words = new Set(jobs.map((job) => String(job.lastSessionStatus ?? job.lastSessionStatusId)));
    expect([...words]).toEqual(
      expect.arrayContaining(['Success', 'success', 'Warning', 'Failed', 'Running', 'Unknown', '-']),
    );
    const zeros = jobs.filter(({ id }) => id === '00000000-0000-0000-0000-000000000000');
    expect(new Set(zeros.map(({ agentId, name }) => `${agentId} ${name}`)).size).toBe(zeros.length);
    expect(zeros.length).toBeGreaterThan(1);
    expect(jobs.some(({ lastRun }) => /\.\d{7}\+03:00$/.test(String(lastRun)))).toBe(true);
    expect(jobs.some(({ failureMessage }) => String(failureMessage).includes('\r\n'))).toBe(true);
    expect(jobs.some(({ backupSize }) => backupSize === 'n/a')).toBe(true);
    expect(jobs.some(({ lastDuration }) => lastDuration === 'long')).toBe(true);
    expect(jobs.every(({ lastRun }) => !Number.isNaN(Date.parse(String(lastRun))))).toBe(true);
  });

  test('the same seed gives the same answers, another seed others', async () => {
    const [left, right, other] = await Promise.all([start(), start(), start({ seed: 2 })]);
    expect(await allJobs(left.vendor)).toEqual(await allJobs(right.vendor));
    expect(left.vendor.truth()).not.toEqual(other.vendor.truth());
  });
});
