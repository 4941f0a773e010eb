import { CrossvaultError, type ListPage, parseJobId, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamSpcConfigSchema } from '../config.ts';
import documented from './__fixtures__/get-backup-agent-job.documented.json' with { type: 'json' };
import otherSpelling from './__fixtures__/list-backup-agent-jobs.other-spelling.json' with { type: 'json' };
import twoAgents from './__fixtures__/list-backup-agents.two.json' with { type: 'json' };
import { createVeeamSpcConnector } from './connector.ts';

type Answer = (request: Request) => Response | Promise<Response> | undefined;

const call = { signal: new AbortController().signal };
const everything = { startedAfter: null, startedBefore: null, status: null };
const zeros = '00000000-0000-0000-0000-000000000000';
const [workstation, server] = twoAgents.map(({ id }) => id);
const refuse = (status: number, message = 'No.') =>
  Response.json({ errors: [{ message, type: 'logical', code: status }] }, { status });

/** A console over lists: agents in their order, jobs by agent. `first` may answer before it does. */
function connect(
  agents: readonly unknown[],
  jobs: Readonly<Record<string, readonly unknown[]>>,
  first?: Answer,
  concurrency = 2,
) {
  const requests: string[] = [];
  const listOf = (agentId: string) =>
    Object.entries(jobs).find(([id]) => id.toLowerCase() === agentId.toLowerCase())?.[1];
  function answer(request: Request): Response {
    const url = new URL(request.url);
    const [, , agentId, , jobId] = url.pathname.split('/').filter((part) => part !== '');
    if (agentId === undefined) {
      const skip = Number(url.searchParams.get('$skip'));
      return Response.json(agents.slice(skip, skip + Number(url.searchParams.get('$top'))));
    }
    if (!url.pathname.includes('/jobs')) {
      const agent = twoAgents.find(({ id }) => id.toLowerCase() === agentId);
      return agent === undefined ? refuse(404) : Response.json(agent);
    }
    const rows = listOf(agentId);
    if (jobId === undefined)
      return rows === undefined ? refuse(404) : Response.json(rows.slice(Number(url.searchParams.get('$skip'))));
    const row = rows?.find((one) => (one as { id: string }).id === jobId);
    return row === undefined ? refuse(404) : Response.json(row);
  }
  const context = createTestContext({
    connection: 'console',
    async fetch(request) {
      request.signal.throwIfAborted();
      requests.push(decodeURIComponent(request.url.replace('https://console.example:1281', '')));
      return (await first?.(request)) ?? answer(request);
    },
    clock: createTestClock({ start: '2018-12-07T10:00:00.000Z' }),
    concurrency,
  });
  const config = veeamSpcConfigSchema.parse({
    name: 'console',
    vendor: 'veeam-spc',
    baseUrl: 'https://console.example:1281',
    apiVersion: 'v2',
    credential: { type: 'token', token: new Secret('t0ken') },
  });
  return { connector: createVeeamSpcConnector(config, context), requests };
}
type Connector = ReturnType<typeof connect>['connector'];

async function readPages(connector: Connector): Promise<ListPage[]> {
  const [list] = await connector.jobLists(call);
  if (list === undefined) throw new Error('there is no list');
  const pages: ListPage[] = [];
  for (let token: string | null = null; pages.length === 0 || token !== null; ) {
    const page: ListPage = await connector.listJobs(list, everything, { size: 50, token }, call);
    pages.push(page);
    token = page.next;
  }
  return pages;
}
const agentsNamed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `agent-${index}`, name: `pc-${index}` }));
const jobOf = (id: string) => ({ ...documented, id: `job-of-${id}` });
const bothAgents = { [workstation ?? '']: [documented], [server ?? '']: otherSpelling };

