import { expect, test } from 'vitest';
import { readProblem } from './problem.ts';

test.each<[unknown, string | null]>([
  [{ title: 'Not Found', detail: 'There is no session 99.' }, 'There is no session 99.'],
  [{ title: 'Not Found', detail: null }, 'Not Found'],
  [
    { title: 'Invalid', errors: { FromUtc: ['Not a date.', 'Too long.'], Limit: 7 } },
    'Invalid. FromUtc: Not a date. Too long.',
  ],
  [{ title: 'Invalid', errors: { FromUtc: ['Not a date.', 'Too long.'] } }, 'Invalid. FromUtc: Not a date. Too long.'],
  [
    { title: 'Forbidden', licenseAgreementAcceptanceRequired: true },
    'Forbidden. The appliance refuses everything until its licence agreement is accepted.',
  ],
  [{ message: 'Gone.' }, 'Gone.'],
  [{ errors: [{ message: 'x' }] }, 'x'],
  [{ errors: { FromUtc: [{ message: 'x' }] } }, 'FromUtc: x'],
  [{ sessionId: '99', detail: 'It failed' }, 'It failed. It names the session 99.'],
  ['<html>', null],
  [null, null],
])('%j says %s', (body, expected) => {
  expect(readProblem(body)).toBe(expected);
});

test.each(['Bearer abcdefghijkl', 'x'.repeat(1000)])('a malformed session id (%s) is not reported', (sessionId) => {
  expect(readProblem({ detail: 'no', sessionId })).toBe('no');
});
