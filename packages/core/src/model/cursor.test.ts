import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseJobId, toJobId } from '../index.ts';
import { decodeCursor, encodeCursor } from '../internal.ts';
import {
  comparePositions,
  decodeFeedPosition,
  earlierOf,
  encodeFeedPosition,
  feedStart,
  isAfter,
  laterOf,
  positionOf,
} from './cursor.ts';

const instant = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
  .map((date) => date.toISOString());
const position = fc.option(fc.record({ startedAt: fc.option(instant), id: fc.string() }));
const state = fc.record({
  filter: fc.string(),
  startedAfter: fc.option(instant),
  since: fc.option(instant),
  position,
  lags: fc.array(fc.record({ lists: fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }), position }), {
    maxLength: 4,
  }),
  unordered: fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
});

property.prop({ state })('a cursor comes back as it went in, and fits into any URL', ({ state }) => {
  const text = encodeCursor(state);
  expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(decodeCursor(text)).toEqual(state);
});

property.prop({ text: fc.string({ maxLength: 200 }) })(
  'any other text is refused with a code, never with an exception of another kind',
  ({ text }) => {
    expect(() => decodeCursor(text)).toThrow(expect.objectContaining({ code: 'invalid-cursor', parameter: 'cursor' }));
  },
);

test('a cursor with a part too many is refused', () => {
  const forged = Buffer.from(JSON.stringify({ v: 1, f: '', a: null, s: null, p: null, l: [], u: [], x: 1 })).toString(
    'base64url',
  );
  expect(() => decodeCursor(forged)).toThrow(/cannot be read/);
});

property.prop({ connection: fc.string({ minLength: 1 }), key: fc.array(fc.string(), { minLength: 1, maxLength: 5 }) })(
  'an id gives back the connection and the key that it was made of',
  ({ connection, key }) => {
    fc.pre([connection, ...key].every((part) => part.isWellFormed()));
    const id = toJobId(connection, key);
    expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(parseJobId(id)).toEqual({ connection, key });
  },
);

property.prop({ text: fc.string() })('a text that is no id of ours is none', ({ text }) => {
  const parsed = parseJobId(text);
  if (parsed !== null) expect(toJobId(parsed.connection, parsed.key)).toBe(text);
});

describe('the order of positions', () => {
  const start = fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
  const position = fc.record({ startedAt: start, id: fc.constantFrom('a', 'b', 'c') });
  const sort = fc.constantFrom('startedAt' as const, '-startedAt' as const);

  property.prop([sort, position, position, position])(
    'is one order: the same way round, and without a circle',
    (by, a, b, c) => {
      expect(Math.sign(comparePositions(by, a, b))).toBe(-Math.sign(comparePositions(by, b, a)) + 0);
      expect(comparePositions(by, a, b) === 0).toBe(a.startedAt === b.startedAt && a.id === b.id);
      if (comparePositions(by, a, b) <= 0 && comparePositions(by, b, c) <= 0) {
        expect(comparePositions(by, a, c)).toBeLessThanOrEqual(0);
      }
    },
  );

  property.prop([sort, position, position])('begins with jobs without a start, whichever way it goes', (by, a, b) => {
    if (a.startedAt === null && b.startedAt !== null) expect(comparePositions(by, a, b)).toBeLessThan(0);
  });

  property.prop([position, position])(
    'turns round with the sort, and keeps the ids of equal starts as they are',
    (a, b) => {
      const [up, down] = [comparePositions('startedAt', a, b), comparePositions('-startedAt', a, b)];
      const isTurned = a.startedAt !== b.startedAt && a.startedAt !== null && b.startedAt !== null;
      expect(Math.sign(down) + 0).toBe((isTurned ? -1 : 1) * Math.sign(up) + 0);
    },
  );

  property.prop([sort, fc.option(position), fc.option(position)])(
    'has a later and an earlier of any two, and null before all',
    (by, a, b) => {
      const [later, earlier] = [laterOf(by, a, b), earlierOf(by, a, b)];
      expect([a, b]).toContain(later);
      expect([a, b]).toContain(earlier);
      if (a === null || b === null) expect(earlier).toBeNull();
      if (later !== null)
        expect(isAfter(by, later, earlier) || comparePositions(by, later, earlier ?? later) === 0).toBe(true);
    },
  );

  test('every job comes after the beginning, and none after itself', () => {
    const here = positionOf({ startedAt: '2026-01-01T00:00:00.000Z', id: 'a' });
    expect(isAfter('-startedAt', here, null)).toBe(true);
    expect(isAfter('-startedAt', here, here)).toBe(false);
  });
});

describe('a position in the feed', () => {
  const mark = fc.option(fc.stringMatching(/^[a-z0-9]{1,32}$/));
  property.prop([fc.maxSafeNat(), mark])('comes back as it went in', (at, own) => {
    expect(decodeFeedPosition(encodeFeedPosition({ position: at, mark: own }), 'after')).toEqual({
      position: at,
      mark: own,
    });
  });

  test('begins before the oldest change', () => {
    expect(decodeFeedPosition(feedStart, 'after')).toEqual({ position: 0, mark: null });
  });

  test.each(['', '-1', '1.5', '1-', '1-MARK', '1-a-b', '9007199254740992', '12345678901234567', ' 1', 'x'.repeat(200)])(
    '%j is none, and the parameter is named',
    (text) => {
      expect(() => decodeFeedPosition(text, 'after')).toThrow(
        expect.objectContaining({ code: 'invalid-parameter', parameter: 'after' }),
      );
    },
  );
});
