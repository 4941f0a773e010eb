import { CrossvaultError } from '@crossvault/core';
import { createFakeVendor, fakeConnections } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

test('the server is healthy whatever the state of its sources', async () => {
  const failure = new CrossvaultError({ code: 'source-unreachable', message: 'The source does not answer.' });
  const facade = await startFacade(fakeConnections({ left: createFakeVendor({ failure }) }));
  expect(await facade.ask('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('parameters are refused', async () => {
  const facade = await startFacade([]);
  const problem = readProblem(await facade.ask('/healthz?verbose'));
  expect(problem).toMatchObject({ status: 400, code: 'unknown-parameter', parameter: 'verbose' });
});
