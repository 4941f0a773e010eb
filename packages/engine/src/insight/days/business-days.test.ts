import { describe, expect, test } from 'vitest';
import { createBusinessDays } from './business-days.ts';

const hourMs = 3_600_000;

function daysOf(timeZone: string, beginMs?: number) {
  const days = createBusinessDays(beginMs === undefined ? { timeZone } : { timeZone, beginMs });
  if (days === null) throw new Error(`no zone ${timeZone}`);
  return days;
}

const berlin = daysOf('Europe/Berlin');
const lengthOf = ({ fromMs, untilMs }: { fromMs: number; untilMs: number }) => (untilMs - fromMs) / hourMs;

describe('a business day', () => {
  test('bears the date on which it begins, so that a night is one day', () => {
    const dates = ['2026-12-01T10:59:59Z', '2026-12-01T11:00:00Z', '2026-12-01T21:00:00Z', '2026-12-02T10:00:00Z'];
    expect(dates.map((date) => berlin.dayOf(Date.parse(date)).date)).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-01',
      '2026-12-01',
    ]);
  });

  test.each([
    ['Europe/Berlin', '2026-03-28T20:00:00Z', 23],
    ['Europe/Berlin', '2026-10-24T20:00:00Z', 25],
    ['Europe/Berlin', '2026-06-01T20:00:00Z', 24],
    ['Australia/Lord_Howe', '2026-04-04T12:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-03T12:00:00Z', 23.5],
    ['Asia/Kolkata', '2026-10-24T20:00:00Z', 24],
  ])('in %s at %s has %d hours', (zone, instant, hours) => {
    expect(lengthOf(daysOf(zone).dayOf(Date.parse(instant)))).toBe(hours);
  });

  test('may begin at another time, and at one that clocks skip', () => {
    expect(daysOf('Europe/Berlin', 0).dayOf(Date.parse('2026-12-01T10:00:00Z')).date).toBe('2026-12-01');
    const early = daysOf('Europe/Berlin', 2.5 * hourMs);
    expect(
      early.daysWithin({ fromMs: Date.parse('2026-03-28T12:00Z'), untilMs: Date.parse('2026-03-30T00:00Z') }),
    ).toEqual([
      { date: '2026-03-28', fromMs: Date.parse('2026-03-28T01:30Z'), untilMs: Date.parse('2026-03-29T01:30Z') },
      { date: '2026-03-29', fromMs: Date.parse('2026-03-29T01:30Z'), untilMs: Date.parse('2026-03-30T00:30Z') },
    ]);
  });

  test('that a zone skips is none', () => {
    const apia = daysOf('Pacific/Apia');
    const span = { fromMs: Date.parse('2011-12-29T23:00Z'), untilMs: Date.parse('2011-12-31T00:00Z') };
    expect(apia.daysWithin(span).map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-31']);
    expect(apia.dayOf(Date.parse('2011-12-30T22:00Z')).date).toBe('2011-12-31');
  });

  test('needs a zone that the platform knows', () => {
    expect(createBusinessDays({ timeZone: 'Mars/Olympus' })).toBeNull();
  });
});

test('the days within a stretch of time follow each other without gaps', () => {
  const days = berlin.daysWithin({ fromMs: Date.parse('2026-01-01T00:00Z'), untilMs: Date.parse('2027-01-01T00:00Z') });
  expect(days).toHaveLength(366);
  expect(days.every(({ untilMs }, index) => untilMs === (days[index + 1]?.fromMs ?? untilMs))).toBe(true);
});

describe('last night', () => {
  test.each([
    ['at 12:01 is the night before', '2026-12-01T11:01Z', '2026-11-30', '2026-12-01T11:00Z'],
    ['in the morning is the night that just ended, up to now', '2026-12-01T07:00Z', '2026-11-30', '2026-12-01T07:00Z'],
    ['a minute before midnight is still the night before', '2026-12-01T22:59Z', '2026-11-30', '2026-12-01T11:00Z'],
    ['at midnight is the night that is not over yet', '2026-12-01T23:00Z', '2026-12-01', '2026-12-01T23:00Z'],
  ])('%s', (_, now, date, until) => {
    const night = berlin.lastNight(Date.parse(now));
    expect([night.date, night.untilMs]).toEqual([date, Date.parse(until)]);
  });
});
