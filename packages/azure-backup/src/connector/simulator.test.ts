import { type Connector, type Job, type JobList, type JobRecord, jobSchema, Secret } from '@crossvault/contract';
import { type Simulators, startSimulators, type TruthJob } from '@crossvault/simulators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

const call = { signal: new AbortController().signal };
let simulators: Simulators;
let connector: Connector;

beforeAll(async () => {
  simulators = await startSimulators({
    vendors: ['azure-backup'],
    start: '2026-01-31T12:00:00Z',
    pageSize: 7,
    jobs: 120,
  });
  const { connection, tokens } = simulators.vendor('azure-backup');
  const credential = { type: 'token', token: new Secret(tokens.valid) };
  const settings = connection.settings((key) => key);
  connector = azureBackup.connect(azureBackup.configSchema.parse({ ...settings, credential }), {
    connection: 'azure',
    fetch: (request) => fetch(request),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    clock: { now: () => simulators.clock.now(), sleep: () => Promise.reject(new Error('nothing here waits')) },
    random: () => 0.5,
    concurrency: 4,
  });
});
afterAll(() => simulators.close());

async function readAll(list: JobList): Promise<JobRecord[]> {
  const records: JobRecord[] = [];
  const query = { startedAfter: null, startedBefore: null, status: null };
  for (let token: string | null | undefined; token !== null; ) {
    const page = await connector.listJobs(list, query, { size: 50, token: token ?? null }, call);
    expect(page.warnings).toEqual([]);
    records.push(...page.records);
    token = page.next;
  }
  return records;
}

const claimsOf = ({ nativeId, kind, nativeKind, status, nativeStatus, startedAt, endedAt }: Job) => ({
  nativeId,
  kind,
  nativeKind,
  status,
  nativeStatus,
  startedAt,
  endedAt,
});
const truthOf = (job: TruthJob, status: TruthJob['status']) => ({
  nativeId: job.nativeId,
  kind: job.kind,
  nativeKind: job.nativeKind,
  status,
  nativeStatus: job.nativeStatus,
  startedAt: job.startedAt,
  endedAt: job.endedAt,
});
const byId = (a: { nativeId: string }, b: { nativeId: string }) => (a.nativeId < b.nativeId ? -1 : 1);

test('every vault lists what there is, newest first, and nothing else', async () => {
  for (const list of await connector.jobLists(call)) {
    const jobs = (await readAll(list)).map(({ job }) => job);
    const truth = simulators.truth().filter((job) => job.list === list.key);
    expect(truth.length).toBeGreaterThan(0);
    expect(jobs.map(claimsOf).sort(byId)).toEqual(truth.map((job) => truthOf(job, job.status)).sort(byId));
    const starts = jobs.map((job) => job.startedAt ?? '');
    expect(starts).toEqual(starts.toSorted().reverse());
  }
});

test('every job is found by its id and read whole, with what only the single answer tells', async () => {
  for (const truth of simulators.truth()) {
    const keys = await connector.findJobs(truth.nativeId, call);
    expect(keys).toEqual([[truth.list, truth.nativeId.toLowerCase()]]);
    const record = await connector.getJob(keys[0] ?? [], call);
    expect(claimsOf(jobSchema.parse(record.job))).toEqual(truthOf(truth, truth.fullStatus));
  }
});

test('a probe passes, and fails at the list once the token is no longer taken', async () => {
  expect(await connector.probe(call)).toMatchObject({ ok: true });
  const { tokens, expireToken, acceptToken } = simulators.vendor('azure-backup');
  expireToken(tokens.valid);
  expect(await connector.probe(call)).toMatchObject({ ok: false, steps: [{ ok: true }, { name: 'list', ok: false }] });
  acceptToken(tokens.valid);
});