test('the agents are walked, and what they have is jobs, definitions without a run and rejections', async () => {
  const { connector, requests } = connect(twoAgents, {
    [workstation ?? '']: [documented, 'noise', { name: 'No id' }],
    [server ?? '']: otherSpelling,
  });
  expect(await connector.jobLists(call)).toEqual([{ key: 'agent-jobs', order: 'none', nativeFilters: [] }]);
  const pages = await readPages(connector);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({ withoutRun: 1, next: null, warnings: [] });
  expect(pages[0]?.rejected.map(({ nativeId, reason }) => [nativeId, reason])).toEqual([
    [null, 'not-an-object'],
    ['No id', 'no-readable-id'],
  ]);
  expect(pages[0]?.records.map(({ job }) => [job.status, job.target])).toEqual([
    ['succeeded', { type: 'workstation', id: workstation, name: 'ws-finance-04' }],
    ['failed', { type: 'server', id: server, name: 'srv-sql-01' }],
  ]);
  expect(pages[0]?.records[1]?.key[0]).toBe(server?.toLowerCase());
  expect(pages[0]?.records[0]?.context).toEqual({
    connection: 'console',
    list: 'agent-jobs',
    observedAt: '2018-12-07T10:00:00.000Z',
    agent: workstation,
    agentName: 'ws-finance-04',
  });
  expect(requests).toEqual([
    '/v2/backupAgents?$top=100&$skip=0',
    '/v2/backupAgents?$top=100&$skip=2',
    `/v2/backupAgents/${workstation}/jobs?$top=100&$skip=0`,
    `/v2/backupAgents/${server}/jobs?$top=100&$skip=0`,
  ]);
});

test.each([1, 2, 3, 64])('every agent is asked once, %i at once, over pages of agents', async (concurrency) => {
  const agents = agentsNamed(205);
  const jobs = Object.fromEntries(agents.map(({ id }) => [id, [jobOf(id)]]));
  const { connector, requests } = connect(agents, jobs, undefined, concurrency);
  const pages = await readPages(connector);
  expect(pages).toHaveLength(Math.ceil(205 / concurrency));
  expect(pages.flatMap(({ records }) => records.map(({ job }) => job.nativeId))).toEqual(
    agents.map(({ id }) => `job-of-${id}`),
  );
  expect(requests.filter((path) => path.includes('Agents?'))).toEqual(
    [0, 100, 200, 205].map((skip) => `/v2/backupAgents?$top=100&$skip=${skip}`),
  );
  expect(new Set(requests).size).toBe(requests.length);
});

test('an agent that vanished since the agents were read is no error, one without an id is rejected', async () => {
  const gone: Answer = ({ url }) => (url.endsWith(`/backupAgents/${workstation}`) ? refuse(404) : undefined);
  const { connector } = connect([...twoAgents, { name: 'nameless' }, 7], { [server ?? '']: otherSpelling }, gone);
  const pages = await readPages(connector);
  expect(pages.flatMap(({ records }) => records)).toHaveLength(1);
  expect(pages[0]?.rejected).toEqual([
    { nativeId: 'nameless', reason: 'no-readable-id', value: { name: 'nameless' } },
    { nativeId: null, reason: 'not-an-object', value: 7 },
  ]);
});

test('an agent that is there has its jobs requested again when they seem to be absent', async () => {
  let refused = 0;
  const stumbling: Answer = ({ url }) => {
    if (!url.includes('/jobs') || refused > 0) return undefined;
    refused += 1;
    return refuse(404);
  };
  const jobs = { [workstation ?? '']: [documented], [server ?? '']: otherSpelling };
  const pages = await readPages(connect(twoAgents, jobs, stumbling).connector);
  expect(pages.flatMap(({ records }) => records)).toHaveLength(2);
});

test('an agent with more jobs than a page holds is read to its end', async () => {
  const many = Array.from({ length: 130 }, (_, index) => ({ ...documented, id: `job-${index}` }));
  const inPages: Answer = ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const skip = Number(searchParams.get('$skip'));
    return pathname.endsWith('/jobs') ? Response.json(many.slice(skip, skip + 100)) : undefined;
  };
  const [page] = await readPages(connect(twoAgents.slice(0, 1), {}, inPages).connector);
  expect(page?.records.map(({ job }) => job.nativeId)).toEqual(many.map(({ id }) => id));
  const repeating: Answer = ({ url }) => (url.includes('/jobs') ? Response.json(many.slice(0, 100)) : undefined);
  const [early] = await readPages(connect(twoAgents.slice(0, 1), {}, repeating).connector);
  expect(early?.records).toHaveLength(100);
  expect(early?.warnings).toEqual(['list-ended-early']);
});

