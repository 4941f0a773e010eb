import { parseJobId } from '@crossvault/core';
import { expect, test } from 'vitest';
import single from '../connector/__fixtures__/get-cloud-backup-job.documented.json' with { type: 'json' };
import { explainJob, mapJob, mapPlan } from './index.ts';

const observedAt = '2026-03-02T12:00:00.000Z';
const row = { id: 'FB1', state: 'Partially Finished', startTime: '2026-01-05T02:00:00Z' };

test('a row alone has no type; the list that contained it names the kind', () => {
  expect(mapJob(row, { observedAt })).toMatchObject({ kind: 'job', job: { kind: 'other', status: 'warning' } });
  expect(mapJob(row, { jobType: 2, observedAt })).toMatchObject({ kind: 'job', job: { kind: 'restore' } });
});

test('the list that contained a backup names its service', () => {
  const mapped = mapJob(row, { jobType: 1, service: 10, observedAt });
  expect(mapped).toMatchObject({ kind: 'job', job: { plan: { id: '10', name: 'Teams Chat' } } });
});

test('the location is part of the id', () => {
  const mapped = mapJob(row, { location: 'EUR', observedAt });
  expect(mapped.kind === 'job' && parseJobId(mapped.job.id)?.key).toEqual(['EUR', 'FB1']);
});

test('the data of a single answer is a full job', () => {
  expect(mapJob(row, { detail: single.data, observedAt })).toMatchObject({
    kind: 'job',
    job: { nativeId: single.data.id, depth: 'full', counts: { total: 16, succeeded: 14 } },
  });
});

test('every field of a job is explained, and what is no job is rejected', () => {
  expect(explainJob(row)?.fields.find(({ field }) => field === 'status')?.value).toBe('warning');
  expect(mapJob({ state: 'Finished' })).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: null });
  expect(explainJob([])).toBeNull();
});

test('a service becomes a plan whose next run is after the reading', () => {
  const frequency = { serviceType: 0, frequency: 1, backupStartTime: ['2026-03-01T03:00:00Z'] };
  expect(mapPlan(frequency, { observedAt })).toMatchObject({
    kind: 'plan',
    plan: { nativeId: '0', name: 'Exchange Online', enabled: true, nextRunAt: '2026-03-03T03:00:00.000Z' },
  });
  expect(mapPlan({})).toEqual({ kind: 'rejected', reason: 'no-readable-id', nativeId: null });
});

test.each([explainJob, mapJob, mapPlan])('options of null are none for %o', (call) => {
  expect(() => call({ id: 'a', name: 'a' }, null)).not.toThrow();
});
