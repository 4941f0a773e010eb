import { expect, test } from 'vitest';
import { get, start } from '../testing/avepoint-tenant.ts';

const FREQUENCY = '/backup/m365/settings/backup/frequency';
const RETENTION = '/backup/m365/settings/retention-policy';

test('the frequency lists the starts of the current day, which moves with the clock', async () => {
  const { vendor, clock } = await start({ jobs: 0 });
  const { rows } = await get(vendor, FREQUENCY);
  expect(rows[2]).toEqual({ serviceType: 2, frequency: 1, backupStartTime: ['2026-03-10T03:00:00Z'] });
  clock.move(86_400_000);
  expect((await get(vendor, FREQUENCY)).rows[2]).toMatchObject({ backupStartTime: ['2026-03-11T03:00:00Z'] });
});

test('the retention is one for all, with those of single services beside it', async () => {
  const { vendor } = await start({ jobs: 0 });
  expect((await get(vendor, RETENTION)).body).toMatchObject({
    statusCode: 200,
    data: { retentionPeriod: '1 years', servicePolicies: [{ serviceType: 0, retentionPeriod: '2 years' }, {}] },
  });
});

test.each([FREQUENCY, RETENTION])('%s is forbidden to a token for something else', async (path) => {
  const { vendor } = await start({ jobs: 0 });
  const { status, body } = await get(vendor, path, vendor.tokens.withoutPermission ?? '');
  expect(status).toBe(403);
  expect(JSON.stringify(body)).toContain('microsoft365backup.settings.read.all');
});

test.each(['unlicensed', 'elsewhere'] as const)('a tenant that is %s has no settings', async (tenant) => {
  const { vendor } = await start({ jobs: 0, tenant });
  expect((await get(vendor, FREQUENCY)).status).toBe(404);
});
