import type { Connector, Job } from '@crossvault/core';
import { expect, test } from 'vitest';
import { createFakeConnector, createFakeVendor, makeJob } from '../fakes/fake-connector.ts';
import type { ExpectedJob } from '../world/connector-world.ts';
import { payloadChecks } from './payload-checks.ts';

const fullDisk = { code: 'E1', message: 'The disk is full.', recommendation: null, helpUrl: null, count: 1 };
const failed = makeJob('here', 'a', { status: 'failed', nativeStatus: 'error', errors: [fullDisk] });
const { errors: _errors, ...facts } = failed;
const payloads = {
  inventedKind: { word: 'Defrost', merge: { kind: 'other', nativeKind: 'Defrost' } },
  absentStart: { startedAt: null, provenance: { startedAt: 'missing' }, anomalies: ['start-unknown'] },
};

/** What a connector makes of the vendor's job. */
type Misreading = (job: Job) => Partial<Job>;

/** What the checks find, and why they do not apply, for a connector that misreads the single job so. */
async function findings(
  misread: Misreading,
  expected: Pick<ExpectedJob, 'errors'> | null = { errors: [{ code: 'E1', message: fullDisk.message }] },
  given: Partial<typeof payloads> = payloads,
) {
  const results: string[] = [];
  for (const check of Object.values(payloadChecks)) {
    const vendor = createFakeVendor({ jobs: [failed, makeJob('here', 'b')] });
    const right = createFakeConnector('here', vendor);
    const connector: Connector = {
      ...right,
      async getJob(key, call) {
        const record = await right.getJob(key, call);
        return { ...record, job: { ...record.job, ...misread(record.job) } };
      },
    };
    const world = {
      connector,
      truth: () => [{ ...facts, ...expected }],
      changeJob(nativeId: string, merge: Readonly<Record<string, unknown>>) {
        vendor.jobs = vendor.jobs.map((job) => (job.nativeId === nativeId ? Object.assign({ ...job }, merge) : job));
      },
    };
    results.push(
      await check(world, given).then(
        (reason) => reason ?? 'passed',
        () => 'wrong',
      ),
    );
  }
  return results;
}

test('a connector that is right passes every check', async () => {
  expect(await findings(() => ({}))).toEqual(['passed', 'passed', 'passed']);
});

test.each<readonly [string, Misreading, readonly string[]]>([
  ['loses the errors', () => ({ errors: [] }), ['wrong', 'passed', 'passed']],
  ['gives an error another code', () => ({ errors: [{ ...fullDisk, code: 'E2' }] }), ['wrong', 'passed', 'passed']],
  ['takes an unknown kind for a backup', () => ({ kind: 'backup' }), ['passed', 'wrong', 'passed']],
  [
    'makes up a start',
    ({ startedAt }) => ({ startedAt: startedAt ?? '2026-01-01T00:00:00.000Z' }),
    ['passed', 'passed', 'wrong'],
  ],
  ['gives no reason for an absent start', () => ({ provenance: {} }), ['passed', 'passed', 'wrong']],
])('a connector that %s is found wrong', async (_title, misread, expected) => {
  expect(await findings(misread)).toEqual(expected);
});

test('an expected error without a code says nothing of the code', async () => {
  const [errors] = await findings(() => ({}), { errors: [{ message: fullDisk.message }] });
  expect(errors).toBe('passed');
});

test('a check that the suite gives nothing for says so', async () => {
  const reasons = await findings(() => ({}), null, {});
  expect(reasons).toEqual([
    'The expected jobs do not say their errors.',
    'The suite names no unknown kind.',
    'The suite names no absent start.',
  ]);
});
