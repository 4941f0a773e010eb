import { isJsonObject } from '@crossvault/core';
import fc from 'fast-check';

const instants = fc.oneof(
  fc.constantFrom(
    '0001-01-01T00:00:00',
    '1601-01-01T00:00:00Z',
    '1899-12-30T00:00:00',
    '1900-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.9999999Z',
  ),
  fc
    .date({ min: new Date('2025-12-01T00:00:00Z'), max: new Date('2026-03-01T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
const durations = fc.constantFrom('00:00:10', '1.00:00:00', 'PT3S', '0.011', 'soon');

/** Answers as a wire schema has them, and around it: absent and odd values, empty dates, numbers as texts and texts as numbers. */
export function wildAnswers(schema: unknown, words: readonly string[]): fc.Arbitrary<unknown> {
  const texts = fc.oneof(
    instants,
    durations,
    fc.constantFrom('', ...words),
    fc.nat({ max: 9 }).map(String),
    fc.string(),
  );
  const numbers = fc.oneof(fc.nat({ max: 5 }), fc.double({ min: 0, max: 200, noNaN: true }), fc.integer());

  function leaf(type: unknown): fc.Arbitrary<unknown> {
    if (type === 'string') return fc.oneof({ weight: 9, arbitrary: texts }, { weight: 1, arbitrary: numbers });
    if (type === 'number')
      return fc.oneof({ weight: 9, arbitrary: numbers }, { weight: 1, arbitrary: numbers.map(String) });
    if (type === 'boolean') return fc.constantFrom<unknown>(true, false, 'true');
    return fc.jsonValue({ maxDepth: 2 });
  }

  function answer(part: unknown): fc.Arbitrary<unknown> {
    const def = isJsonObject(part) ? part['def'] : null;
    if (!isJsonObject(def)) return fc.jsonValue({ maxDepth: 1 });
    const { type, innerType, element, shape, options, valueType } = def;
    if (isJsonObject(shape)) {
      const fields = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, answer(field)]));
      return fc.record(fields, { requiredKeys: [] });
    }
    if (Array.isArray(options)) return fc.oneof(...options.map(answer));
    if (element !== undefined) return fc.array(answer(element), { maxLength: 3 });
    if (valueType !== undefined) return fc.dictionary(fc.string({ maxLength: 5 }), answer(valueType), { maxKeys: 3 });
    return innerType === undefined ? leaf(type) : around(type, answer(innerType));
  }

  /** What a nullable or tolerant schema lets through beside what it wants. */
  function around(type: unknown, inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    if (type === 'nullable') return fc.option(inner, { freq: 9 });
    if (type !== 'catch') return inner;
    return fc.oneof({ weight: 15, arbitrary: inner }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) });
  }

  return answer(schema);
}
