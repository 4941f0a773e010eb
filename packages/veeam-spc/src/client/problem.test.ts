import { expect, test } from 'vitest';
import { readStatus, readWait } from './problem.ts';

const nowMs = Date.parse('2026-10-21T07:27:00Z');

test.each([
  [{ errors: [{ type: 'transport', code: 429, retryAfter: 7 }] }, '30', 7],
  [{ errors: [{ type: 'transport', code: 429, retryAfter: -7 }] }, '30', 0],
  [{ errors: [{ type: 'transport', code: 429 }] }, '30', 30],
  [{ errors: [{ retryAfter: 'later' }] }, undefined, null],
  [undefined, 'Wed, 21 Oct 2026 07:28:00 GMT', 60],
])('the wait in %j and Retry-After %j is %j', (body, header, seconds) => {
  const response = new Response(null, header === undefined ? {} : { headers: { 'retry-after': header } });
  expect(readWait(response, body, nowMs)).toBe(seconds);
});

test.each([
  [200, { data: [], errors: null }, 200],
  [200, { data: [], errors: [] }, 200],
  [200, [{ id: 'a' }], 200],
  [200, { data: null, errors: [{ message: 'No.', type: 'logical', code: 404 }] }, 404],
  [200, { data: null, errors: [{ message: 'No.', type: 'logical', code: 1001 }] }, 400],
  [200, { data: null, errors: [{ message: 'No.', type: 'security', code: 1001 }] }, 403],
  [200, { data: null, errors: [{ message: 'Later.', type: 'transport', code: '429' }] }, 429],
  [200, { data: null, errors: [{ message: 'Busy.', type: 'retryableLogical', code: 7 }] }, 520],
  [200, { data: null, errors: [{ message: 'Hm.', type: 'cosmic' }] }, 520],
  [404, { errors: [{ message: 'No.', type: 'logical', code: 500 }] }, 404],
])('an answer of %i with %j has the status %i', (status, body, real) => {
  expect(readStatus(new Response(null, { status }), body)).toBe(real);
});
