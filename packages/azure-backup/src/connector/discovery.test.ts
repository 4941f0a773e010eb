import { type Connector, type ConnectorContext, CrossvaultError, type ListQuery, Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { azureBackup } from '../index.ts';

const call = { signal: new AbortController().signal };
const everything: ListQuery = { startedAfter: null, startedBefore: null, status: null };
const vaultId = (subscription: string, name: string, kind = 'Microsoft.RecoveryServices/vaults') =>
  `/Subscriptions//${subscription}/resourcegroups/RG/providers/${kind}/${name}`;
const backup = 'Microsoft.DataProtection/backupVaults';
const pageOf = (ids: readonly unknown[], nextLink?: unknown) =>
  Response.json({ value: ids.map((id) => ({ id })), nextLink });
const refuse = (status: number) => Response.json({ error: { code: 'No', message: 'Their words' } }, { status });

interface Opened {
  readonly connector: Connector;
  readonly asked: string[];
  readonly clock: ReturnType<typeof createTestClock>;
}

function open(answer: (url: URL) => Response, settings: object = {}): Opened {
  const asked: string[] = [];
  const clock = createTestClock({ start: '2024-02-06T06:00:00Z' });
  const config = azureBackup.configSchema.parse({
    name: 'azure',
    vendor: 'azure-backup',
    discover: { subscriptionIds: ['one', 'two'], types: ['recovery-services'] },
    credential: { type: 'token', token: new Secret('t0ken') },
    ...settings,
  });
  const fetch: ConnectorContext['fetch'] = async (request) => {
    asked.push(request.url);
    return answer(new URL(request.url));
  };
  const context = createTestContext({ connection: 'azure', clock, fetch });
  return { connector: azureBackup.connect(config, context), asked, clock };
}
const keysOf = async ({ connector }: Opened) => (await connector.jobLists(call)).map(({ key }) => key);
const subscriptionOf = (url: URL) => url.pathname.split('/')[2] ?? '';

test('vaults of both kinds are looked up over subscriptions, page after page, each a list', async () => {
  const opened = open(
    (url) => {
      const subscription = subscriptionOf(url);
      if (url.pathname.endsWith('/backupVaults')) return pageOf([vaultId(subscription, 'B', backup)]);
      if (url.searchParams.get('page') === '2') return pageOf([vaultId(subscription, 'second')]);
      return pageOf([vaultId(subscription, 'First')], `${url.origin}${url.pathname}?page=2`);
    },
    { discover: { subscriptionIds: ['one', 'two'] }, secondaryRegions: ['northeurope'] },
  );
  expect(await keysOf(opened)).toEqual(
    ['one', 'two'].flatMap((subscription) => [
      `${subscription}/rg/first`,
      `${subscription}/rg/first/region/northeurope`,
      `${subscription}/rg/second`,
      `${subscription}/rg/second/region/northeurope`,
      `${subscription}/rg/b/backup`,
    ]),
  );
  expect(opened.asked).toContain(
    'https://management.azure.com/subscriptions/one/providers/Microsoft.RecoveryServices/vaults?api-version=2022-10-01',
  );
  expect(opened.asked).toContain(
    'https://management.azure.com/subscriptions/one/providers/Microsoft.DataProtection/backupVaults?api-version=2025-07-01',
  );
});

test('what was found is kept for five minutes, however many ask, and then looked up again', async () => {
  const opened = open((url) => pageOf([vaultId(subscriptionOf(url), 'v')]));
  await Promise.all([keysOf(opened), keysOf(opened), keysOf(opened)]);
  await opened.clock.sleep(299_000);
  await keysOf(opened);
  expect(opened.asked).toHaveLength(2);
  await opened.clock.sleep(1_000);
  await keysOf(opened);
  expect(opened.asked).toHaveLength(4);
});

test('a subscription that fails hides no other: it is a list that fails with the reason', async () => {
  const opened = open((url) =>
    subscriptionOf(url) === 'two'
      ? refuse(403)
      : pageOf(url.pathname.endsWith('/backupJobs') ? [] : [vaultId('one', 'v')]),
  );
  const [known, lost] = await opened.connector.jobLists(call);
  expect([known?.key, lost?.key]).toEqual(['one/rg/v', 'two/recovery-services']);
  const read = (list = known) =>
    list === undefined ? undefined : opened.connector.listJobs(list, everything, { size: 5, token: null }, call);
  expect(await read()).toMatchObject({ records: [] });
  expect(await failureOf(read(lost))).toMatchObject({ code: 'permission-denied', source: 'azure' });
});

test('a failed look-up keeps the vaults of the last one, and is tried again after half a minute', async () => {
  let works = true;
  const opened = open((url) =>
    works || subscriptionOf(url) === 'one' ? pageOf([vaultId(subscriptionOf(url), 'v')]) : refuse(403),
  );
  await keysOf(opened);
  works = false;
  await opened.clock.sleep(300_000);
  expect(await keysOf(opened)).toEqual(['one/rg/v', 'two/rg/v', 'two/recovery-services']);
  works = true;
  await opened.clock.sleep(30_000);
  expect(await keysOf(opened)).toEqual(['one/rg/v', 'two/rg/v']);
});

test('nothing found anywhere fails: with the reason, or with the right that is probably missing', async () => {
  expect(await failureOf(open(() => refuse(403)).connector.jobLists(call))).toMatchObject({
    code: 'permission-denied',
  });
  const error = await failureOf(open(() => pageOf([])).connector.jobLists(call));
  expect(error).toMatchObject({ code: 'source-not-found', message: expect.stringContaining('Backup Reader') });
});

test.each([
  ['leads to another host', (page: number) => `https://evil.example/${page}`],
  ['leads round in a circle', () => 'https://management.azure.com/again'],
  ['is no text', () => 7],
])('a link that %s ends the look-up, and what was read before it is there', async (_title, link) => {
  let page = 0;
  const opened = open((url) => {
    page += 1;
    return subscriptionOf(url) === 'two' ? pageOf([]) : pageOf([vaultId('one', 'v')], link(page));
  });
  expect(await keysOf(opened)).toEqual(['one/rg/v', 'one/recovery-services']);
  expect(opened.asked.some((address) => address.includes('evil'))).toBe(false);
});

test.each([[[{}]], [['/subscriptions/one']], [[null]]])(
  'the vault %j cannot be read, and an error says so',
  async (ids) => {
    const opened = open((url) => (subscriptionOf(url) === 'two' ? pageOf([vaultId('two', 'v')]) : pageOf(ids)));
    expect(await keysOf(opened)).toEqual(['two/rg/v', 'one/recovery-services']);
  },
);

test('a job is read by its key only in vaults that were found', async () => {
  const opened = open((url) =>
    url.pathname.includes('/backupJobs/')
      ? Response.json({ name: 'job-1', properties: {} })
      : pageOf([vaultId(subscriptionOf(url), 'v')]),
  );
  expect(await opened.connector.getJob(['one/rg/v', 'job-1'], call)).toMatchObject({ key: ['one/rg/v', 'job-1'] });
  const { length } = opened.asked;
  for (const key of ['one/rg/other', 'one/other/v', 'three/rg/v', 'one/rg/v/region/northeurope', 'nonsense']) {
    expect(await failureOf(opened.connector.getJob([key, 'job-1'], call))).toMatchObject({ code: 'job-not-found' });
  }
  expect(opened.asked).toHaveLength(length);
});

test('where a subscription could not be searched, a vault of it that is not known fails with the reason', async () => {
  const opened = open(() => refuse(403));
  expect(await failureOf(opened.connector.getJob(['one/rg/v', 'job-1'], call))).toMatchObject({
    code: 'permission-denied',
  });
});

test('a job that is nowhere is only not there when every vault could be asked', async () => {
  const answer = (jobs: Response) => (url: URL) =>
    url.pathname.includes('/backupJobs/')
      ? jobs.clone()
      : subscriptionOf(url) === 'two'
        ? refuse(403)
        : pageOf([vaultId('one', 'v')]);
  const found = open(answer(Response.json({ name: 'job-1', properties: {} })));
  expect(await found.connector.findJobs('job-1', call)).toEqual([['one/rg/v', 'job-1']]);
  const lost = open(answer(refuse(404)));
  expect(await failureOf(lost.connector.findJobs('job-1', call))).toMatchObject({ code: 'permission-denied' });
});

test('a caller that gives up does not cancel the look-up for others', async () => {
  const opened = open((url) => pageOf([vaultId(subscriptionOf(url), 'v')]));
  const reason = new CrossvaultError({ code: 'interrupted', message: 'Given up.' });
  const controller = new AbortController();
  const given = failureOf(opened.connector.jobLists({ signal: controller.signal }));
  const other = keysOf(opened);
  controller.abort(reason);
  expect(await given).toMatchObject({ code: 'interrupted' });
  expect(await other).toHaveLength(2);
});
