import { expect, test } from 'vitest';
import { parseBody, readBody } from './answer.ts';

const limits = { bytes: 1000, depth: 5 };
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

test('a body is read to its end, whatever pieces it comes in', async () => {
  const pieces = ['{"name":"Über', 'maß"}'].map((piece) => new TextEncoder().encode(piece));
  const cut = pieces.flatMap((piece) => [piece.slice(0, 10), piece.slice(10)]);
  const body = ReadableStream.from(cut);
  expect(await readBody(new Response(body), limits)).toEqual({ text: '{"name":"Übermaß"}', bytes: 20 });
});

test.each([
  ['utf-16le', Buffer.from('{"a":"ä"}', 'utf16le')],
  ['iso-8859-1', Buffer.from('{"a":"ä"}', 'latin1')],
  ['utf-8', Buffer.from('\uFEFF{"a":"ä"}')],
  ['no-such-charset', Buffer.from('{"a":"ä"}')],
])('a body in the charset %s is read', async (charset, bytes) => {
  const response = new Response(bytes, { headers: { 'content-type': `application/json; charset=${charset}` } });
  expect((await readBody(response, limits)).text).toBe('{"a":"ä"}');
});

test('a body beyond the limit is let go at once, declared or not', async () => {
  let cancelled = 0;
  const endless = () =>
    new ReadableStream({
      pull: (stream) => stream.enqueue(new Uint8Array(400)),
      cancel: () => {
        cancelled += 1;
      },
    });
  await expect(readBody(new Response(endless()), limits)).rejects.toMatchObject({ code: 'answer-too-large' });
  const declared = new Response(endless(), { headers: { 'content-length': '1001' } });
  await expect(readBody(declared, limits)).rejects.toMatchObject({ code: 'answer-too-large' });
  expect(cancelled).toBe(2);
});

test('JSON is parsed up to the depth that is read, and nothing is not JSON', () => {
  expect(parseBody('', limits, 'https://vendor.example')).toBeUndefined();
  expect(parseBody(nested(5), limits, 'https://vendor.example')).toEqual([[[[[]]]]]);
  expect(() => parseBody(nested(6), limits, 'https://vendor.example')).toThrow(/deeper than 5 levels/);
  expect(() => parseBody(nested(100_000), limits, 'https://vendor.example')).toThrow(/deeper than 5 levels/);
});

test.each([
  ['{"value":[{"id":"1"},{"id', /no JSON, or only a part of it/],
  ['  <html>sign in</html>', /a page of HTML or XML instead of JSON/],
  ['OK', /no JSON/],
])('%s is reported as such', (text, message) => {
  expect(() => parseBody(text, limits, 'https://vendor.example')).toThrow(message);
});
