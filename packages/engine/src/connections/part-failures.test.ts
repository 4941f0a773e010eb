import { CrossvaultError } from '@crossvault/core';
import { expect, test } from 'vitest';
import { joinFailures } from './part-failures.ts';

const failed = (list: string) => ({
  list,
  failure: new CrossvaultError({
    code: 'source-error',
    message: 'The source answered 503.',
    source: 'azure',
    upstreamStatus: 503,
    retryAfterSeconds: 7,
  }),
});

test('of several lists each that failed is named, with what it said', () => {
  const joint = joinFailures([failed('s/rg/one'), failed('s/rg/two')], 3);
  expect(joint).toMatchObject({ code: 'source-error', source: 'azure', upstreamStatus: 503, retryAfterSeconds: 7 });
  expect(joint?.message).toBe(
    '2 of 3 lists could not be read. s/rg/one: The source answered 503. s/rg/two: The source answered 503.',
  );
});

test('of many lists the first are named and the others counted', () => {
  const joint = joinFailures(
    Array.from({ length: 40 }, (_each, index) => failed(`list-${index}`)),
    40,
  );
  expect(joint?.message).toContain('list-4: ');
  expect(joint?.message).not.toContain('list-5: ');
  expect(joint?.message).toMatch(/And 35 more\.$/);
});

test('the failure of a single list is reported as it is, and without lists there is none', () => {
  const only = failed('sessions');
  expect(joinFailures([only], 1)).toBe(only.failure);
  expect(joinFailures([], 4)).toBeNull();
});
