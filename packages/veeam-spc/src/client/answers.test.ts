import { type Connector, isJsonObject, type PlanPage, type PlanRecord, Secret } from '@crossvault/core';
import { type AnswerValidator, connectSimulator, createAnswerValidator, openSimulator } from '@crossvault/harness';
import { failureOf, readLists } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamSpc } from '../index.ts';

const documents = [new URL('../../openapi/veeam-spc.yaml', import.meta.url)];
const call = { signal: new AbortController().signal };

/** Without oddities: no model of the vendor allows them. */
const fleet = { oddities: false, jobs: 90, seed: 11, start: '2026-03-02T12:00:00.000Z', days: 10 };

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

const requestId = '5c0ffee5-0000-4000-8000-000000000001';

/** Two plans of every kind, and all that is offered for them, one after the other; what is refused is met as well. */
async function act(connector: Connector, passTime: () => void): Promise<void> {
  const plans: PlanRecord[] = [];
  for (let token: string | null = null; ; ) {
    const page: PlanPage | undefined = await connector.plans?.list({ size: 500, token }, call);
    plans.push(...(page?.records ?? []));
    token = page?.next ?? null;
    if (token === null) break;
  }
  const kindOf = ({ key, raw, plan }: PlanRecord) =>
    JSON.stringify([
      key[0]?.startsWith('server:') ? 'server' : key.length,
      isJsonObject(raw) ? String(raw['systemType']).toLowerCase() : '',
      plan.actions.includes('update'),
    ]);
  const chosen = [...Map.groupBy(plans, kindOf).values()].flatMap((kind) => kind.slice(0, 2));
  const options = { ...call, requestId };
  const { run, stop, disable, enable, update, remove } = connector.plans ?? {};
  for (const { key } of chosen) {
    await connector.plans?.get(key, call);
    for (const ask of [
      () => run?.(key, { full: false }, options),
      () => stop?.(key, options),
      () => disable?.(key, options),
      () => enable?.(key, options),
      () => update?.(key, { allowLicenseEscalate: true }, options),
      () => remove?.(key, { removeRestorePoints: update === undefined ? true : null }, options),
    ]) {
      await ask()
        ?.then((prepared) => prepared.send(call))
        .catch(() => undefined);
      passTime();
    }
  }
  const [list] = await readLists(connector, call);
  const failed = list?.records.find(({ job }) => job.actions.includes('retry'));
  if (failed !== undefined) await (await connector.retryJob?.(failed.key, options))?.send(call);
}

/** Meets a console of this version in every way, and has its answers looked at. */
async function callEverything(validator: AnswerValidator, apiVersion: 'v2' | 'v3'): Promise<void> {
  const options = { apiVersion, asyncEvery: 7, asyncWorkMs: 3_000 };
  const { simulators, vendor, world, ...opened } = await openSimulator('veeam-spc', veeamSpc, {
    ...fleet,
    veeamSpc: options,
  });
  const connect = (options: Parameters<typeof connectSimulator>[3] = {}) =>
    connectSimulator(veeamSpc, simulators, vendor, { fetch: validator.watch(world.fetch), ...options });
  const connector = connect();
  await useUp(connector);
  vendor.expireToken();
  await readLists(connector, call);
  for (const handing of apiVersion === 'v2' ? [{}] : [{}, { asyncWrites: true }]) {
    const acting = await openSimulator('veeam-spc', veeamSpc, {
      ...fleet,
      veeamSpc: { ...options, asyncWorkMs: 0, ...handing },
    });
    const watched = { fetch: validator.watch(acting.world.fetch), allow: ['operate', 'destroy'] as const };
    await act(connectSimulator(veeamSpc, acting.simulators, acting.vendor, watched), () =>
      acting.simulators.clock.move(20_000),
    );
    await acting.close();
  }
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
