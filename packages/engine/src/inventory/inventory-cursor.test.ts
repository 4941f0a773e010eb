import { encodeCursor } from '@crossvault/core/internal';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { nameQuery, readCursor, readLedgerCursor, toCursor, toLedgerCursor } from './inventory-cursor.ts';

const position = fc.record({ name: fc.string({ unit: 'grapheme' }), id: fc.string() });

describe('a cursor of plans or items', () => {
  property.prop([position])('comes back as it went in, and fits into an address', (given) => {
    const text = toCursor('query', { name: given.name.toWellFormed(), id: given.id.toWellFormed() });
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    fc.pre(text.length <= 4096);
    expect(readCursor(text, 'query')).toEqual({ name: given.name.toWellFormed(), id: given.id.toWellFormed() });
  });

  test('of other filters is refused by what it is, and the first page needs none', () => {
    expect(readCursor(null, 'query')).toBeNull();
    expect(() => readCursor(toCursor('other', { name: 'a', id: 'b' }), 'query')).toThrow(
      expect.objectContaining({ code: 'cursor-mismatch', parameter: 'cursor' }),
    );
  });

  test.each([
    'x',
    '',
    Buffer.from('{"v":1,"f":"query","n":"a"}').toString('base64url'),
    Buffer.from('{"v":2,"f":"query","n":"a","i":"b"}').toString('base64url'),
    encodeCursor({ filter: 'query', startedAfter: null, since: null, position: null, lags: [], unordered: [] }),
  ])('%j is none of these', (text) => {
    expect(() => readCursor(text, 'query')).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
  });

  test('is named by its filters in any order, and by what is listed', () => {
    const name = nameQuery('plan', { connection: ['a', 'b'], enabled: true });
    expect(nameQuery('plan', { enabled: true, connection: ['b', 'a'] })).toBe(name);
    expect(nameQuery('plan', { connection: ['a', 'b'] })).not.toBe(name);
    expect(nameQuery('item', { connection: ['a', 'b'], enabled: true })).not.toBe(name);
  });
});

describe('a cursor of the ledger', () => {
  property.prop([fc.nat({ max: 999_999_999_999_999 }), fc.boolean()])('comes back as it went in', (at, isOwn) => {
    expect(readLedgerCursor(toLedgerCursor(at, isOwn), isOwn)).toBe(at);
  });

  test('that counts all rows is none for who sees some of them, and the other way round', () => {
    for (const isOwn of [true, false]) {
      expect(() => readLedgerCursor(toLedgerCursor(7, isOwn), !isOwn)).toThrow(
        expect.objectContaining({ code: 'invalid-cursor' }),
      );
    }
  });

  test.each(['', '7', 'o7', Buffer.from('o-7').toString('base64url'), Buffer.from('x7').toString('base64url')])(
    '%j is none',
    (text) => {
      expect(() => readLedgerCursor(text, true)).toThrow(
        expect.objectContaining({ code: 'invalid-cursor', parameter: 'cursor' }),
      );
    },
  );

  test('begins without one', () => {
    expect(readLedgerCursor(null, true)).toBeNull();
  });
});
