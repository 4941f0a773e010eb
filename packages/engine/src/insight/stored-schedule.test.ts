import { makePlan } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { withReadableSchedule } from './stored-schedule.ts';

const current = makePlan('c', 'p', {
  schedule: {
    text: 'never',
    source: 'native',
    rules: [],
    timeZone: null,
    nativeTimeZone: null,
    timeZoneFrom: null,
    clockChange: { skipped: 'skips', doubled: 'once' },
    confidence: 1,
    unread: [],
  },
});

test('a schedule that was stored as a text alone is not known until the plan is read again', () => {
  const stored = JSON.stringify({ ...current, schedule: { type: 'daily', text: 'daily at 22:00' } });
  expect(withReadableSchedule(JSON.parse(stored))).toEqual({
    ...current,
    schedule: null,
    provenance: { schedule: 'missing' },
  });
});

test('any other plan stays as it is', () => {
  expect(withReadableSchedule(current)).toBe(current);
  const without = makePlan('c', 'p');
  expect(withReadableSchedule(without)).toBe(without);
});
