import { expect, test } from 'vitest';
import { connectionFields } from '../index.ts';
import { parseSince, parseSpanMs, parseUntil } from '../internal.ts';

test.each([
  ['90', 90_000],
  ['0', 0],
  ['5s', 5000],
  ['15m', 900_000],
  ['24h', 86_400_000],
  ['7d', 604_800_000],
  ['2w', 1_209_600_000],
])('%s is a span of time', (text, milliseconds) => {
  expect(parseSpanMs(text)).toBe(milliseconds);
});

test.each(['', '-5', '1.5h', '5 s', '5y', 'PT5S', '9999999999', '5S'])('"%s" is none', (text) => {
  expect(parseSpanMs(text)).toBeNull();
});

test('since takes spans with a unit and whole seconds', () => {
  const nowMs = Date.parse('2026-03-02T12:00:00Z');
  expect(parseSince('3600', nowMs)).toBe('2026-03-02T11:00:00.000Z');
  expect(parseSince('90s', nowMs)).toBe('2026-03-02T11:58:30.000Z');
  expect(parseSince('24h', nowMs)).toBe('2026-03-01T12:00:00.000Z');
  expect(() => parseSince('0', nowMs)).toThrow('neither a span nor an instant');
  expect(() => parseSince('yesterday', nowMs)).toThrow('90s, 15m, 24h, 7d or 2w');
});

test('a key of a connection that counts seconds or days takes a number or a span', () => {
  const { deadlineSeconds, historyDays, retentionDays } = connectionFields;
  expect([30, '30', '30s', '2m'].map((value) => deadlineSeconds.parse(value))).toEqual([30, 30, 30, 120]);
  expect([14, '14', '14d', '2w', '48h'].map((value) => historyDays.parse(value))).toEqual([14, 14, 14, 14, 2]);
  expect(retentionDays.parse('52w')).toBe(364);
  for (const value of ['36h', 'soon', '-1', '']) expect(historyDays.safeParse(value).success).toBe(false);
});

test('an end is a span ahead, with or without the plus sign that an address loses, or an instant', () => {
  const nowMs = Date.parse('2026-03-02T12:00:00Z');
  for (const text of ['8h', '+8h', ' 8h', '2026-03-02T21:00:00+01:00']) {
    expect(parseUntil(text, nowMs)).toBe('2026-03-02T20:00:00.000Z');
  }
  for (const text of ['0', 'tomorrow', '2026-03-02', '++8h']) {
    expect(() => parseUntil(text, nowMs)).toThrow(`until: "${text}" is neither a span nor an instant`);
  }
});
