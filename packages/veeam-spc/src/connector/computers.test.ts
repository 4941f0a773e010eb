import type { Connector, ProtectedItemRecord } from '@crossvault/core';
import { type OpenOptions, type OpenSimulator, openSimulator } from '@crossvault/harness';
import { everything, failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, describe, expect, test } from 'vitest';
import { veeamSpc } from '../index.ts';
import { mapComputer } from '../mapping/map-computer.ts';
import { agent, call, connect } from '../testing/recording-console.ts';

const worlds: OpenSimulator[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

async function open(apiVersion: 'v2' | 'v3', options: OpenOptions = {}): Promise<OpenSimulator> {
  const world = await openSimulator('veeam-spc', veeamSpc, {
    jobs: 60,
    seed: 5,
    start: '2026-03-02T12:00:00.000Z',
    days: 10,
    veeamSpc: { apiVersion },
    ...options,
  });
  worlds.push(world);
  return world;
}

async function readComputers({ protectedItems }: Connector, size: number): Promise<readonly ProtectedItemRecord[]> {
  const found: ProtectedItemRecord[] = [];
  for (let token: string | null = null; ; ) {
    const page: Awaited<ReturnType<NonNullable<typeof protectedItems>['list']>> | undefined =
      await protectedItems?.list({ size, token }, call);
    found.push(...(page?.records ?? []));
    token = page?.next ?? null;
    if (token === null) return found;
  }
}

describe.each(['v2', 'v3'] as const)('the computers of a console (%s)', (apiVersion) => {
  test('are protected where their agents have jobs, and unprotected where they have none', async () => {
    const { connector } = await open(apiVersion);
    const computers = await readComputers(connector, 500);
    const jobs = recordsOf(await readLists(connector, call, everything)).map(({ job }) => job);
    const named = new Set(jobs.map(({ target }) => target?.id));
    for (const { item, jobLink } of computers.filter(({ jobLink: link }) => named.has(link?.ids?.[0] ?? ''))) {
      expect([item.nativeId, item.protection]).toEqual([jobLink?.ids?.[0], 'protected']);
    }
    const unprotected = computers.filter(({ item }) => item.protection === 'unprotected');
    expect(unprotected).not.toEqual([]);
    expect(unprotected.filter(({ item }) => named.has(item.nativeId))).toEqual([]);
  });

  test('are the same over pages of any size, and each can be read by itself', async () => {
    const { connector } = await open(apiVersion);
    const computers = await readComputers(connector, 500);
    expect(await readComputers(connector, 3)).toEqual(computers);
    const [first] = computers;
    expect(await connector.protectedItems?.get(first?.key ?? [], call)).toEqual(first);
  });

  test.each([[['cc52ec30-a1b0-41dd-8b24-000000000000']], [['..']], [[agent, 'more']], [[]]])(
    'include none with the key %j',
    async (key) => {
      const { connector } = await open(apiVersion);
      expect((await failureOf(connector.protectedItems?.get(key, call))).code).toBe('item-not-found');
    },
  );
});

test('computers, jobs and plans of v3 are of their organization, by its name, in a list as in a single answer', async () => {
  const { connector } = await open('v3');
  const computers = await readComputers(connector, 500);
  const tenantOf = new Map(computers.map(({ item }) => [item.nativeId, item.tenant]));
  expect(new Set(tenantOf.values()).size).toBeGreaterThan(1);
  const records = recordsOf(await readLists(connector, call, everything));
  const ofAgents = records.filter(({ job }) => tenantOf.has(job.target?.id ?? ''));
  expect(ofAgents.length).toBeGreaterThan(10);
  for (const { job } of ofAgents) expect(job.tenant).toBe(tenantOf.get(job.target?.id ?? ''));
  const [one] = ofAgents;
  expect((await connector.getJob(one?.key ?? [], call)).job.tenant).toBe(one?.job.tenant);
  const plans = await connector.plans?.list({ size: 500, token: null }, call);
  expect(plans?.records.some(({ plan }) => plan.tenant === one?.job.tenant)).toBe(true);
});

test('an account that may not list organizations reads everything else, and asks for them once', async () => {
  let asked = 0;
  const row = { instanceUid: agent, name: 'ws-1', organizationUid: 'o-1', totalJobsCount: 2, operationMode: 'Server' };
  const { connector } = connect('v3', (_request, path) => {
    if (path === '/api/v3/organizations') {
      asked += 1;
      return Response.json({ errors: [{ message: 'No access.' }] }, { status: 403 });
    }
    return path.endsWith('/backupAgents') ? Response.json({ data: [row], meta: null, errors: null }) : undefined;
  });
  for (let reading = 0; reading < 2; reading += 1) {
    const [record] = await readComputers(connector, 100);
    expect(record?.item).toMatchObject({ name: 'ws-1', type: 'server', protection: 'protected', tenant: null });
  }
  expect(asked).toBe(1);
});

test.each<[Readonly<Record<string, unknown>>, string, string | undefined]>([
  [{ totalJobsCount: 3 }, 'protected', 'inferred'],
  [{ totalJobsCount: 0 }, 'unprotected', 'computed'],
  [{ totalJobsCount: 0, managementMode: 'ManagedByVBR' }, 'unknown', 'inferred'],
  [{}, 'unknown', 'missing'],
  [{ totalJobsCount: 'many' }, 'unknown', 'unreadable'],
])('an agent with %j is %s', (fields, protection, provenance) => {
  const mapped = mapComputer({ instanceUid: agent, ...fields }, 'console', () => null);
  const item = 'record' in mapped ? mapped.record.item : null;
  expect([item?.protection, item?.provenance['protection']]).toEqual([protection, provenance]);
});

test.each([[null], [3], [{ name: 'ws-1' }]])('%j is no computer', (row) => {
  expect(mapComputer(row, 'console', () => null)).toHaveProperty('rejection');
});
