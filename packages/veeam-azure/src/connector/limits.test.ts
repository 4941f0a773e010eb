import { failureOf, readLists, recordsOf } from '@crossvault/testkit';
import { afterEach, expect, test } from 'vitest';
import { type ApplianceOptions, type OpenAppliance, openAppliance } from '../testing/open-appliance.ts';

const call = { signal: new AbortController().signal };
let world: OpenAppliance;

const open = async (options: ApplianceOptions = {}) => {
  world = await openAppliance({ jobs: 120, ...options });
  return world;
};
afterEach(() => world.close());

const readIds = async (size = 50) =>
  recordsOf(await readLists(world.connector, call, undefined, size)).map(({ job }) => job.nativeId);
const idsOfTruth = () => world.vendor.truth().map(({ nativeId }) => nativeId);
const lists = () => world.vendor.requests.filter(({ path }) => path.includes('/jobSessions?'));
const now = () => world.simulators.clock.now();

test('a 429 that names no wait is waited out, longer each time', async () => {
  await open();
  const wait = { form: 'none', seconds: 3 } as const;
  world.vendor.faults.script([{ on: { list: true }, fault: { kind: 'throttled', wait } }]);
  const begun = now();
  expect((await readIds()).toSorted()).toEqual(idsOfTruth().toSorted());
  expect(
    lists()
      .map(({ status }) => status)
      .slice(0, 4),
  ).toEqual([429, 429, 429, 200]);
  expect(now() - begun).toBe(500 + 1000 + 2000);
});

test.each(['seconds', 'date'] as const)(
  'a 429 with a wait in %s is not asked again before it is over',
  async (form) => {
    await open();
    world.vendor.faults.script([
      { on: { list: true, nth: 2 }, fault: { kind: 'throttled', wait: { form, seconds: 40 } } },
    ]);
    expect((await readIds()).toSorted()).toEqual(idsOfTruth().toSorted());
    expect(world.vendor.faults.askedTooEarly).toBe(0);
  },
);

test('a request that hangs is cancelled after twenty seconds and sent again', async () => {
  await open();
  world.vendor.faults.script([{ on: { list: true, nth: 2 }, fault: { kind: 'hang' } }]);
  const begun = now();
  expect((await readIds()).toSorted()).toEqual(idsOfTruth().toSorted());
  expect(Math.floor((now() - begun) / 1000)).toBe(20);
});

test('an appliance that only answers 503 gets five requests for a page, and is then reported as failing', async () => {
  await open();
  world.vendor.faults.script([{ on: { list: true, times: 'always' }, fault: { kind: 'status', status: 503 } }]);
  expect(await failureOf(readIds())).toMatchObject({
    code: 'source-error',
    upstreamStatus: 503,
    source: 'veeam-ukwest',
  });
  expect(lists()).toHaveLength(5);
  expect(world.connector.condition().requests.retried).toBe(4);
});

test.each([
  'truncated-json',
  'malformed-json',
  'html',
  'reset-body',
  'reset-before',
  'gzip',
  'timeout-status',
] as const)('a page that comes as %s is had in the end', async (kind) => {
  await open();
  world.vendor.faults.script([{ on: { list: true, nth: 2 }, fault: { kind } }]);
  expect((await readIds()).toSorted()).toEqual(idsOfTruth().toSorted());
});

test.each(['duplicate-page', 'shifted-page', 'ignored-offset', 'endless-link'] as const)(
  'a page that is spoiled by %s loses no session and repeats none',
  async (kind) => {
    await open();
    world.vendor.faults.script([{ on: { list: true, nth: 2 }, fault: { kind } }]);
    expect((await readIds(30)).toSorted()).toEqual(idsOfTruth().toSorted());
    expect(world.vendor.faults.done.map((fault) => fault.kind)).toEqual([kind]);
  },
);

test('an offset that is always ignored ends the list early, and reports it', async () => {
  await open();
  world.vendor.faults.script([{ on: { list: true, times: 'always' }, fault: { kind: 'ignored-offset' } }]);
  const [list] = await readLists(world.connector, call, undefined, 30);
  expect(list?.records).toHaveLength(30);
  expect(list?.pages.at(-1)?.warnings).toEqual(['list-ended-early']);
});

test('a log-out that hangs holds up closing for two seconds at the most', async () => {
  await open();
  await readIds();
  world.vendor.faults.script([{ on: { method: 'DELETE', times: 'always' }, fault: { kind: 'hang' } }]);
  const begun = now();
  await world.connector.close();
  expect(now() - begun).toBe(2000);
});

/** Opens an appliance at which something happens before every page but the first. */
const openWhile = (apiVersion: 'v1' | 'v8.1', happen: (page: number) => void) => {
  let pages = 0;
  return open({
    apiVersion,
    watch: (fetch) => async (request) => {
      if (request.url.includes('/jobSessions?')) {
        pages += 1;
        if (pages > 1) happen(pages);
      }
      return fetch(request);
    },
  });
};

test.each(['v1', 'v8.1'] as const)(
  '%s: sessions that are added, purged, ended and started while the list is read cost none of the others',
  async (apiVersion) => {
    const gone = new Set<string>();
    await openWhile(apiVersion, (page) => {
      world.simulators.clock.move(15_000);
      for (let added = 0; added < page % 4; added += 1) world.vendor.addJob({ status: 'running' });
      const ids = idsOfTruth();
      for (const place of [0.1, 0.5, 0.9]) {
        const id = ids[Math.floor(ids.length * place)] ?? '';
        gone.add(id);
        world.appliance.purge(id);
      }
    });
    const before = idsOfTruth();
    const reported = await readIds(20);
    expect(lists().length).toBeGreaterThan(6);
    expect(new Set(reported).size).toBe(reported.length);
    expect(reported).toEqual(expect.arrayContaining(before.filter((id) => !gone.has(id))));
  },
);

test('sessions that leave a filtered list during a reading do not hide the others', async () => {
  const left = new Set<string>();
  const running: string[] = [];
  await openWhile('v8.1', () => {
    for (const id of running.splice(0, 3)) {
      left.add(id);
      world.vendor.changeJob(id, { status: 'succeeded' });
    }
  });
  for (let minute = 10; minute < 60; minute += 1) {
    running.push(world.vendor.addJob({ status: 'running', startedAt: `2026-03-02T11:${minute}:00Z` }));
  }
  const fifty = [...running];
  const query = { startedAfter: null, startedBefore: null, status: ['running'] as const };
  const reported = recordsOf(await readLists(world.connector, call, query, 10)).map(({ job }) => job.nativeId);
  expect(left.size).toBeGreaterThan(10);
  expect(new Set(reported).size).toBe(reported.length);
  expect(reported).toEqual(expect.arrayContaining(fifty.filter((id) => !left.has(id))));
});
