import { carryOut, connectSimulator, failureOf, prepareOptions as prepare } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';
import { type ActingWorld, call, itemsOf, openActing, share } from '../testing/acting-world.ts';

let world: ActingWorld;
afterEach(() => world.close());

test('a guarded vault is changed by whoever says who allows it, and the token is shown to nobody', async () => {
  world = await openActing({ azureBackup: { guarded: ['azurefilesvault'] } });
  const unguarded = await world.items.stopProtection(share, 'retain', prepare());
  expect(await failureOf(unguarded.send(call))).toMatchObject({ code: 'permission-denied' });
  const guard =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataProtection/resourceGuards/g/requests/default';
  const guarded = connectSimulator(azureBackup, world.simulators, world.vendor, {
    allow: ['operate', 'destroy'],
    settings: { resourceGuard: { operationRequests: [guard] } },
  });
  const write = await itemsOf(guarded).stopProtection(share, 'retain', prepare());
  expect(write.requests).toMatchObject([{ body: { properties: { resourceGuardOperationRequests: [guard] } } }]);
  expect(JSON.stringify(write.requests)).not.toMatch(/auxiliary|Bearer/i);
  expect(await carryOut(guarded, 'stop-protection', write, world.clock)).toMatchObject({ status: 'done' });
  const removal = await itemsOf(guarded).stopProtection(share, 'delete', prepare());
  expect(await carryOut(guarded, 'stop-protection', removal, world.clock)).toMatchObject({ status: 'done' });
});
