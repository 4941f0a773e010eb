import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseWire } from './parse-wire.ts';
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
