import { expect, test } from 'vitest';
import { readProblem } from './problem.ts';

test.each([
  [{ statusCode: 401, message: 'The token has ended.' }, 'The token has ended.'],
  [{ errors: [{ code: 'E1', message: 'Not so.' }], requestId: 'R:1' }, 'E1: Not so. Request R:1.'],
  [{ errors: [{ message: { text: 'x' } }, { message: 'x' }] }, 'x'],
  [{ statusCode: 500 }, null],
  ['<html>', null],
  [null, null],
])('of the body %j the problem is %j', (body, problem) => {
  expect(readProblem(body)).toBe(problem);
});
