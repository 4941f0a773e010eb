import cldr from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { toTimeZone } from './time-zone.ts';
import { windowsZones } from './windows-zones.ts';

test('the table has exactly the names of Windows that CLDR knows, each with the zone of its main territory', () => {
  const zones = cldr.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other, mapZone._type]);
  expect(windowsZones).toEqual(new Map(zones.map(([name = '', zone = '']) => [name, zone])));
});

test('the platform knows every zone of the table', () => {
  expect([...windowsZones.values()].filter((zone) => toTimeZone(zone) !== zone)).toEqual([]);
});

test.each([
  ['Central Asia Standard Time', 'Asia/Bishkek'],
  ['romance standard time', 'Europe/Paris'],
  [' Europe/Prague ', 'Europe/Prague'],
  ['UTC', 'UTC'],
  ['+05:30', '+05:30'],
])('%j means %s', (word, zone) => {
  expect(toTimeZone(word)).toBe(zone);
});

test.each(['', ' ', 'Mid-Atlantic Standard Time', 'Europe/Nowhere', 'constructor', 'x'.repeat(1000)])(
  '%j is no zone',
  (word) => {
    expect(toTimeZone(word)).toBeNull();
  },
);
