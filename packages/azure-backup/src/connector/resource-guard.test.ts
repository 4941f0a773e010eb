import { Secret } from '@crossvault/core';
import { connectSimulator } from '@crossvault/harness';
import { carryOut, failureOf, prepareOptions as prepare } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { azureBackup } from '../index.ts';
import { type ActingWorld, call, files, itemsOf, openActing, share, usual } from '../testing/acting-world.ts';

let world: ActingWorld;
afterEach(() => world.close());

test('a change of a guarded vault carries the token of the guard, and the token is never shown', async () => {
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

test('the token of the guard goes out with changes of items alone, and nowhere without a guard', async () => {
  world = await openActing();
  const seen: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const auxiliary = request.headers.get('x-ms-authorization-auxiliary');
    if (auxiliary !== null) seen.push(`${request.method} ${auxiliary}`);
    return world.world.fetch(request);
  };
  const allow = ['operate', 'destroy'] as const;
  const credential = { type: 'token', token: new Secret('t0ken-of-the-guard') };
  const resourceGuard = { operationRequests: ['/subscriptions/s/resourceGuards/g'], credential };
  for (const settings of [{}, { resourceGuard }]) {
    const connector = connectSimulator(azureBackup, world.simulators, world.vendor, { allow, fetch, settings });
    const backup = await itemsOf(connector).backUp(share, usual, prepare());
    expect(await carryOut(connector, 'back-up', backup, world.clock)).toMatchObject({ status: 'done' });
    const change = await itemsOf(connector).changePlan(share, [files, 'schedule2'], prepare());
    expect(await carryOut(connector, 'change-plan', change, world.clock)).toMatchObject({ status: 'done' });
    world.clock.move(600_000);
  }
  expect(seen).toEqual(['PUT Bearer t0ken-of-the-guard']);
});
