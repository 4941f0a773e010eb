import { expect, test } from 'vitest';
import { readProblem } from './problem.ts';

test.each([
  [{ error: { code: 'CloudInternalError', message: 'Try later.' } }, 'CloudInternalError: Try later.'],
  [{ error: { message: 'Try later.' } }, 'Try later.'],
  [{ error: { code: 7, message: '' } }, null],
  [{ error: 'words' }, 'words'],
  [{ errors: [{ message: 'x' }] }, 'x'],
  [{}, null],
  ['<html>', null],
  [null, null],
])('of the body %j the problem is %j', (body, problem) => {
  expect(readProblem(body)).toBe(problem);
});
