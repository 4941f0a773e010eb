import type { Job } from '@azure/arm-recoveryservicesbackup';
import { type Connector, isJsonObject, type JobKey, type Job as OurJob } from '@crossvault/core';
import { everything, readLists } from '@crossvault/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BothClients, keyOf, openBothClients, type Vault } from './testing/both-clients.ts';

const call = { signal: new AbortController().signal };

let both: BothClients;
let connector: Connector;
let vaults: readonly Vault[];

beforeAll(async () => {
  both = await openBothClients({ jobs: 400, seed: 23, days: 10, pageSize: 30 });
  ({ connector, vaults } = both);
});
afterAll(() => both.close());

/** What cannot be read is an invalid date to them, year 1 counts as none, and null comes through their types. */
const toInstant = (date: unknown): string | null =>
  !(date instanceof Date) || Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1970 ? null : date.toISOString();

/** Their base type does not know the details that nearly all of its kinds have. */
function taskStatuses(job: Job): unknown[] {
  const { extendedInfo } = { extendedInfo: null, ...job };
  if (!isJsonObject(extendedInfo)) return [];
  const tasks: unknown = extendedInfo['tasksList'];
  return Array.isArray(tasks) ? tasks.map((task: { readonly status?: unknown }) => task.status) : [];
}

const theirs = (name: string | undefined, job: Job | undefined) => ({
  id: name,
  operation: job?.operation,
  status: job?.status,
  startedAt: toInstant(job?.startTime),
  endedAt: toInstant(job?.endTime),
  entity: job?.entityFriendlyName,
  tasks: job === undefined ? [] : taskStatuses(job),
});

const ours = (job: OurJob) => ({
  id: job.nativeId,
  operation: job.nativeKind,
  status: job.nativeStatus,
  startedAt: job.startedAt,
  endedAt: job.endedAt,
  entity: job.target?.name,
  tasks: job.tasks.map(({ nativeStatus }) => nativeStatus),
});

const readAll = async (vault: Vault, filter?: string) => {
  const listed: ReturnType<typeof theirs>[] = [];
  const jobs = both
    .theirClient(vault)
    .backupJobs.list(vault.name, vault.resourceGroup, filter === undefined ? {} : { filter });
  for await (const { name, properties } of jobs) listed.push(theirs(name, properties));
  return listed;
};

test("Microsoft's own client lists what our connector lists, job for job and in the same order", async () => {
  const lists = await readLists(connector, call);
  let compared = 0;
  for (const vault of vaults) {
    const own = lists.find(({ list }) => list.key === keyOf(vault))?.records ?? [];
    expect(await readAll(vault)).toEqual(own.map(({ job }) => ours(job)));
    compared += own.length;
  }
  expect(compared).toBeGreaterThan(300);
});

test('it reads every single job of the fleet as our mapper does, tasks included', async () => {
  for (const vault of vaults) {
    const truth = both.simulators.truth().filter(({ list }) => list === keyOf(vault));
    for (const { nativeId } of truth) {
      const { name, properties } = await both
        .theirClient(vault)
        .jobDetails.get(vault.name, vault.resourceGroup, nativeId);
      const key: JobKey = [keyOf(vault), nativeId.toLowerCase()];
      expect(ours((await connector.getJob(key, call)).job)).toEqual(theirs(name, properties));
    }
  }
});

test('it filters by the same clauses to the same jobs', async () => {
  const filter = "startTime eq '2026-02-24 12:00:00 AM' and endTime eq '2026-02-28 11:59:59 PM' and status eq 'Failed'";
  const query = {
    ...everything,
    startedAfter: '2026-02-24T00:00:00.000Z',
    startedBefore: '2026-02-28T23:59:59.000Z',
    status: ['failed'] as const,
  };
  const lists = await readLists(connector, call, query);
  const found: unknown[] = [];
  for (const vault of vaults) {
    const own = lists.find(({ list }) => list.key === keyOf(vault))?.records ?? [];
    const listed = await readAll(vault, filter);
    expect(listed).toEqual(own.map(({ job }) => ours(job)));
    found.push(...listed);
  }
  expect(found.length).toBeGreaterThan(2);
});

test.each([
  ['cd153561-20d3-467a-b911-cc1de47d4763', '41f3e94b-ae6b-4a20-b422-65abfcaf03e5'],
  ['c3a52d1d-0853-4211-8141-477c65740264', 'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b'],
])('it reads the operation %s as we do', async (operationId, jobId) => {
  const [vault] = vaults.filter(
    ({ name }) => name === (operationId.startsWith('cd') ? 'abdemovault' : 'azurefilesvault'),
  );
  if (vault === undefined) throw new Error('The vault of the operation is not there.');
  const status = await both
    .theirClient(vault)
    .backupOperationStatuses.get(vault.name, vault.resourceGroup, operationId);
  expect(status).toMatchObject({ status: 'Succeeded', properties: { jobId } });
  const operation = await connector.operations?.get(operationId, call);
  const job = await connector.getJob([keyOf(vault), jobId], call);
  expect(operation).toMatchObject({ status: 'done', jobs: [{ id: job.job.id, status: job.job.status }] });
  expect(operation?.startedAt).toBe(toInstant(status.startTime));
});
