import type { Connector, PlanRecord } from '@crossvault/core';
import { type AnswerValidator, createAnswerValidator } from '@crossvault/harness';
import { failureOf, readLists } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { openAppliance } from '../testing/open-appliance.ts';
import { type ApiVersion, apiVersions, mannerOf } from '../versions.ts';

const documents = [new URL('../../openapi/veeam-azure.yaml', import.meta.url)];
const call = { signal: new AbortController().signal };

/** Reads all that is protected, and does with every policy what it offers. */
async function callInventory({ plans, protectedItems }: Connector, letTimePass: () => void): Promise<void> {
  const prepare = { ...call, requestId: '2f1d6c3e-5b0a-4c87-9e94-d07a3b61f8c5' };
  const all: PlanRecord[] = [];
  for (let token: string | null = null; plans !== undefined; ) {
    const { records, next } = await plans.list({ size: 2, token }, call);
    all.push(...records);
    token = next;
    if (next === null) break;
  }
  for (const { key } of all) {
    for (const act of [plans?.disable, plans?.enable]) await (await act?.(key, prepare))?.send(call);
    if (key[0] === 'sla') continue;
    // What is still at work of the fleet stands in the way of some.
    await plans?.stop?.(key, prepare).then(
      ({ send }) => send(call),
      () => undefined,
    );
    letTimePass();
    const run = await plans?.run?.(key, { full: false }, prepare);
    const again = await plans?.run?.(key, { full: false }, prepare);
    await run?.send(call);
    await failureOf(again?.send(call));
    await (await plans?.stop?.(key, prepare))?.send(call);
  }
  for (let token: string | null = null; protectedItems !== undefined; ) {
    const { records, next } = await protectedItems.list({ size: 100, token }, call);
    for (const { key } of records.slice(0, 1)) {
      await protectedItems.get(key, call);
      await protectedItems.recoveryPoints?.(key, call);
    }
    token = next;
    if (next === null) break;
  }
}

/** Makes every call that there is, and meets every refusal; everything goes past the validator. */
async function callEverything(validator: AnswerValidator, apiVersion: ApiVersion): Promise<void> {
  const { appliance, client, close, connector, context, simulators, vendor } = await openAppliance({
    jobs: 150,
    apiVersion,
    allow: ['operate'],
    watch: validator.watch,
  });
  const lists = await readLists(connector, call, undefined, 40);
  for (const { key } of lists.flatMap(({ records }) => records).slice(0, 40)) await connector.getJob(key, call);
  await connector.probe(call);
  const headers = { authorization: `Bearer ${vendor.tokens.valid}` };
  await context.fetch(new Request(`${vendor.url}/api/${apiVersion}/system/serviceIsUp`, { headers }));
  // By then nothing is open that the fleet was grown with.
  simulators.clock.move(5 * 3_600_000);
  await callInventory(connector, () => simulators.clock.move(60_000));
  const running = vendor.addJob({ status: 'running' });
  const cancel = await connector.cancelJob?.([running], { ...call, requestId: '7e0b9a52-c1d4-4f63-8a27-b96e35d0c41f' });
  await cancel?.send(call);
  if (mannerOf(apiVersion).hasOperations) {
    await client.items.list('virtual-machines', { offset: 0, limit: 2, sync: false }, call);
    for (const outcome of ['Success', 'Error'] as const) {
      appliance.turn({ operations: { durationSeconds: 10, outcome } });
      const { body } = await client.items.list('virtual-machines', { offset: 0, limit: 2, sync: true }, call);
      const { id } = body as { id: string };
      await client.getOperation(id, call);
      simulators.clock.move(20_000);
      await client.getOperation(id, call);
    }
  }
  await failureOf(connector.getJob(['none'], call));
  vendor.expireToken();
  await readLists(connector, call, undefined, 40);
  appliance.turn({ isLicenceAccepted: false });
  await failureOf(readLists(connector, call));
  appliance.turn({ isLicenceAccepted: true, product: apiVersion === 'v1' ? '8.1' : '1.0' });
  await failureOf(readLists(connector, call));
  appliance.turn({ isMfaRequired: true });
  simulators.clock.move(20 * 86_400_000);
  await failureOf(readLists(connector, call));
  appliance.turn({ isMfaRequired: false, product: null });
  // The pause after a refused log-in.
  simulators.clock.move(120_000);
  await readLists(connector, call);
  await close();
}

test.each(apiVersions)('%s: every answer of the appliance is as its own models have it', async (apiVersion) => {
  const validator = createAnswerValidator({ documents });
  await callEverything(validator, apiVersion);
  expect([...validator.violations]).toEqual([]);
  expect(validator.answers).toBeGreaterThan(50);
});

test.each(['v4', 'v8.1'] as const)('%s has none of the words that only earlier versions had', async (apiVersion) => {
  const { connector, close } = await openAppliance({ jobs: 400, apiVersion });
  const lists = await readLists(connector, call, undefined, 500);
  const kinds = lists.flatMap(({ records }) => records.map(({ job }) => job.nativeKind));
  expect(kinds).toContain('ObsoleteSnapshotRetention');
  expect(kinds.filter((kind) => kind === 'AutoBackup' || kind === 'LingeringSnapshotRetention')).toEqual([]);
  await close();
});

test('what no model allows is sent only by an appliance with oddities', async () => {
  const validator = createAnswerValidator({ documents });
  const { connector, close } = await openAppliance({ jobs: 150, oddities: true, watch: validator.watch });
  await readLists(connector, call, undefined, 40);
  const rules = [...validator.violations].flatMap((violation) =>
    violation.split('; ').map((rule) => rule.split(' must ')[1]),
  );
  expect(new Set(rules)).toEqual(new Set(['match format "date-time"', 'be equal to one of the allowed values']));
  await close();
});

test('every documented operation is exercised', async () => {
  const validator = createAnswerValidator({ documents });
  for (const version of ['v3', 'v8.1'] as const) await callEverything(validator, version);
  expect(validator.unexercised()).toEqual([]);
});
