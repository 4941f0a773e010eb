import { expect, test } from 'vitest';
import { CrossvaultError } from '../errors/error.ts';
import { toProblem } from '../errors/problem.ts';
import { holdToken } from './known-secrets.ts';
import { quoteVendor } from './vendor-words.ts';

holdToken('0f8fad5b-d9cb-469f-a165-70867728950e', 'azure');

const shown = (upstreamRequestId: string) =>
  toProblem(new CrossvaultError({ code: 'source-error', message: 'no', upstreamRequestId }).at('azure'))
    .upstreamRequestId;

test.each([
  '7d444840-9dc0-11d1-b245-5ffdce74fad2',
  '0HMVD9E2M7C3F:00000001',
  'WESTEUROPE:20260302T120000Z:7d444840-9dc0-11d1-b245-5ffdce74fad2',
])('an id of a request is shown: %s', (id) => {
  expect(shown(id)).toBe(id);
});

test.each([
  'Bearer s3cr3t-value',
  '0f8fad5b-d9cb-469f-a165-70867728950e',
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln',
  'cv_9aKq0zT3mYw8uVb1LrXc5Qe7Hd2Fj4Np6Rs',
  'a\u001b[31mb',
  '<script>',
  'x'.repeat(129),
  '',
])('what looks like no id, or is a secret, is left out: %s', (text) => {
  expect(shown(text)).toBeUndefined();
});

test('no beginning of a secret is left in front of the cut', () => {
  const token = 'tk-9Zq4vPn2'.repeat(20);
  const drop = holdToken(token, 'quoting');
  for (const before of [0, 100, 190, 199]) {
    expect(quoteVendor(`${'x'.repeat(before)} ${token}`, 'quoting')).not.toContain('tk-9');
  }
  drop();
});

test('what was cut says so, and line ends and control characters are spaces', () => {
  expect(quoteVendor('8.1\r\n\u001b[31m 2')).toBe('8.1 [31m 2');
  expect(quoteVendor('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`);
  expect(quoteVendor('x'.repeat(1_000_000), undefined, 10)).toBe(`${'x'.repeat(10)}…`);
});
