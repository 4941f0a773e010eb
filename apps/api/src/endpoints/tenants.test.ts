import {
  createFakeLedger,
  createFakeVendor,
  createManualClock,
  createPlainSynchronizer,
  fakeConnections,
  jobsAt,
  makeJob,
  minuteAt,
} from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { startFacade } from '../testing/facade.ts';
import { openStore } from '../testing/history.ts';

interface Listed {
  readonly data: readonly { readonly nativeId: string; readonly tenant: string | null }[];
}

/** A facade over a console that names one customer, one connection that the configuration gives to another, and one to none. */
async function open() {
  const told = makeJob('console', 'told', { startedAt: minuteAt(2), tenant: 'Fabrikam' });
  const connections = fakeConnections({
    console: createFakeVendor({ jobs: [...jobsAt('console', [1]), told] }),
    own: createFakeVendor({ jobs: jobsAt('own', [3]) }),
    none: createFakeVendor({ jobs: jobsAt('none', [4]) }),
  }).map((connection) => {
    const tenant = { console: 'Contoso', own: 'Say "Northwind",\n' }[connection.name] ?? null;
    return { ...connection, tenant };
  });
  const clock = createManualClock('2026-01-10T06:00:00.000Z');
  const store = await openStore(clock);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  for (const { name } of connections) await synchronizer.syncNow(name, { signal: AbortSignal.timeout(60_000) });
  const ledger = createFakeLedger({ keys: { cv_all: { name: 'all', scopes: ['read'] } } });
  const facade = await startFacade(connections, { clock, history: { store, synchronizer }, ledger });
  return async (path: string): Promise<Readonly<Record<string, string | null>>> => {
    const answer = await facade.ask(path, { headers: { Authorization: 'Bearer cv_all' } });
    const { data }: Listed = JSON.parse(answer.text);
    return Object.fromEntries(data.map(({ nativeId, tenant }) => [nativeId, tenant]));
  };
}

const all = { 'none-0': null, 'own-0': 'Say "Northwind",\n', told: 'Fabrikam', 'console-0': 'Contoso' };

test.each(['/v1/jobs', '/v1/jobs?include=tasks', '/v1/jobs?include=raw', '/v1/jobs?since=7d'])(
  'a page of %s names the customer of each job',
  async (path) => {
    expect(await (await open())(path)).toEqual(all);
  },
);

test.each([
  ['tenant=contoso', ['console-0']],
  ['tenant=FABRIKAM,contoso', ['told', 'console-0']],
  ['tenant=Fabrikam&connection=own', []],
  ['tenant=nobody', []],
])('jobs are found by their customer: %s', async (query, found) => {
  const ask = await open();
  expect(Object.keys(await ask(`/v1/jobs?${query}`)).toSorted()).toEqual(found.toSorted());
});
