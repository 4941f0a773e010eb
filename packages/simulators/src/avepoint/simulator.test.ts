import { describe, expect, test } from 'vitest';
import { get, idsOf, PATH, readAll, start, truthIds } from '../testing/avepoint-tenant.ts';
import { DOCUMENTED_JOB } from './documented.ts';

describe('access', () => {
  test.each([
    ['no token', '', 401],
    ['an unknown token', 'made-up', 401],
  ])('%s is answered with the error envelope', async (_what, token, status) => {
    const { vendor } = await start({ jobs: 0 });
    const { body } = await get(vendor, PATH, token);
    expect(body).toMatchObject({ statusCode: status, errors: [{ code: 'Unauthorized', message: expect.any(String) }] });
    expect(body).toMatchObject({ requestId: expect.any(String), timestamp: expect.any(String), data: null });
  });

  test('an expired token is refused, one for another service is forbidden, a new one is taken', async () => {
    const { vendor } = await start({ jobs: 0 });
    expect(await get(vendor, PATH, vendor.tokens.expired)).toMatchObject({ status: 401, body: { statusCode: 401 } });
    expect(await get(vendor, PATH, vendor.tokens.withoutPermission)).toMatchObject({ status: 403 });
    vendor.expireToken();
    expect(await get(vendor, PATH)).toMatchObject({ status: 401 });
    vendor.acceptToken('given');
    expect(await get(vendor, PATH, 'given')).toMatchObject({ status: 200, body: { statusCode: 200, message: '' } });
  });
});

describe('the list', () => {
  test.each([1, 7, 10, 100])('pages of %i bring every job once', async (size) => {
    const { vendor } = await start({ jobs: 30 });
    expect(idsOf(await readAll(vendor, `pageSize=${size}`))).toEqual(truthIds(vendor));
  });

  test('nextLink is absolute and keeps the question; at the end it is empty', async () => {
    const { vendor } = await start();
    const { nextLink, body } = await get(vendor, `${PATH}?PageSize=5&StartTime=2026-03-01&jobType=1`);
    expect(nextLink).toBe(`${vendor.url}${PATH}?PageSize=5&StartTime=2026-03-01&jobType=1&pageIndex=1`);
    expect(body.metadata).toMatchObject({ totalCount: expect.any(Number) });
    expect((await get(vendor, nextLink)).body.metadata).toMatchObject({ totalNumber: expect.any(Number) });
    expect((await get(vendor, `${PATH}?pageIndex=1000`)).body).toMatchObject({ data: [], metadata: { nextLink: '' } });
  });

  test('the order follows neither time nor id, and is the same for every request', async () => {
    const { vendor } = await start();
    const rows = await readAll(vendor, 'pageSize=100');
    const starts = rows.map(({ startTime }) => String(startTime));
    expect(starts).not.toEqual(starts.toSorted());
    expect(starts).not.toEqual(starts.toSorted().reverse());
    expect(rows.map(({ id }) => id)).not.toEqual(idsOf(rows));
    expect(await readAll(vendor, 'pageSize=9')).toEqual(rows);
  });

  test('bounds are about the start, and both belong to the range', async () => {
    const { vendor } = await start();
    const startedOn = (from: string, to: string) =>
      vendor.truth().filter(({ startedAt }) => startedAt !== null && startedAt >= from && startedAt <= to);
    const day = startedOn('2026-03-08T00:00:00.000Z', '2026-03-08T23:59:59.999Z').map(({ nativeId }) => nativeId);
    expect(day.length).toBeGreaterThan(0);
    expect(idsOf(await readAll(vendor, 'startTime=2026-03-08&finishTime=2026-03-08'))).toEqual(day.sort());
    const second = 'startTime=2024-12-02T07:52:25Z&finishTime=2024-12-02T07:52:25Z';
    expect(await readAll(vendor, second)).toEqual([DOCUMENTED_JOB]);
  });

  test.each([
    [1, 'backup'],
    [2, 'restore'],
    [3, 'export'],
    [4, 'delete'],
    [5, 'retention'],
  ])('type %i lists the jobs of kind %s, and no row says so', async (jobType, kind) => {
    const { vendor } = await start();
    const rows = await readAll(vendor, `jobType=${jobType}`);
    const expected = vendor.truth().filter((job) => job.kind === kind);
    expect(expected.length).toBeGreaterThan(0);
    expect(idsOf(rows)).toEqual(expected.map(({ nativeId }) => nativeId).sort());
  });

  test.each([
    [1, ['In Progress']],
    [2, ['Finished']],
    [3, ['Failed']],
    [4, ['Finished with Exception', 'Finished with Exceptions']],
    [5, ['Partially Finished']],
  ])('state %i lists %j', async (jobState, words) => {
    const { vendor } = await start();
    const rows = await readAll(vendor, `jobState=${jobState}`);
    expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual(words);
  });

  test('every job is on exactly one of the twelve services', async () => {
    const { vendor } = await start();
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    const lists = await Promise.all(numbers.map((objectType) => readAll(vendor, `objectType=${objectType}`)));
    expect(idsOf(lists.flat())).toEqual(truthIds(vendor));
  });

  test.each(['pageSize=101', 'pageSize=0', 'jobType=6', 'startTime=soon'])('%s is a bad request', async (query) => {
    const { vendor } = await start({ jobs: 0 });
    const errors = [{ code: 'InvalidParameter', field: query.split('=')[0], message: expect.any(String) }];
    expect(await get(vendor, `${PATH}?${query}`)).toMatchObject({ status: 400, body: { statusCode: 400, errors } });
  });
});

