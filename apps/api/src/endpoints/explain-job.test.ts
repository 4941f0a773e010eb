import { type Explanation, toJobId } from '@crossvault/core';
import { createFakeVendor, fakeConnections, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

const id = toJobId('left', ['a']);
const explanation: Explanation = {
  id,
  connection: 'left',
  vendor: 'fake',
  mapperVersion: 1,
  fields: [
    {
      field: 'status',
      from: [{ path: 'state', value: 'Success' }],
      rule: 'The table of words.',
      value: 'succeeded',
      provenance: null,
    },
  ],
  anomalies: [],
};

const connectionsExplaining = (result: Explanation | null) =>
  fakeConnections({ left: createFakeVendor({ jobs: [makeJob('left', 'a')] }) }).map((connection) => ({
    ...connection,
    connector: { ...connection.connector, explainJob: () => result },
  }));

test('a job is explained field by field', async () => {
  const facade = await startFacade(connectionsExplaining(explanation));
  expect(await facade.ask(`/v1/jobs/${id}/explain`)).toMatchObject({ status: 200, body: explanation });
});

test('a job that can no longer be explained is an internal error', async () => {
  const facade = await startFacade(connectionsExplaining(null));
  const problem = readProblem(await facade.ask(`/v1/jobs/${id}/explain`));
  expect(problem).toMatchObject({ status: 500, code: 'internal-error' });
});

test('an unknown id is 404', async () => {
  const facade = await startFacade(connectionsExplaining(explanation));
  const problem = readProblem(await facade.ask(`/v1/jobs/${toJobId('left', ['b'])}/explain`));
  expect(problem).toMatchObject({ status: 404, code: 'job-not-found' });
});

test('parameters are refused', async () => {
  const facade = await startFacade(connectionsExplaining(explanation));
  const problem = readProblem(await facade.ask(`/v1/jobs/${id}/explain?include=raw`));
  expect(problem).toMatchObject({ status: 400, code: 'unknown-parameter', parameter: 'include' });
  expect(problem.detail).toContain('None is allowed here.');
});
