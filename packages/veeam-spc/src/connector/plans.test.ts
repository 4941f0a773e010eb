import type { Connector, PlanPage, PlanRecord } from '@crossvault/core';
import { openSimulator } from '@crossvault/harness';
import { readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { veeamSpc } from '../index.ts';
import { toDefinitionKey } from '../mapping/key.ts';

const call = { signal: new AbortController().signal };
let close = async (): Promise<void> => undefined;
afterEach(() => close());

async function open(apiVersion: 'v2' | 'v3') {
  const opened = await openSimulator('veeam-spc', veeamSpc, {
    seed: 7,
    start: '2026-03-02T12:00:00.000Z',
    days: 10,
    jobs: 60,
    veeamSpc: { apiVersion, asyncEvery: 5 },
  });
  close = opened.close;
  return opened;
}

async function pagesOf(connector: Connector, size: number): Promise<readonly PlanPage[]> {
  const pages: PlanPage[] = [];
  for (let token: string | null = null; ; ) {
    const page: PlanPage | undefined = await connector.plans?.list({ size, token }, call);
    if (page === undefined) return pages;
    pages.push(page);
    token = page.next;
    if (token === null) return pages;
  }
}
const idsOf = (records: readonly PlanRecord[]) => records.map(({ plan }) => plan.id).toSorted();

test.each(['v2', 'v3'] as const)(
  '%s: every definition is a plan once, those that never ran as well',
  async (version) => {
    const { connector } = await open(version);
    const lists = await readLists(connector, call);
    const plans = (await pagesOf(connector, 500)).flatMap(({ records }) => records);
    expect(new Set(idsOf(plans)).size).toBe(plans.length);
    const withoutRun = lists.reduce((sum, list) => sum + list.pages.reduce((all, page) => all + page.withoutRun, 0), 0);
    const policies = version === 'v3' ? 6 : 0;
    expect(withoutRun).toBeGreaterThan(0);
    expect(plans).toHaveLength(recordsOf(lists).length + withoutRun + policies);
  },
);

test.each(['v2', 'v3'] as const)(
  '%s: the last job of a plan is the job that the list of jobs reports',
  async (version) => {
    const { connector } = await open(version);
    const jobs = new Map(recordsOf(await readLists(connector, call)).map((record) => [record.job.id, record]));
    for (const { key, plan } of (await pagesOf(connector, 500)).flatMap(({ records }) => records)) {
      if (plan.lastJob === null) continue;
      const job = jobs.get(plan.lastJob.id);
      expect(plan.lastJob).toEqual({ id: job?.job.id, status: job?.job.status, startedAt: job?.job.startedAt });
      expect(job === undefined ? null : toDefinitionKey(job.key)).toEqual(key);
    }
  },
);

test.each(['v2', 'v3'] as const)('%s: pages of any size give the same plans, and each can be read', async (version) => {
  const { connector } = await open(version);
  const whole = (await pagesOf(connector, 500)).flatMap(({ records }) => records);
  const small = (await pagesOf(connector, 7)).flatMap(({ records }) => records);
  expect(idsOf(small)).toEqual(idsOf(whole));
  for (const { key, plan } of whole.filter((_one, index) => index % 9 === 0)) {
    expect((await connector.plans?.get(key, call))?.plan).toEqual(plan);
  }
});

test.each([
  ['without appliances for public clouds', { kind: 'not-found' }],
  ['that does not show their policies to this user', { kind: 'status', status: 403 }],
] as const)('a console %s has the other plans', async (_case, fault) => {
  const { connector, vendor } = await open('v3');
  vendor.faults.script([{ on: { path: 'publicCloud/policies', times: 'always' }, fault }]);
  const plans = (await pagesOf(connector, 500)).flatMap(({ records }) => records);
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.every(({ key }) => key[0] !== 'policy')).toBe(true);
});

test('a console that ignores the offset ends the list early, and reports it', async () => {
  const { connector, vendor } = await open('v3');
  vendor.faults.script([{ on: { list: true, times: 'always' }, fault: { kind: 'ignored-offset' } }]);
  const pages = await pagesOf(connector, 7);
  expect(pages.some(({ warnings }) => warnings?.includes('list-ended-early') === true)).toBe(true);
});
