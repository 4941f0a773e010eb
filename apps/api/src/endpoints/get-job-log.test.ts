import { CrossvaultError, type JobKey, type JobLog, toJobId } from '@crossvault/core';
import { createFakeVendor, fakeConnections, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

const id = toJobId('left', ['a']);
const log: JobLog = {
  jobId: id,
  entries: [
    {
      at: '2026-01-01T00:00:01.000Z',
      status: 'warning',
      nativeStatus: 'Warning',
      message: 'Slow disk',
      durationSeconds: null,
    },
  ],
};

async function jobLog([key]: JobKey): Promise<JobLog> {
  if (key === 'a') return log;
  throw new CrossvaultError({ code: 'job-not-found', message: `No job ${key}.` });
}
const without = () => fakeConnections({ left: createFakeVendor({ jobs: [makeJob('left', 'a')] }) });
const withLog = () =>
  without().map((connection) => ({ ...connection, connector: { ...connection.connector, jobLog } }));

test("the vendor's log is read", async () => {
  const facade = await startFacade(withLog());
  expect(await facade.ask(`/v1/jobs/${id}/log`)).toMatchObject({ status: 200, body: log });
});

test('a vendor without logs says so', async () => {
  const facade = await startFacade(without());
  const problem = readProblem(await facade.ask(`/v1/jobs/${id}/log`));
  expect(problem).toMatchObject({ status: 409, code: 'action-not-supported', source: 'left' });
});

test('an unknown id is 404', async () => {
  const facade = await startFacade(withLog());
  const problem = readProblem(await facade.ask(`/v1/jobs/${toJobId('left', ['b'])}/log`));
  expect(problem).toMatchObject({ status: 404, code: 'job-not-found' });
});

test('parameters are refused', async () => {
  const facade = await startFacade(withLog());
  const problem = readProblem(await facade.ask(`/v1/jobs/${id}/log?tail=5`));
  expect(problem).toMatchObject({ status: 400, code: 'unknown-parameter', parameter: 'tail' });
});
