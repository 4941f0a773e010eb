import { expect, test } from 'vitest';
import { fragment, joinFragments, plain } from './fragment.ts';

test('values become placeholders, fragments a part of the text, in one order', () => {
  const inner = fragment`b = ${'two'} or ${plain('c')} is null`;
  expect(fragment`a = ${1} and (${inner}) and d = ${null}`).toEqual({
    text: 'a = ? and (b = ? or c is null) and d = ?',
    values: [1, 'two', null],
  });
});

test('joined fragments keep the order of their values, and none is empty', () => {
  expect(joinFragments([fragment`a = ${1}`, plain('b'), fragment`c = ${2}`], ' and ')).toEqual({
    text: 'a = ? and b and c = ?',
    values: [1, 2],
  });
  expect(joinFragments([], ' and ')).toEqual({ text: '', values: [] });
});
