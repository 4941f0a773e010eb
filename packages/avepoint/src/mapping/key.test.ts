import { expect, test } from 'vitest';
import { isJobId, isSameId, parseJobKey, toJobKey } from './key.ts';

test.each([
  ['', 'FB20241015105312327583'],
  ['NAM', ' iB2 ä '],
])('the location %j and the id %j are kept unchanged and read back', (location, jobId) => {
  expect(toJobKey(location, jobId)).toEqual([location, jobId]);
  expect(parseJobKey(toJobKey(location, jobId))).toEqual({ location, jobId });
});

test.each([[[]], [['FB1']], [['', '']], [['NAM', '..']], [['NAM', 'FB1', 'more']]])('the key %j is refused', (key) => {
  expect(parseJobKey(key)).toBeNull();
});

test.each(['', ' ', '.', '..', 'a/b', 'a%2fb', 'a\\b', 'a\u0000', '\ud800'])(
  '%j is no id that a path can carry',
  (id) => {
    expect(isJobId(id)).toBe(false);
  },
);

test('ids are the same in any case, and in nothing else', () => {
  expect(isSameId('FB1a', 'fb1A')).toBe(true);
  expect(isSameId('FB1', 'FB1 ')).toBe(false);
});
