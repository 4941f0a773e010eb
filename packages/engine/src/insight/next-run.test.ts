import { makePlan } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { withNextRun } from './next-run.ts';
import { daily, scheduleOf, skipping } from './testing/make-schedule.ts';

const schedule = scheduleOf('Europe/Berlin', skipping, daily('22:00'));
const nowMs = Date.parse('2026-03-02T12:00:00Z');

test('the next run follows from the schedule where the vendor reports none', () => {
  expect(withNextRun(makePlan('c', 'p', { schedule }), nowMs)).toMatchObject({
    nextRunAt: '2026-03-02T21:00:00.000Z',
    provenance: { nextRunAt: 'computed' },
  });
});

test.each([
  ['the vendor reports it', { schedule, nextRunAt: '2026-03-05T00:00:00.000Z' }],
  ['the plan is switched off', { schedule, enabled: false }],
  ['there is no schedule', {}],
  ['the zone of the schedule is not known', { schedule: { ...schedule, timeZone: null } }],
])('no next run is computed where %s', (_, fields) => {
  const plan = makePlan('c', 'p', fields);
  expect(withNextRun(plan, nowMs)).toBe(plan);
});
