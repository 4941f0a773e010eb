import { expect, test } from 'vitest';
import { readRetryAfter } from '../index.ts';
import { readBodyWait } from './retry.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const waitOf = (headers: Record<string, string>) => readRetryAfter(new Response(null, { status: 429, headers }), nowMs);

test.each([
  ['a number of seconds', { 'retry-after': '120' }, 120],
  ['nothing to wait', { 'retry-after': '0' }, 0],
  ['a part of a second', { 'retry-after': '1.5' }, 1.5],
  ['a date ahead', { 'retry-after': 'Mon, 02 Mar 2026 12:01:30 GMT' }, 90],
  ['a date that has passed', { 'retry-after': 'Mon, 02 Mar 2026 11:00:00 GMT' }, 0],
  ['milliseconds', { 'retry-after-ms': '2500' }, 2.5],
  ["milliseconds under Azure's name", { 'x-ms-retry-after-ms': '750' }, 0.75],
  ['the finer of two headers', { 'retry-after': '9', 'retry-after-ms': '100' }, 0.1],
  ['an absurdly long wait', { 'retry-after': '999999999' }, 86_400],
])('%s is read', (_name, headers, seconds) => {
  expect(waitOf(headers)).toBe(seconds);
});

test.each([{}, { 'retry-after': '' }, { 'retry-after': 'soon' }, { 'retry-after': '-' }])(
  '%j says nothing',
  (headers) => {
    expect(waitOf(headers)).toBeNull();
  },
);

test.each([
  [{ errors: [{ code: 429, retryAfter: 20 }] }, 20],
  [{ errors: [{ retryAfter: 5 }, { retryAfter: 7 }, null] }, 7],
  [{ error: { retryAfter: 3 } }, 3],
  [{ retryAfter: 4 }, 4],
  [{ retryAfter: 999_999_999 }, 86_400],
  [{ retryAfter: 'soon' }, null],
  [{ errors: 'none' }, null],
  ['busy', null],
])('the body %j requests a wait of %s', (body, seconds) => {
  expect(readBodyWait(body)).toBe(seconds);
});
