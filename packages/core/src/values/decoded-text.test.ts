import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { decodeLayer } from './decoded-text.ts';

test.each([
  ['%2Fpath%3Fa', '/path?a'],
  ['%C3%A4', 'ä'],
  ['%E2%82%AC', '€'],
  ['%F0%9F%94%91', '🔑'],
  ['%E4', 'ä'],
  ['\\"quoted\\"', '"quoted"'],
  ['\\u0041\\n', 'A\n'],
  ['&quot;&amp;&#39;&#x41;', '"&\'A'],
  ['a%20b\\tc&lt;', 'a b\tc<'],
])('%s is written for %s', (text, decoded) => {
  expect(decodeLayer(text)?.text).toBe(decoded);
});

test.each(['', 'plain', '100%', '%zz', 'a & b', '&;', '&unknown;', '&#x110000;', '\\q', 'C:\\'])(
  'in %j there is nothing to take back',
  (text) => {
    expect(decodeLayer(text)).toBeNull();
  },
);

test('only one layer is taken back at a time', () => {
  expect(decodeLayer('%252F')?.text).toBe('%2F');
});

test('each decoded character is found at the offset where its escape begins, and the end at the end', () => {
  const decoded = decodeLayer('a%2Fb\\nc');
  expect([0, 1, 2, 3, 4, 5].map((at) => decoded?.offsetOf(at))).toEqual([0, 1, 4, 5, 7, 8]);
});

property.prop([fc.string({ unit: 'grapheme' })])('what a writer of addresses escapes comes back', (text) => {
  const written = encodeURIComponent(text.toWellFormed());
  expect(decodeLayer(written)?.text ?? written).toBe(text.toWellFormed());
});

property.prop([fc.string()])('what a writer of JSON escapes comes back where nothing else is escaped', (text) => {
  fc.pre(!/[%&]/.test(text));
  const written = JSON.stringify(text).slice(1, -1);
  expect(decodeLayer(written)?.text ?? written).toBe(text);
});

property.prop([fc.string({ unit: fc.constantFrom('%', '2', 'F', '\\', 'u', '0', '&', '#', ';', 'a') })])(
  'offsets rise and stay within the text, whatever is written',
  (text) => {
    const decoded = decodeLayer(text);
    if (decoded === null) return;
    const offsets = Array.from({ length: decoded.text.length + 1 }, (_, at) => decoded.offsetOf(at));
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    expect(offsets.at(-1)).toBe(text.length);
  },
);
