import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, parseJobId, toJobId } from '../index.ts';

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
