import { type OpenSimulator, openSimulator } from '@crossvault/harness';
import type { FaultInput } from '@crossvault/simulators';
import { everything, failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { avepoint } from '../index.ts';

const call = { signal: new AbortController().signal };
const start = '2026-03-02T12:00:00.000Z';

let world: OpenSimulator;
beforeEach(async () => {
  world = await openSimulator('avepoint', avepoint, { jobs: 120, seed: 6, start });
});
afterEach(() => world.close());

const onList = (fault: FaultInput, times: number | 'always' = 1) =>
  world.vendor.faults.script([{ on: { list: true, path: 'jobType=0', times }, fault }]);
const read = async () => recordsOf(await readLists(world.connector, call, everything, 500));
const listRequests = () => world.vendor.requests.filter(({ path }) => path.includes('jobType=0'));
const passedMs = () => world.simulators.clock.now() - Date.parse(start);

test('no more than 100 rows are requested at once', async () => {
  expect(await read()).toHaveLength(world.vendor.truth().length);
  expect(listRequests().map(({ path }) => new URL(path, 'http://x').searchParams.get('pageSize'))).toEqual([
    '100',
    '100',
  ]);
});

test.each(['seconds', 'date'] as const)(
  'after 429 no request is sent before Retry-After (%s) is over',
  async (form) => {
    onList({ kind: 'throttled', wait: { form, seconds: 17 } });
    expect(await read()).toHaveLength(world.vendor.truth().length);
    expect(world.vendor.faults.askedTooEarly).toBe(0);
    expect(passedMs()).toBeGreaterThanOrEqual(17_000);
    expect(world.connector.condition().requests.retried).toBe(1);
  },
);

test('429 without a wait is tried again after a pause', async () => {
  onList({ kind: 'throttled', wait: { form: 'none', seconds: 0 } });
  expect(await read()).toHaveLength(world.vendor.truth().length);
  expect(passedMs()).toBeGreaterThan(0);
});

test('a list that is always throttled is a source-throttled after five tries', async () => {
  onList({ kind: 'throttled', wait: { form: 'none', seconds: 0 } }, 'always');
  expect(await failureOf(read())).toMatchObject({ code: 'source-throttled', source: 'm365' });
  expect(listRequests()).toHaveLength(5);
});

test('a failure inside a 200 is tried again like any other', async () => {
  onList({ kind: 'error-envelope' });
  expect(await read()).toHaveLength(world.vendor.truth().length);
  expect(world.connector.condition().requests.retried).toBe(1);
});

test('a vendor that hangs costs 20 seconds a try, and the list is read with the next', async () => {
  onList({ kind: 'hang' });
  expect(await read()).toHaveLength(world.vendor.truth().length);
  expect(passedMs()).toBeGreaterThanOrEqual(20_000);
});

test('a token endpoint that fails for a while is retried, and no call fails', async () => {
  world.vendor.faults.script([{ on: { path: '/connect/token', times: 3 }, fault: { kind: 'reset-body' } }]);
  expect(await read()).toHaveLength(world.vendor.truth().length);
});
