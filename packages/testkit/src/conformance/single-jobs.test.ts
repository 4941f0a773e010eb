import {
  asRead,
  baseUrl,
  type CallOptions,
  type Connector,
  type ConnectorContext,
  CrossvaultError,
  completeContext,
  connectionFields,
  defineJobMapper,
  defineWords,
  isJsonObject,
  type JobRecord,
  type JobStatus,
  notReported,
  orAbort,
  readText,
  readWord,
  Secret,
  secretReference,
  tolerant,
} from '@crossvault/core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { goodCondition } from '../fakes/fake-connector.ts';
import { openOwnWorld } from '../world/own-world.ts';
import { singleJobChecks } from './single-jobs.ts';

const states = defineWords<JobStatus>({ succeeded: ['ok'], failed: ['error'] });
const text = tolerant(z.string());
const wire = z.object({ id: text, state: text });
const configSchema = z.strictObject({ ...connectionFields, baseUrl, key: secretReference });
type Config = z.output<typeof configSchema>;

const mapper = defineJobMapper<z.output<typeof wire>>({
  vendor: 'small',
  version: 1,
  durationToleranceSeconds: 1,
  parse({ get, list }) {
    const answer = get ?? list;
    if (!isJsonObject(answer)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
    const input = wire.parse(answer);
    if (typeof input.id !== 'string') return { kind: 'rejected', nativeId: null, reason: 'no-readable-id' };
    return { kind: 'input', input, key: [input.id] };
  },
  rules: {
    nativeId: { from: ['id'], rule: 'Takes the id.', read: ({ id }) => asRead(String(id)) },
    status: { from: ['state'], rule: 'By the table.', read: ({ state }) => readWord(state, states.lookup, 'unknown') },
    nativeStatus: { from: ['state'], rule: 'Takes the word.', read: ({ state }) => readText(state) },
    kind: notReported('other'),
    nativeKind: notReported(null),
    startedAt: notReported(null),
    endedAt: notReported(null),
    errors: notReported([]),
    trigger: notReported('unknown'),
    target: notReported(null),
    plan: notReported(null),
    durationSeconds: notReported(null),
    progressPercent: notReported(null),
    sizeBytes: notReported(null),
    transferredBytes: notReported(null),
    counts: notReported(null),
    tasks: notReported([]),
    actions: notReported([]),
    details: notReported({}),
    links: notReported({}),
  },
});

/** A connector that is right, and what a test makes wrong. */
type Wrong = (right: Connector) => Partial<Connector>;

function connect({ key }: Config, given: Partial<ConnectorContext> | undefined, wrong: Wrong): Connector {
  const { connection, fetch, clock } = completeContext({ name: 'small', concurrency: 1, allow: [] }, given);
  const context = { connection, list: 'all', observedAt: new Date(clock.now()).toISOString() };
  const failed = (code: CrossvaultError['code']) =>
    new CrossvaultError({ code, message: 'Small refused.', source: connection });

  async function ask(path: string, { signal }: CallOptions): Promise<unknown> {
    const headers = { authorization: `Bearer ${key.reveal()}` };
    const request = new Request(`https://small.example${path}`, { signal, headers });
    const response = await orAbort(signal, () => fetch(request)).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : CrossvaultError.isInstance(error) ? error : failed('source-unreachable');
    });
    if (response.status === 401) throw failed('authentication-failed');
    return response.status === 404 ? null : response.json();
  }
  const toRecords = (raw: { list?: unknown; get?: unknown }): readonly JobRecord[] => {
    const mapped = mapper.map(raw, context);
    return mapped.kind === 'job' ? [mapped.record] : [];
  };
  const read = async (id: string | undefined, call: CallOptions) => toRecords({ get: await ask(`/jobs/${id}`, call) });

  const right: Connector = {
    vendor: 'small',
    history: 'complete',
    addresses: [{ name: 'api', url: 'https://small.example' }],
    condition: () => goodCondition,
    jobLists: async () => [{ key: 'all', order: 'none', nativeFilters: [] }],
    async listJobs(_list, _query, _page, call) {
      const rows = z.array(z.unknown()).parse(await ask('/jobs', call));
      const records = rows.flatMap((list) => toRecords({ list }));
      return { records, rejected: [], withoutRun: 0, next: null, warnings: [] };
    },
    findJobs: async (nativeId, call) => (await read(nativeId, call)).map((record) => record.key),
    async getJob([id], call) {
      const [record] = await read(id, call);
      if (record === undefined) throw failed('job-not-found');
      return record;
    },
    explainJob: mapper.explain,
    mapJob: mapper.map,
    mapperVersion: 1,
    async probe(call) {
      const ok = await ask('/jobs', call).then(
        () => true,
        () => false,
      );
      return { ok, steps: [], deniedFields: [] };
    },
    close: async () => undefined,
  };
  return { ...right, ...wrong(right) };
}

