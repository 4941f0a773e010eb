import { type Connector, Secret } from '@crossvault/contract';
import {
  type AnswerValidator,
  connectSimulator,
  createAnswerValidator,
  failureOf,
  openSimulator,
  readLists,
} from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamSpc } from '../index.ts';

const documents = [new URL('../../openapi/veeam-spc.yaml', import.meta.url)];
const call = { signal: new AbortController().signal };

/** Everything that a connector asks, and some of what it is refused. */
async function useUp(connector: Connector): Promise<void> {
  for (const size of [40, 500]) await readLists(connector, call, undefined, size);
  const filter = { startedAfter: '2026-02-27T00:00:00.000Z', startedBefore: null, status: ['failed' as const] };
  await readLists(connector, call, filter);
  const [list] = await readLists(connector, call);
  for (const { key, job } of list?.records ?? []) {
    await connector.getJob(key, call);
    if (job.status === 'failed') await connector.findJobs(job.nativeId, call);
  }
  await failureOf(connector.getJob(['none', 'none', '', 'unread'], call));
  await failureOf(connector.getJob(['server:none', 'none', '', 'unread'], call));
  await connector.probe(call);
}

/** Meets a console of this version in every way, and has its answers looked at. */
async function callEverything(validator: AnswerValidator, apiVersion: 'v2' | 'v3'): Promise<void> {
  const { simulators, vendor, world, ...opened } = await openSimulator('veeam-spc', veeamSpc, {
    jobs: 90,
    seed: 11,
    start: '2026-03-02T12:00:00.000Z',
    days: 10,
    veeamSpc: { apiVersion, onlyDocumented: true, asyncEvery: 7, asyncWorkMs: 3_000 },
  });
  const connect = (options: Parameters<typeof connectSimulator>[3] = {}) =>
    connectSimulator(veeamSpc, simulators, vendor, { fetch: validator.watch(world.fetch), ...options });
  const connector = connect();
  await useUp(connector);
  vendor.expireToken();
  await readLists(connector, call);
  await connector.close();
  const credential = { type: 'password', username: 'vspc\\svc-mfa', password: new Secret('wrong') };
  for (const settings of [{ credential }, { credential: { type: 'token', token: new Secret('unknown') } }]) {
    await failureOf(readLists(connect({ settings }), call));
  }
  const password = new Secret(vendor.connection.secrets['password'] ?? '');
  const second = connect({ settings: { credential: { ...credential, password } } });
  if (apiVersion === 'v3') expect((await failureOf(readLists(second, call))).message).toMatch(/multi-factor/);
  await opened.close();
}

test('every answer of the console is as the document says, and every documented operation is exercised', async () => {
  const validator = createAnswerValidator({ documents });
  for (const apiVersion of ['v2', 'v3'] as const) await callEverything(validator, apiVersion);
  expect([...validator.violations]).toEqual([]);
  expect(validator.unexercised()).toEqual([]);
  expect(validator.answers).toBeGreaterThan(200);
});
