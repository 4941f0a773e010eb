import { expect, test } from 'vitest';
import { readSchedule } from './map-schedule.ts';
import { frequencyWire } from './wire.ts';

const scheduleOf = (frequency: object) => readSchedule(frequencyWire.parse({ serviceType: 0, ...frequency }), null);

test('the starts of the current day are times of every day, in UTC', () => {
  const backupStartTime = ['2026-03-02T20:00:00Z', '2026-03-02T08:00:00Z'];
  expect(scheduleOf({ frequency: 2, backupStartTime })).toEqual({
    provenance: 'computed',
    value: {
      text: '2 a day at 08:00, 20:00 UTC',
      source: 'frequency',
      rules: [
        { kind: 'calendar', track: 'backup', times: ['08:00', '20:00'], days: { kind: 'every-day' }, months: null },
      ],
      timeZone: 'UTC',
      nativeTimeZone: null,
      timeZoneFrom: 'documentation',
      clockChange: { skipped: 'undocumented', doubled: 'undocumented' },
      confidence: 1,
      unread: [],
    },
  });
});

test('the same starts on another day are the same schedule', () => {
  const [one, other] = ['2026-03-02', '2026-03-03'].map((day) =>
    scheduleOf({ frequency: 1, backupStartTime: [`${day}T20:00:00Z`] }),
  );
  expect(one).toEqual(other);
});

test('without starts only the number of runs is known, and none of them can be predicted', () => {
  expect(scheduleOf({ frequency: '4' }).value?.rules).toEqual([
    { kind: 'interval', track: 'backup', every: 21_600, unit: 'seconds', anchorAt: null },
  ]);
});

test.each([
  [{ backupStartTime: ['02:10', 'noon'] }, ['02:10']],
  [{ frequency: 4, backupStartTime: ['2026-03-02T20:00:00Z'] }, ['20:00']],
])('of %j the readable starts are known, and the schedule says that it is not whole', (frequency, times) => {
  const { value, provenance } = scheduleOf(frequency);
  expect(value).toMatchObject({ rules: [{ times }], unread: ['frequency.backupStartTime'] });
  expect(provenance).toBe('unreadable');
});

test('a service without runs has the rule none', () => {
  expect(scheduleOf({ frequency: 0 }).value?.rules).toEqual([{ kind: 'none', track: 'backup' }]);
});
