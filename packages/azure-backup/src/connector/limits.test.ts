import { connectSimulator, type OpenSimulator, openSimulator } from '@crossvault/harness';
import { everything, failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

const call = { signal: new AbortController().signal };
const start = '2026-03-02T12:00:00.000Z';
let world: OpenSimulator;
afterEach(() => world.close());

const turnedAway = () => world.vendor.requests.filter(({ status }) => status === 429).length;
const grown = '8b6e2a31-5c74-4f0d-9a1e-2f6d7c3b9e50';

test('twice as many reads as the bucket holds are paced, and none is turned away', async () => {
  world = await openSimulator('azure-backup', azureBackup, {
    jobs: 500,
    start,
    azureBackup: { isBudgetEnforced: true },
  });
  const records = recordsOf(await readLists(world.connector, call));
  for (const { key } of records) await world.connector.getJob(key, call);
  expect(records.length).toBeGreaterThan(500);
  expect(turnedAway()).toBe(0);
  expect(world.connector.condition().budget?.remaining).toBeLessThan(250);
});

test('where another client has emptied the bucket, the connector waits and then reads everything', async () => {
  world = await openSimulator('azure-backup', azureBackup, {
    jobs: 30,
    start,
    azureBackup: { isBudgetEnforced: true },
  });
  const { vendor, connector } = world;
  const headers = { authorization: `Bearer ${vendor.tokens.valid}` };
  const address = `${vendor.url}/subscriptions/${grown}/providers/Microsoft.RecoveryServices/vaults?api-version=2022-10-01`;
  for (let asked = 0; asked < 250; asked += 1) await (await fetch(address, { headers })).arrayBuffer();
  expect(recordsOf(await readLists(connector, call))).toHaveLength(vendor.truth().length);
  expect(turnedAway()).toBe(1);
});

test('a token that expires between pages costs one renewal and no job', async () => {
  world = await openSimulator('azure-backup', azureBackup, { jobs: 100, start, pageSize: 7 });
  const { connector, vendor } = world;
  const [list] = (await connector.jobLists(call)).filter(({ key }) => key.startsWith(grown));
  if (list === undefined) throw new Error('The grown vault is not there.');
  const names: string[] = [];
  let token: string | null = null;
  do {
    const page = await connector.listJobs(list, everything, { size: 7, token }, call);
    names.push(...page.records.map(({ job }) => job.nativeId));
    if (names.length === 14) vendor.expireToken();
    token = page.next;
  } while (token !== null);
  const truth = vendor.truth().filter((job) => job.list === list.key);
  expect(names.toSorted()).toEqual(truth.map(({ nativeId }) => nativeId).toSorted());
  expect(vendor.requests.filter(({ path }) => path.includes('/oauth2/'))).toHaveLength(2);
});

test("requests carry an id of ours, and errors the vendor's", async () => {
  world = await openSimulator('azure-backup', azureBackup, {
    jobs: 1,
    start,
    azureBackup: { denied: ['rsv-prod-weu'] },
  });
  const sent: (string | null)[] = [];
  const connector = connectSimulator(azureBackup, world.simulators, world.vendor, {
    fetch: (request) => {
      if (request.url.includes('/backupJobs')) sent.push(request.headers.get('x-ms-client-request-id'));
      return world.world.fetch(request);
    },
  });
  const error = await failureOf(readLists(connector, call));
  expect(error).toMatchObject({
    code: 'permission-denied',
    upstreamRequestId: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(sent.every((id) => /^[\da-f-]{36}$/.test(id ?? ''))).toBe(true);
});

test('the probe reports a role that is missing at one vault, and names the vault', async () => {
  world = await openSimulator('azure-backup', azureBackup, {
    jobs: 1,
    start,
    azureBackup: { denied: ['bv-prod-weu'] },
  });
  const { steps } = await world.connector.probe(call);
  expect(steps.at(-1)).toMatchObject({
    name: 'access',
    ok: false,
    code: 'permission-denied',
    detail: expect.stringContaining(`${grown}/rg-backup-weu/bv-prod-weu/backup: `),
    advice: expect.stringContaining('Backup Reader'),
  });
});
