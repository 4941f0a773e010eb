import { connectionListSchema } from '@crossvault/core';
import { createFakeVendor, fakeConnections, goodCondition } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

test('a connection is what the list says of it', async () => {
  const facade = await startFacade(fakeConnections({ left: createFakeVendor(), right: createFakeVendor() }));
  const { data } = connectionListSchema.parse((await facade.ask('/v1/connections')).body);
  expect((await facade.ask('/v1/connections/right')).body).toEqual(data[1]);
});

test('what the vendor says is left, and an open circuit, are shown as they are now', async () => {
  const vendor = createFakeVendor();
  const facade = await startFacade(fakeConnections({ left: vendor }));
  const until = new Date(facade.clock.now() + 30_000).toISOString();
  vendor.condition = {
    ...goodCondition,
    budget: { remaining: 12, resetAt: null },
    circuit: 'open',
    waitMs: 30_000,
    until,
  };
  expect((await facade.ask('/v1/connections/left')).body).toMatchObject({
    health: 'failing',
    problem: { code: 'circuit-open', retryAfterSeconds: 30 },
    budget: { remaining: 12, resetAt: null },
  });
});

test('an unknown name is 404, and says what is configured', async () => {
  const facade = await startFacade(fakeConnections({ left: createFakeVendor() }));
  const problem = readProblem(await facade.ask('/v1/connections/unknown'));
  expect(problem).toMatchObject({ status: 404, code: 'connection-not-found' });
  expect(problem.detail).toContain('Configured: left.');
});