test('every listed job is read alone and found by its native id', async () => {
  const old = { ...documented, id: zeros };
  const { connector } = connect(twoAgents, {
    [workstation ?? '']: [{ ...old, name: 'A' }, { ...old, name: 'B' }, documented],
    [server ?? '']: otherSpelling,
  });
  const records = (await readPages(connector)).flatMap((page) => page.records);
  for (const { key, job } of records) {
    const single = await connector.getJob(key, call);
    expect(single.key).toEqual(key);
    expect(single.job).toEqual({ ...job, depth: 'full' });
    expect(parseJobId(job.id)).toEqual({ connection: 'console', key });
    expect(connector.explainJob(single.raw, single.context)?.id).toBe(job.id);
  }
  expect(await connector.findJobs(documented.id.toUpperCase(), call)).toEqual([records[2]?.key]);
  expect(await connector.findJobs(zeros, call)).toEqual([records[0]?.key, records[1]?.key]);
  expect(await connector.findJobs(otherSpelling[1]?.id ?? '', call)).toEqual([]);
  expect(await connector.findJobs('nothing', call)).toEqual([]);
});

test.each<[string, () => Response, string]>([
  ['a refused token', () => refuse(401), 'authentication-failed'],
  ['a missing right', () => refuse(403), 'permission-denied'],
  ['no REST v2 at this address', () => refuse(404), 'source-not-found'],
  [
    'too many requests',
    () => Response.json({ errors: [{ code: 429, retryAfter: 9 }] }, { status: 429 }),
    'source-throttled',
  ],
  ['a fault of the console', () => refuse(520), 'source-error'],
  ['an envelope instead of a list', () => Response.json({ data: [] }), 'answer-unreadable'],
  ['a web page', () => new Response('<html>'), 'answer-unreadable'],
])('%s fails the list, and the probe says so without throwing', async (_case, answer, code) => {
  const { connector } = connect(twoAgents, bothAgents, answer);
  expect(await failureOf(readPages(connector))).toMatchObject({ code, source: 'console' });
  const report = await connector.probe(call);
  expect(report).toMatchObject({
    ok: false,
    steps: [
      { name: 'token', ok: true },
      { name: 'list', ok: false, code },
    ],
  });
  expect(report.steps[1]?.detail).not.toBe('');
});

test('an agent whose jobs are no list fails the page', async () => {
  const noList: Answer = ({ url }) => (url.includes('/jobs') ? Response.json({ id: 1 }) : undefined);
  const { connector } = connect(twoAgents, bothAgents, noList);
  expect((await failureOf(readPages(connector))).code).toBe('answer-unreadable');
});

test('a probe that succeeds requests one agent', async () => {
  const { connector, requests } = connect(twoAgents, bothAgents);
  expect(await connector.probe(call)).toMatchObject({ ok: true, deniedFields: [] });
  expect(requests).toEqual(['/v2/backupAgents?$top=1&$skip=0']);
  await connector.close();
});

test('cancelling ends a list at once, with the reason', async () => {
  const controller = new AbortController();
  const { connector } = connect(twoAgents, bothAgents, ({ url, signal }) => {
    if (!url.includes('/jobs')) return undefined;
    const hanging = new Promise<Response>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
    controller.abort(new CrossvaultError({ code: 'source-timeout', message: 'Too slow.' }));
    return hanging;
  });
  const list = { key: 'agent-jobs', order: 'none', nativeFilters: [] } as const;
  const reading = connector.listJobs(list, everything, { size: 50, token: null }, { signal: controller.signal });
  expect(await failureOf(reading)).toMatchObject({ code: 'source-timeout', source: 'console' });
});
