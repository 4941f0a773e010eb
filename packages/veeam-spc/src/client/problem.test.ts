import { expect, test } from 'vitest';
import { readProblem, readWait } from './problem.ts';

test.each([
  [{ errors: [{ message: 'Agent is unknown', type: 'logical', code: 404 }] }, 'Agent is unknown'],
  [{ errors: [{ message: 'One.' }, { message: null }, { message: 'Two.', parameterName: '$top' }] }, 'One. Two.'],
  [{ error: 'invalid_grant', error_description: 'Wrong password' }, 'Wrong password'],
  [{ error: 'invalid_grant' }, 'invalid_grant'],
  [{ errors: [] }, null],
  [{ errors: 'none' }, null],
  ['Bad Gateway', null],
  [null, null],
])('the words of %j are %j', (body, words) => {
  expect(readProblem(body)).toBe(words);
});

test.each([
  [{ errors: [{ type: 'transport', code: 429, retryAfter: 7 }] }, '30', 7],
  [{ errors: [{ type: 'transport', code: 429 }] }, '30', 30],
  [{ errors: [{ retryAfter: 'later' }] }, undefined, null],
  [undefined, 'Wed, 21 Oct 2026 07:28:00 GMT', null],
])('the wait in %j and Retry-After %j is %j', (body, header, seconds) => {
  const response = new Response(null, header === undefined ? {} : { headers: { 'retry-after': header } });
  expect(readWait(response, body)).toBe(seconds);
});
