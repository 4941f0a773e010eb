import { type AnswerValidator, createAnswerValidator, failureOf, readLists } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { openAppliance } from '../testing/open-appliance.ts';
import { type ApiVersion, apiVersions, mannerOf } from '../versions.ts';

const documents = [new URL('../../openapi/veeam-azure.yaml', import.meta.url)];
const call = { signal: new AbortController().signal };

/** Makes every call that there is, and meets every refusal; everything goes past the validator. */
async function callEverything(validator: AnswerValidator, apiVersion: ApiVersion): Promise<void> {
  const { appliance, client, close, connector, simulators, vendor } = await openAppliance({
    jobs: 150,
    apiVersion,
    watch: validator.watch,
  });
  const lists = await readLists(connector, call, undefined, 40);
  for (const { key } of lists.flatMap(({ records }) => records).slice(0, 40)) await connector.getJob(key, call);
  await connector.probe(call);
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
  await readLists(connector, call);
  await close();
}

/** The fleet has sessions whose end is no time, which no document allows. */
const planted = /executionStopTime must match format "date-time"$/;

test.each(apiVersions)('%s: every answer of the appliance is as the document says', async (apiVersion) => {
  const validator = createAnswerValidator({ documents });
  await callEverything(validator, apiVersion);
  const violations = [...validator.violations];
  expect(violations.filter((violation) => !planted.test(violation))).toEqual([]);
  expect(violations.some((violation) => planted.test(violation))).toBe(true);
  expect(validator.answers).toBeGreaterThan(50);
});

test('every documented operation is exercised', async () => {
  const validator = createAnswerValidator({ documents });
  await callEverything(validator, 'v8.1');
  expect(validator.unexercised()).toEqual([]);
});
