import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readErrorText } from './failure.ts';

test.each<[unknown, string | null]>([
  [{ message: 'Try later.' }, 'Try later.'],
  [{ Message: 'Try later.' }, 'Try later.'],
  [{ error: 'invalid_grant' }, 'invalid_grant'],
  [{ error: 'invalid_grant', error_description: 'Wrong password' }, 'invalid_grant: Wrong password'],
  [{ error: { message: 'Try later.' } }, 'Try later.'],
  [{ error: { code: 'Busy', message: 'Try later.' } }, 'Busy: Try later.'],
  [{ error: { code: 7, message: 'Try later.' } }, 'Try later.'],
  [
    { error: { code: 'Bad', message: 'Not so', details: [{ code: 'Worse', message: 'Nor so.' }] } },
    'Bad: Not so. Worse: Nor so.',
  ],
  [{ errors: [{ message: 'x' }] }, 'x'],
  [
    { errors: [{ message: 'One.' }, { message: null }, 'Two', { code: 'E3', message: 'Three' }] },
    'One. Two. E3: Three.',
  ],
  [{ errors: { code: 'E1', field: 'f', message: 'm' } }, 'E1: m (f)'],
  [
    { errors: { Limit: ['Too low.', 'No number.'], From: { message: 'No date' } } },
    'Limit: Too low. No number. From: No date.',
  ],
  [{ errors: { Limit: [{ message: 'Too low.' }] } }, 'Limit: Too low.'],
  [{ errors: 'All is lost' }, 'All is lost'],
  [{ title: 'Not Found', detail: 'There is no session 99.' }, 'There is no session 99.'],
  [{ title: 'Invalid', errors: { Limit: ['Too low'] } }, 'Invalid. Limit: Too low.'],
  [{ message: 'The same.', errors: [{ message: 'The same.' }] }, 'The same.'],
  [{ message: 'One.\r\nTwo.\r\n' }, 'One. Two.'],
  [{ error: { code: 7, message: '' } }, null],
  [{ error: {} }, null],
  [{ errors: [{}] }, null],
  [{ statusCode: 500 }, null],
  [[{ message: 'x' }], null],
  ['<html>', null],
  [null, null],
])('the words of %j are %j', (body, words) => {
  expect(readErrorText(body)).toBe(words);
});

test('any body is read without an exception, and no object is reported as a text', () => {
  const names = ['message', 'code', 'detail', 'title', 'error', 'errors', 'details', 'field'];
  const body = fc.object({ key: fc.constantFrom(...names), maxDepth: 4, maxKeys: 4 });
  const hasObject = (text: string): boolean => text.includes('[object');
  fc.assert(fc.property(fc.oneof(body, fc.anything()), (wild) => !hasObject(readErrorText(wild) ?? '')));
});

test('a body that never ends in depth or length is reported in part', () => {
  let deep: unknown = { message: 'deepest' };
  for (let depth = 0; depth < 10_000; depth += 1) deep = { error: deep };
  expect(readErrorText(deep)).toBeNull();
  const many = { errors: Array.from({ length: 100_000 }, (_, index) => ({ message: `e${index}` })) };
  expect(readErrorText(many)?.split(' ')).toHaveLength(20);
});

test.each([' '.repeat(1_000_000), '\r'.repeat(1_000_000), ' \r\n'.repeat(300_000)])(
  'a message with a megabyte of white space is one line',
  (space) => {
    expect(readErrorText({ message: `One.${space}\r\nTwo.` })).toBe('One. Two.');
  },
);
