import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { isAskable, parseJobId, toJobId } from './job-record.ts';

const key = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 5 });

property.prop([fc.string(), key])(
  'an id names its connection and key, and can stand in the path of an address',
  (connection, parts) => {
    const id = toJobId(connection.toWellFormed(), parts);
    expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(parseJobId(id)).toEqual(id.length < 8 ? null : { connection: connection.toWellFormed(), key: parts });
  },
);

property.prop([key, key])('two keys have one id only where they are the same', (one, other) => {
  expect(toJobId('c', one) === toJobId('c', other)).toBe(JSON.stringify(one) === JSON.stringify(other));
});

property.prop([fc.string()])('any other text is none of our ids, and no exception', (text) => {
  const parsed = parseJobId(text);
  if (parsed !== null) expect(toJobId(parsed.connection, parsed.key)).toBe(text);
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['a number', encode([1, 2, 3, 4])],
  ['an object', encode({ connection: 'here' })],
  ['a connection without a key', encode(['connection'])],
  ['a key with a part that is no text', encode(['here', ['nested']])],
  ['broken JSON', Buffer.from('["here","job').toString('base64url')],
  ['an id with a character too many', `${toJobId('here', ['job-1'])}=`],
  ['an id in another spelling', Buffer.from('["here", "job-1"]').toString('base64url')],
])('%s is none of our ids', (_, text) => {
  expect(parseJobId(text)).toBeNull();
});

test('an id that no address can carry is neither askable nor read', () => {
  const id = toJobId('here', ['x'.repeat(4000)]);
  expect(isAskable(id)).toBe(false);
  expect(parseJobId(id)).toBeNull();
  expect(isAskable(toJobId('here', ['x'.repeat(3000)]))).toBe(true);
});
