import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { makeJob } from '../testing/make-job.ts';
import type { Job } from './job.ts';
import {
  type JobCriteria,
  type JobQuery,
  matchesCriteria,
  parseSince,
  parseUserInstant,
  splitAtCommas,
} from './query.ts';

const everything: JobCriteria = { query: {}, since: null, startedAfter: null, startedBefore: null, words: [] };
const matches = (job: Partial<Job>, criteria: Partial<JobCriteria>): boolean =>
  matchesCriteria(makeJob(job), { ...everything, ...criteria });

describe('a filter', () => {
  test.each<[JobQuery, boolean]>([
    [{}, true],
    [{ status: ['failed', 'succeeded'] }, true],
    [{ status: ['failed'] }, false],
    [{ kind: ['backup'] }, true],
    [{ kind: ['restore'] }, false],
    [{ trigger: ['manual'] }, false],
    [{ problem: true }, false],
    [{ problem: false }, true],
    [{ target: ['VM-1'] }, true],
    [{ target: ['payroll'] }, true],
    [{ target: ['pay'] }, false],
    [{ plan: ['nightly', 'other'] }, true],
    [{ nativeId: ['n-0', 'N-1'] }, true],
    [{ nativeId: ['n-2'] }, false],
    [{ status: ['succeeded'], kind: ['restore'] }, false],
  ])('%j lets the job through: %s', (query, isLetThrough) => {
    expect(matches({}, { query })).toBe(isLetThrough);
  });

  test('by target or plan finds no job that has none', () => {
    expect(matches({ target: null }, { query: { target: ['payroll'] } })).toBe(false);
    expect(matches({ plan: null }, { query: { plan: ['nightly'] } })).toBe(false);
  });

  test('by words wants every one of them at the beginning of some word', () => {
    expect(matches({}, { words: ['pay', 'night'] })).toBe(true);
    expect(matches({}, { words: ['pay', 'roll'] })).toBe(false);
  });
});

describe('a window', () => {
  const at = '2026-03-01T10:00:00.000Z';

  test('holds its first instant, and not its last', () => {
    expect(matches({ startedAt: at }, { startedAfter: at })).toBe(true);
    expect(matches({ startedAt: at }, { startedBefore: at })).toBe(false);
  });

  test('keeps a job without a start, unless its end lies before it', () => {
    const bound = { startedAfter: at, startedBefore: at };
    expect(matches({ startedAt: null, endedAt: null }, bound)).toBe(true);
    expect(matches({ startedAt: null, endedAt: '2026-03-01T09:00:00.000Z' }, bound)).toBe(false);
  });

  test('may be replaced by a lower bound of the list', () => {
    const criteria = { ...everything, startedAfter: at };
    expect(matchesCriteria(makeJob({ startedAt: '2026-02-01T00:00:00.000Z' }), criteria, null)).toBe(true);
  });
});

describe('since', () => {
  const since = '2026-03-01T10:15:00.000Z';
  test.each([
    ['began after it', { startedAt: '2026-03-01T10:20:00.000Z', endedAt: '2026-03-01T10:30:00.000Z' }, true],
    ['ended after it', { startedAt: '2026-03-01T10:00:00.000Z', endedAt: since }, true],
    ['is open still', { startedAt: '2026-02-01T00:00:00.000Z', endedAt: null, ended: false }, true],
    ['was over before it', { startedAt: '2026-03-01T10:00:00.000Z', endedAt: '2026-03-01T10:14:59.999Z' }, false],
    ['was over at an unknown time', { startedAt: '2026-03-01T10:00:00.000Z', endedAt: null }, false],
  ] satisfies [string, Partial<Job>, boolean][])('a job that %s: %o', (_, job, isIn) => {
    expect(matches(job, { since })).toBe(isIn);
  });
});

describe('an instant of a caller', () => {
  test('is read with its zone, and given in UTC', () => {
    expect(parseUserInstant('2026-01-31T23:00:00+01:00', 'startedAfter')).toBe('2026-01-31T22:00:00.000Z');
  });

  test.each(['2026-01-31', '2026-01-31T22:00:00', 'yesterday', '', '0001-01-01T00:00:00Z'])(
    '%j is refused, and the parameter named',
    (text) => {
      expect(() => parseUserInstant(text, 'startedAfter')).toThrow(
        expect.objectContaining({ code: 'invalid-parameter', parameter: 'startedAfter' }),
      );
    },
  );
});

describe('the beginning of since', () => {
  const nowMs = Date.parse('2026-03-02T12:00:00.000Z');

  test.each([
    ['90m', '2026-03-02T10:30:00.000Z'],
    ['24h', '2026-03-01T12:00:00.000Z'],
    ['2w', '2026-02-16T12:00:00.000Z'],
    ['2026-03-01T00:00:00Z', '2026-03-01T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseSince(text, nowMs)).toBe(instant);
  });

  test.each(['0s', '-1h', '1y', '2026-03-01', 'never', '', '999999999w'])(
    '%j is neither a span nor an instant',
    (text) => {
      expect(() => parseSince(text, nowMs, 'from')).toThrow(
        expect.objectContaining({ code: 'invalid-parameter', parameter: 'from' }),
      );
    },
  );

  property.prop([fc.integer({ min: 1, max: 10_000 })])('lies exactly so far back', (hours) => {
    expect(nowMs - Date.parse(parseSince(`${hours}h`, nowMs))).toBe(hours * 3_600_000);
  });
});

property.prop([fc.array(fc.string({ unit: fc.constantFrom('a', ',', ' ', 'b') }), { minLength: 1 })])(
  'values come back as they were joined by commas, without spaces around them',
  (values) => {
    const text = values.map((value) => value.replaceAll(',', '\\,')).join(',');
    expect(splitAtCommas(text)).toEqual(values.map((value) => value.trim()));
  },
);
