import { createFakeVendor, fakeConnections, jobsAt } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';
import { requestsOfCaller } from './caller-bound.ts';

test('a caller with too many lists under way gets 429, and can ask again when they have ended', async () => {
  const held = Promise.withResolvers<void>();
  const vendor = createFakeVendor({ jobs: jobsAt('a', [1]) });
  const [connection] = fakeConnections({ a: vendor });
  if (connection?.connector == null) throw new Error('The fake connection has a connector.');
  const { connector } = connection;
  const waiting = {
    ...connector,
    jobLists: async (call: Parameters<typeof connector.jobLists>[0]) => {
      await held.promise;
      return connector.jobLists(call);
    },
  };
  const facade = await startFacade([{ ...connection, connector: waiting }]);
  const all = Array.from({ length: requestsOfCaller }, () => facade.ask('/v1/jobs?limit=1'));
  const isTooMany = async (): Promise<boolean> => (await facade.ask('/v1/changes')).status === 429;
  while (!(await isTooMany())) await new Promise((resolve) => setImmediate(resolve));
  const refused = await facade.ask('/v1/jobs');
  expect(readProblem(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await facade.ask('/healthz')).status).toBe(200);
  held.resolve();
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(all.map(() => 200));
  expect((await facade.ask('/v1/jobs')).status).toBe(200);
});