describe('a single job', () => {
  test('the documented one is served as the page shows it', async () => {
    const { vendor } = await start({ jobs: 0 });
    expect((await get(vendor, `${PATH}/${DOCUMENTED_JOB.id}`)).body).toMatchObject({
      statusCode: 200,
      data: DOCUMENTED_JOB,
    });
    expect(vendor.truth()).toMatchObject([
      {
        kind: 'backup',
        status: 'succeeded',
        startedAt: '2024-12-02T07:52:25.000Z',
        endedAt: '2024-12-02T07:53:04.000Z',
        list: '',
        scope: null,
        documented: true,
      },
    ]);
  });

  test('is what its row was', async () => {
    const { vendor } = await start({ jobs: 20 });
    for (const row of await readAll(vendor)) {
      expect((await get(vendor, `${PATH}/${row.id}`)).body.data).toEqual(row);
    }
  });

  test.each(['FB0', DOCUMENTED_JOB.id.toLowerCase(), `${DOCUMENTED_JOB.id}?location=NAM`])(
    '%s is not found',
    async (id) => {
      const { vendor } = await start({ jobs: 0 });
      const missing = { statusCode: 404, errors: [{ code: 'NotFound', field: 'jobId' }] };
      expect(await get(vendor, `${PATH}/${id}`)).toMatchObject({ status: 404, body: missing });
    },
  );
});

describe('locations', () => {
  test('a tenant that is not multi-geo has nothing in any of them', async () => {
    const { vendor } = await start();
    expect(await readAll(vendor, 'location=NAM')).toEqual([]);
  });

  test('each job of a multi-geo tenant is in one; without a location the central one answers', async () => {
    const { vendor } = await start({ locations: ['PrimaryGeoLocation', 'NAM'] });
    const [central, other, plain] = await Promise.all(
      ['location=PrimaryGeoLocation', 'location=nam', ''].map((query) => readAll(vendor, query)),
    );
    expect(plain).toEqual(central);
    expect(idsOf([...(central ?? []), ...(other ?? [])])).toEqual(truthIds(vendor));
    const abroad = vendor.truth().find(({ list, scope }) => list === 'NAM' && scope === 'NAM');
    expect(await get(vendor, `${PATH}/${abroad?.nativeId}`)).toMatchObject({ status: 404 });
    expect(await get(vendor, `${PATH}/${abroad?.nativeId}?Location=NAM`)).toMatchObject({ status: 200 });
  });
});
