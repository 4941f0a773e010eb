import { CrossvaultError } from '@crossvault/core';
import { createFakeVendor, fakeConnections } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

test('all connections are listed with what they can, also one that could not be set up', async () => {
  const [left, right] = fakeConnections({ left: createFakeVendor(), right: createFakeVendor() });
  if (left === undefined || right === undefined) throw new Error('two connections');
  const fault = new CrossvaultError({ code: 'secret-missing', message: 'RIGHT_KEY is not set.' });
  const facade = await startFacade([left, { ...right, connector: null, fault }]);
  const { status, body } = await facade.ask('/v1/connections');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    data: [
      { name: 'left', vendor: 'fake', health: 'unknown', problem: null, capabilities: { log: false, cancel: false } },
      { name: 'right', health: 'failing', problem: { code: 'secret-missing', source: 'right' }, capabilities: null },
    ],
  });
});

test('a connection that was asked again and is as it was counts as unchanged', async () => {
  const facade = await startFacade(fakeConnections({ left: createFakeVendor() }));
  await facade.ask('/v1/jobs');
  const tag = (await facade.ask('/v1/connections')).headers.get('etag') ?? '';
  await facade.clock.move(60_000);
  await facade.ask('/v1/jobs');
  const again = await facade.ask('/v1/connections', { headers: { 'If-None-Match': tag } });
  expect(again.status).toBe(304);
});

test('parameters are refused', async () => {
  const facade = await startFacade([]);
  const problem = readProblem(await facade.ask('/v1/connections?name=left'));
  expect(problem).toMatchObject({ status: 400, code: 'unknown-parameter', parameter: 'name' });
});
