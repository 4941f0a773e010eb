import { fc, test as property } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { offsetsOf, type ZoneOffsets } from './zone-offsets.ts';

function open(timeZone: string): ZoneOffsets {
  const offsets = offsetsOf(timeZone);
  if (offsets === null) throw new Error(`unknown zone ${timeZone}`);
  return offsets;
}
const instants = (timeZone: string, wall: string) => {
  const { kind, firstMs, lastMs } = open(timeZone).instantsOf(Date.parse(`${wall}:00Z`));
  return [kind, ...new Set([firstMs, lastMs].map((ms) => new Date(ms).toISOString().slice(0, 16)))];
};

test.each([
  ['Europe/Berlin', '2026-03-28T02:30', ['once', '2026-03-28T01:30']],
  ['Europe/Berlin', '2026-03-29T01:59', ['once', '2026-03-29T00:59']],
  ['Europe/Berlin', '2026-03-29T02:30', ['skipped', '2026-03-29T01:30']],
  ['Europe/Berlin', '2026-03-29T03:00', ['once', '2026-03-29T01:00']],
  ['Europe/Berlin', '2026-10-25T02:30', ['doubled', '2026-10-25T00:30', '2026-10-25T01:30']],
  ['Europe/Berlin', '2026-10-25T03:00', ['once', '2026-10-25T02:00']],
  ['America/New_York', '2026-03-08T02:30', ['skipped', '2026-03-08T07:30']],
  ['America/New_York', '2026-11-01T01:30', ['doubled', '2026-11-01T05:30', '2026-11-01T06:30']],
  ['Australia/Lord_Howe', '2026-10-04T02:15', ['skipped', '2026-10-03T15:45']],
  ['Australia/Lord_Howe', '2026-10-04T02:30', ['once', '2026-10-03T15:30']],
  ['Australia/Lord_Howe', '2026-04-05T01:45', ['doubled', '2026-04-04T14:45', '2026-04-04T15:15']],
  ['Asia/Kolkata', '2026-03-29T02:30', ['once', '2026-03-28T21:00']],
  ['Asia/Kathmandu', '2026-01-01T00:00', ['once', '2025-12-31T18:15']],
  ['Africa/Cairo', '2026-04-24T00:30', ['skipped', '2026-04-23T22:30']],
  ['Pacific/Apia', '2011-12-30T12:00', ['skipped', '2011-12-30T22:00']],
  ['UTC', '2026-03-29T02:30', ['once', '2026-03-29T02:30']],
  ['-05:30', '2026-03-29T02:30', ['once', '2026-03-29T08:00']],
])('in %s clocks show %s: %j', (timeZone, wall, expected) => {
  expect(instants(timeZone, wall)).toEqual(expected);
});

test('a zone that the platform does not know has no offsets', () => {
  expect(offsetsOf('Europe/Nowhere')).toBeNull();
});

describe('an independent implementation of zones agrees', () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const minute = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });

  property.prop([zone, minute], { numRuns: 300 })('on the offset of any instant', (timeZone, at) => {
    const epochMilliseconds = at * 60_000;
    const zoned = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(timeZone);
    expect(open(timeZone).offsetAt(epochMilliseconds)).toBe(zoned.offsetNanoseconds / 1e6);
  });

  property.prop([zone, minute, fc.integer({ min: -180, max: 180 })], { numRuns: 300 })(
    'on the instants of a time near a change of clocks',
    (timeZone, at, minutes) => {
      const start = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(timeZone);
      const change = start.getTimeZoneTransition('next') ?? start;
      const wall = change.toPlainDateTime().add({ minutes });
      const instantOf = (disambiguation: 'earlier' | 'later') =>
        wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
      const { kind, firstMs, lastMs } = open(timeZone).instantsOf(Date.parse(`${wall.toString()}Z`));
      // A skipped time is read by the offset from before the change, which gives the later instant.
      if (kind === 'skipped') expect(firstMs).toBe(instantOf('later'));
      else expect([firstMs, lastMs]).toEqual([instantOf('earlier'), instantOf('later')]);
    },
  );
});