/** What the checks find wrong, by their titles. */
async function findings(wrong: Wrong): Promise<readonly string[]> {
  const open = openOwnWorld({
    definition: {
      id: 'small',
      title: 'Small',
      configSchema,
      connect: (config, given) => connect(config, given, wrong),
    },
    settings: { baseUrl: 'https://small.example', key: new Secret('right-key') },
    wrongSettings: { key: new Secret('wrong-key') },
    open: () => ({
      jobs: [
        {
          nativeId: 'a',
          kind: 'other',
          nativeKind: null,
          status: 'failed',
          nativeStatus: 'error',
          startedAt: null,
          endedAt: null,
        },
      ],
      answer({ url, headers }) {
        if (headers.get('authorization') !== 'Bearer right-key') return Response.json({}, { status: 401 });
        const job = { id: 'a', state: 'error' };
        const { pathname } = new URL(url);
        if (pathname === '/jobs') return Response.json([job]);
        return pathname === '/jobs/a' ? Response.json(job) : Response.json({}, { status: 404 });
      },
    }),
  });
  const found: string[] = [];
  for (const [title, check] of Object.entries(singleJobChecks)) {
    const world = await open({});
    await check(world, { inventedStatus: { word: 'FROZEN', merge: { state: 'FROZEN' } } }).catch(() =>
      found.push(title),
    );
    await world.close();
  }
  return found;
}

const notFound = (): never => {
  throw new CrossvaultError({ code: 'job-not-found', message: 'Not found.' });
};
const unheard: CallOptions = { signal: new AbortController().signal };

test('a connector that is right passes every check', async () => {
  expect(await findings(() => ({}))).toEqual([]);
});

test.each<readonly [string, Wrong, readonly string[]]>([
  [
    'takes every error for a missing job',
    ({ getJob }) => ({ getJob: (key, call) => getJob(key, call).catch(notFound) }),
    [
      'a refused credential is an authentication error, and no missing job',
      'a vendor that is down has no missing jobs, and its probe fails',
      'a call for a single job that is given up ends with the reason',
    ],
  ],
  [
    'finds nothing where it is refused',
    ({ findJobs }) => ({
      findJobs: (id, call) =>
        findJobs(id, call).catch((error) => (error.code === 'authentication-failed' ? [] : Promise.reject(error))),
    }),
    ['a refused credential is an authentication error, and no missing job'],
  ],
  [
    'ignores the signal of a single get',
    ({ getJob }) => ({ getJob: (key) => getJob(key, unheard) }),
    ['a call for a single job that is given up ends with the reason'],
  ],
  [
    'probes well while the vendor is down',
    () => ({ probe: async () => ({ ok: true, steps: [], deniedFields: [] }) }),
    ['a vendor that is down has no missing jobs, and its probe fails'],
  ],
  [
    'finds keys of other jobs',
    ({ findJobs }) => ({ findJobs: async (id, call) => [...(await findJobs(id, call)), ['b']] }),
    ['every key that is found leads to a job with that id'],
  ],
  [
    'takes an unknown word of a single job for a success',
    ({ getJob }) => ({
      async getJob(key, call) {
        const record = await getJob(key, call);
        const { job } = record;
        return job.status === 'unknown' ? { ...record, job: { ...job, status: 'succeeded', problem: false } } : record;
      },
    }),
    ['an unknown word is unknown in the single job, too'],
  ],
  [
    'changes the answers that it maps',
    ({ mapJob }) => ({
      mapJob(raw, context) {
        if (isJsonObject(raw.list)) Object.assign(raw.list, { seen: true });
        return mapJob(raw, context);
      },
    }),
    ['mapping and explaining change nothing in the answers that they are given'],
  ],
  [
    'throws for answers that are no jobs',
    ({ mapJob }) => ({
      mapJob(raw, context) {
        if (!isJsonObject(raw.get ?? raw.list)) throw new Error('No job.');
        return mapJob(raw, context);
      },
    }),
    ['answers that are no jobs are rejected by mapping, and never thrown'],
  ],
])('a connector that %s is found wrong', async (_title, wrong, titles) => {
  expect(await findings(wrong)).toEqual(titles);
});
