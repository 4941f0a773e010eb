import { planSchema } from '@crossvault/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlan } from './map-plan.ts';

const planContext = { connection: 'm365', location: '', nowMs: Date.parse('2026-03-02T12:00:00Z') };
const answersOf = (frequency: unknown, retention: unknown = null) => ({ frequency, retention, licence: null });
const planOf = (frequency: object, retention: unknown = null) => {
  const result = toPlan(answersOf({ serviceType: 0, ...frequency }, retention), null, planContext);
  if (result.kind === 'rejected') throw new Error(result.rejection.reason);
  return result.record.plan;
};

test.each([
  [{ frequency: 2, backupStartTime: ['2026-03-02T20:00:00Z', '2026-03-02T08:00:00Z'] }, '2 a day at 08:00, 20:00 UTC'],
  [{ frequency: '2' }, '2 a day'],
  [{ backupStartTime: ['02:10', 'noon'] }, '2 a day at 02:10, noon UTC'],
])('the schedule of %j is %s', (frequency, text) => {
  expect(planOf(frequency).schedule?.text).toBe(text);
});

test.each([
  [{}, 'missing'],
  [{ frequency: 'often' }, 'unreadable'],
  [{ backupStartTime: 'at night' }, 'unreadable'],
])('%j has no schedule, %s', (frequency, provenance) => {
  expect(planOf(frequency)).toMatchObject({ schedule: null, provenance: { schedule: provenance } });
});

test.each([
  [['2026-03-02T13:00:00Z'], '2026-03-02T13:00:00.000Z'],
  [['2026-03-02T11:00:00Z'], '2026-03-03T11:00:00.000Z'],
  [['2026-02-27T11:00:00Z', '2026-02-27T15:00:00'], '2026-03-02T15:00:00.000Z'],
  [['noon'], null],
])('of the starts %j the next one is %s', (backupStartTime, next) => {
  expect(planOf({ backupStartTime }).nextRunAt).toBe(next);
});

test.each([
  [{ retentionPeriod: '1 years' }, ', kept: 1 years'],
  [
    { retentionPeriod: '1 years', servicePolicies: [{ serviceType: 0, retentionPeriod: '2 years' }] },
    ', kept: 2 years',
  ],
  [
    {
      enableCustomizedRetentionPolicy: false,
      retentionPeriod: '1 years',
      servicePolicies: [{ serviceType: 0, retentionPeriod: '2 years' }],
    },
    ', kept: 1 years',
  ],
  [{ servicePolicies: [3, { serviceType: 1, retentionPeriod: '9 years' }] }, ''],
  ['for ever', ''],
])('with the retention %j the schedule ends with %j', (retention, words) => {
  expect(planOf({ frequency: 1 }, retention).schedule?.text).toBe(`1 a day${words}`);
});

test('a service that no table knows keeps its number for a name', () => {
  expect(planOf({ serviceType: 27 }).name).toBe('Service 27');
});

test('what has no number is rejected with the reason', () => {
  expect(toPlan(answersOf('x'), null, planContext)).toMatchObject({ rejection: { reason: 'not-an-object' } });
  expect(toPlan(answersOf({ serviceType: 'x' }), null, planContext)).toMatchObject({
    rejection: { reason: 'no-readable-id' },
  });
});

test('any JSON becomes a plan of the contract or a rejection', () => {
  const fields = fc.constantFrom('serviceType', 'frequency', 'backupStartTime');
  fc.assert(
    fc.property(fc.dictionary(fields, fc.jsonValue()), fc.jsonValue(), (frequency, retention) => {
      const result = toPlan(answersOf({ serviceType: 1, ...frequency }, retention), [], planContext);
      return result.kind === 'rejected' || planSchema.safeParse(result.record.plan).success;
    }),
  );
});
