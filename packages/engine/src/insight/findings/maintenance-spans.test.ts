import { expect, test } from 'vitest';
import { type MaintenanceWindow, maintenanceSpans } from './maintenance-spans.ts';

const hourMs = 3_600_000;
const window: MaintenanceWindow = {
  timeZone: 'Europe/Berlin',
  weekdays: ['saturday', 'sunday'],
  beginMs: 22 * hourMs,
  durationMs: 8 * hourMs,
};
const texts = (from: string, until: string, more: Partial<MaintenanceWindow> = {}) =>
  maintenanceSpans({ ...window, ...more }, { fromMs: Date.parse(from), untilMs: Date.parse(until) })?.map(
    ({ fromMs, untilMs }) => [fromMs, untilMs].map((ms) => new Date(ms).toISOString().slice(0, 16)).join(' to '),
  );

test('a window begins at its time in its zone, and so much time passes in it when clocks change', () => {
  expect(texts('2026-03-27T00:00Z', '2026-03-31T00:00Z')).toEqual([
    '2026-03-28T21:00 to 2026-03-29T05:00',
    '2026-03-29T20:00 to 2026-03-30T04:00',
  ]);
});

test('a window that began before the stretch and has not ended is one of it', () => {
  expect(texts('2026-06-07T02:00Z', '2026-06-07T03:00Z')).toEqual(['2026-06-06T20:00 to 2026-06-07T04:00']);
  expect(texts('2026-06-07T04:00Z', '2026-06-07T05:00Z')).toEqual([]);
});

test('windows that overlap are one stretch', () => {
  expect(texts('2026-06-06T22:00Z', '2026-06-06T23:00Z', { weekdays: null, durationMs: 48 * hourMs })).toEqual([
    '2026-06-05T20:00 to 2026-06-08T20:00',
  ]);
});

test('a zone that the platform does not know has none', () => {
  expect(texts('2026-06-07T02:00Z', '2026-06-07T03:00Z', { timeZone: 'Mars/Olympus' })).toBeUndefined();
});
