import { expect, test } from 'vitest';
import { isPathSegment } from '../index.ts';
import { parseBody, usualLimits } from './answer.ts';

const parse = (text: string): unknown => parseBody(text, usualLimits, 'https://vendor.example');

test.each([
  ['half of a surrogate pair', String.raw`{"id":"s\ud800x"}`, { id: 's\ufffdx' }],
  ['the other half, in capitals', String.raw`{"id":"s\uDFFFx"}`, { id: 's\ufffdx' }],
  ['NUL', String.raw`{"id":"a\u0000b"}`, { id: 'a\ufffdb' }],
  ['a name of a member', String.raw`{"a\u0000":[{"\ud800":1}]}`, { 'a\ufffd': [{ '\ufffd': 1 }] }],
])('%s becomes the replacement character, which every database and address can carry', (_what, text, expected) => {
  expect(parse(text)).toEqual(expected);
});

test.each([String.raw`{"id":"\ud83d\ude00"}`, String.raw`{"path":"C:\\u0000"}`, '{"id":"ü😀"}'])(
  'sound text stays as it is: %s',
  (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  },
);

test('a member called __proto__ stays a member', () => {
  const value = parse(String.raw`{"__proto__":{"a":1},"b":"\u0000"}`);
  expect(Object.keys(value as object)).toEqual(['__proto__', 'b']);
});

test.each(['ordinary', 'vm;iaasvmcontainerv2;rg;vm', 'Ünï', 'a b', 'x=', '...'])(
  '%s can be a segment of a path',
  (text) => {
    expect(isPathSegment(text)).toBe(true);
  },
);
