import { expect, test } from 'vitest';
import { z } from 'zod';
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
