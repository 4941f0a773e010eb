import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseWire } from './parse-wire.ts';
import { isJsonObject, tolerant, Unreadable, wireFor } from './wire.ts';

const row = z.object({ id: tolerant(z.string()), size: tolerant(z.number()) });

test('a readable field is read, an absent one stays absent, null stays null', () => {
  expect(row.parse({ id: 'a', size: null })).toEqual({ id: 'a', size: null });
  expect(row.parse({})).toEqual({});
});

test('an unreadable field is marked and keeps what was seen, and the other fields arrive', () => {
  const parsed = row.parse({ id: 'a', size: 'huge' });
  expect(parsed.id).toBe('a');
  expect(parsed.size).toBeInstanceOf(Unreadable);
  expect(parsed.size instanceof Unreadable ? parsed.size.seen : undefined).toBe('huge');
});

const lenient = z.object({
  text: tolerant(z.string()),
  number: tolerant(z.number()),
  whole: tolerant(z.int()),
  flag: tolerant(z.boolean()),
  texts: tolerant(z.array(tolerant(z.string()))),
});

test.each([
  [{ text: 4711 }, { text: '4711' }],
  [{ text: 0.5 }, { text: '0.5' }],
  [{ texts: [1, 'a'] }, { texts: ['1', 'a'] }],
  [{ number: '12' }, { number: 12 }],
  [{ number: ' 12.50 ' }, { number: 12.5 }],
  [{ whole: '7' }, { whole: 7 }],
  [{ flag: 'True' }, { flag: true }],
  [{ flag: 'false' }, { flag: false }],
])('a value that comes in the other type that JSON has for it is read: %j', (answer, expected) => {
  expect(lenient.parse(answer)).toEqual(expected);
  expect(parseWire(lenient, answer)).toEqual(expected);
});

test.each([
  { text: 2 ** 60 },
  { text: 1e21 },
  { text: true },
  { text: {} },
  { number: '12 GB' },
  { number: '' },
  { number: '1e3' },
  { number: '1,5' },
  { number: '12345678901234567890' },
  { whole: 1.5 },
  { whole: '1.5' },
  { flag: 1 },
  { flag: 'yes' },
])('a value that would not be the same in the other type stays unreadable: %j', (answer) => {
  const [field = ''] = Object.keys(answer);
  expect(Object.entries(lenient.parse(answer)).find(([name]) => name === field)?.[1]).toBeInstanceOf(Unreadable);
  expect(parseWire(lenient, answer)).toEqual(lenient.parse(answer));
});

test('a wire schema that refuses what the document allows does not type-check', () => {
  interface Documented {
    readonly id?: string;
    readonly size?: number | null;
  }
  expect(wireFor<Documented>()(row)).toBe(row);
  // @ts-expect-error: the document allows an absent id, this schema demands one
  wireFor<Documented>()(z.object({ id: z.string() }));
});

test('only JSON objects are objects', () => {
  expect(isJsonObject({ a: 1 })).toBe(true);
  for (const other of [null, undefined, 'a', 1, [], true]) expect(isJsonObject(other)).toBe(false);
});
