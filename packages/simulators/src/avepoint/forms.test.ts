import { describe, expect, test } from 'vitest';
import { get, idsOf, PATH, readAll, start, truthIds } from '../testing/avepoint-tenant.ts';

describe('the forms that the vendor does not document', () => {
  test.each([0, 1] as const)('the first page is %i, and no index before it is refused', async (firstPage) => {
    const { vendor } = await start({ firstPage, jobs: 25 });
    const first = await get(vendor, `${PATH}?pageIndex=${firstPage}`);
    expect((await get(vendor, `${PATH}?pageIndex=0`)).rows).toEqual(first.rows);
    expect(first.nextLink).toContain(`pageIndex=${firstPage + 1}`);
    expect(idsOf(await readAll(vendor))).toEqual(truthIds(vendor));
  });

  test.each([
    ['relative', /^\/backup\/m365\/cloudbackupjobs\?pageSize=5&pageIndex=1$/],
    ['token', /^[\w-]+$/],
    ['absent', /^undefined$/],
  ] as const)('a link can be %s', async (nextLink, pattern) => {
    const { vendor } = await start({ nextLink });
    expect((await get(vendor, `${PATH}?pageSize=5`)).nextLink).toMatch(pattern);
  });

  test('the total can be left out', async () => {
    const { vendor } = await start({ hasTotals: false });
    expect(Object.keys((await get(vendor, PATH)).body.metadata ?? {})).toEqual(['nextLink']);
  });

  test.each(['/backup/m365/jobs', '/backup/m365/cloudbackup/getjobs'])(
    'at %s the list has its former shape',
    async (path) => {
      const { vendor } = await start({ jobs: 12 });
      const { body } = await get(vendor, `${path}?pageSize=100`);
      expect(body).toEqual({ totalNumber: 13, jobs: (await get(vendor, `${PATH}?pageSize=100`)).rows, nextLink: '' });
      expect((await get(vendor, `${path}?pageSize=5`)).body.nextLink).toContain(`${vendor.url}${path}?`);
    },
  );
});

describe('the licence', () => {
  const LICENCE = '/backup/m365/cloudbackuplicenseconsumption';

  test.each([
    ['licensed', 200, { status: 200, body: { data: { purchasedUserSeats: 500 } } }],
    ['unlicensed', 404, { status: 200, body: { data: { purchasedUserSeats: 0 } } }],
    ['elsewhere', 404, { status: 404 }],
  ] as const)('of a tenant that is %s', async (tenant, listStatus, licence) => {
    const { vendor } = await start({ tenant, jobs: 0 });
    expect((await get(vendor, PATH)).status).toBe(listStatus);
    expect(await get(vendor, LICENCE)).toMatchObject(licence);
  });
});
