import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseWire, safeParseWire } from './parse-wire.ts';
import { tolerant, Unreadable } from './wire.ts';

const step = z.object({ name: tolerant(z.string()), percent: tolerant(z.number()) });
const row = z.object({
  id: tolerant(z.string()),
  size: tolerant(z.union([z.string(), z.number()])),
  open: tolerant(z.boolean()),
  steps: tolerant(z.array(tolerant(step)).readonly()),
  labels: tolerant(z.record(z.string(), z.string())),
  rest: tolerant(z.unknown()),
});

describe('an answer that is readable as it stands', () => {
  test('is handed on itself, with the fields that the schema does not know', () => {
    const answer = { id: 'a', size: 7, open: null, steps: [{ name: 'x', percent: 50 }, null], more: 1 };
    expect(parseWire(row, answer)).toBe(answer);
  });
});

describe('any other is parsed by its schema', () => {
  test('an unreadable field is marked, at any depth', () => {
    const parsed = parseWire(row, { id: [7], steps: [{ name: 'x', percent: 'half' }] });
    expect(parsed.id).toBeInstanceOf(Unreadable);
    expect(parsed.steps).toMatchObject([{ name: 'x', percent: { seen: 'half' } }]);
  });

  test.each<[string, z.ZodType, unknown, unknown]>([
    [
      'a text that must have a form',
      z.object({ a: tolerant(z.string().min(2)) }),
      { a: 'x' },
      { a: new Unreadable('x') },
    ],
    ['a text that is made of something', z.object({ a: z.coerce.string() }), { a: 7 }, { a: '7' }],
    ['a value with a default', z.object({ a: z.string().default('x') }), {}, { a: 'x' }],
    ['a value that is changed', z.object({ a: z.string().transform((text) => text.length) }), { a: 'xyz' }, { a: 3 }],
    ['a fallback that stands for a bad value', z.object({ a: z.string().catch('x') }), { a: 7 }, { a: 'x' }],
    [
      'a number that is none',
      z.object({ a: tolerant(z.number()) }),
      { a: Number.NaN },
      { a: new Unreadable(Number.NaN) },
    ],
  ])('%s', (_name, schema, answer, expected) => {
    expect(parseWire(schema, answer)).toEqual(expected);
  });

  test('what the schema refuses is refused', () => {
    expect(() => parseWire(z.object({ a: z.string() }), {})).toThrow(/expected string/);
    expect(() => parseWire(z.strictObject({ a: z.string() }), { a: 'x', b: 1 })).toThrow(/Unrecognized key/);
    expect(() => parseWire(row, [])).toThrow(/expected object/);
  });
});

describe('an answer that its schema may refuse', () => {
  test('is undefined where it is refused, and itself where it is readable', () => {
    const list = z.object({ rows: z.array(z.unknown()) });
    const answer = { rows: [1] };
    expect(safeParseWire(list, answer)).toBe(answer);
    expect(safeParseWire(list, { rows: 'none' })).toBeUndefined();
    expect(safeParseWire(list, null)).toBeUndefined();
  });
});

describe('fields that may be left out, and records', () => {
  const schema = z.object({ rest: z.unknown().optional(), bag: tolerant(z.record(z.string(), tolerant(z.string()))) });

  test('are handed on as they stand', () => {
    const answer = { bag: { a: 'x', b: null } };
    expect(parseWire(schema, answer)).toBe(answer);
  });

  test('a value of a record that cannot be read is marked', () => {
    expect(parseWire(schema, { bag: { a: [7] } }).bag).toEqual({ a: new Unreadable([7]) });
  });

  test('a record never hands on its own prototype', () => {
    const answer: unknown = JSON.parse('{"bag":{"__proto__":"x","a":"y"}}');
    expect(parseWire(schema, answer)).toEqual(schema.parse(answer));
  });
});

test('rows whose fields stand in another order than in the row before are read alike', () => {
  expect(parseWire(row, { id: 'a', size: 7 })).toEqual({ id: 'a', size: 7 });
  expect(parseWire(row, { size: 7, id: [7] }).id).toBeInstanceOf(Unreadable);
  expect(parseWire(row, { id: 'a', size: [7] }).size).toBeInstanceOf(Unreadable);
});

const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.anything());

describe('whatever a vendor sends', () => {
  property.prop({
    answer: fc.record(
      {
        id: value,
        size: value,
        open: value,
        steps: fc.oneof(value, fc.array(fc.record({ name: value, percent: value }, { requiredKeys: [] }))),
        labels: fc.oneof(value, fc.dictionary(fc.string(), value)),
        rest: value,
      },
      { requiredKeys: [] },
    ),
  })('the fields that the schema knows are those that the schema itself gives', ({ answer }) => {
    expect(parseWire(row, answer)).toMatchObject(row.parse(answer));
  });
});
