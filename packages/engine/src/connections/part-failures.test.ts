import { CrossvaultError } from '@crossvault/core';
import { expect, test } from 'vitest';
import { joinFailures } from './part-failures.ts';

const failed = (list: string, message = 'The source answered 503.') => ({
  list,
  failure: new CrossvaultError({
    code: 'source-error',
    message,
    source: 'azure',
    upstreamStatus: 503,
    retryAfterSeconds: 7,
  }),
});
const advice = 'See that the network lets it through. Try again.';

test('of several lists each that failed is named, and what several of them say is written once', () => {
  const joint = joinFailures([failed('s/rg/one'), failed('s/rg/two')], 3);
  expect(joint).toMatchObject({ code: 'source-error', source: 'azure', upstreamStatus: 503, retryAfterSeconds: 7 });
  expect(joint?.message).toBe('2 of 3 lists could not be read. s/rg/one, s/rg/two: The source answered 503.');
});

test('advice that is the same for several messages is written once, after them', () => {
  const failures = ['one', 'two', 'three'].map((name) => failed(name, `Nothing listens at ${name}.test. ${advice}`));
  expect(joinFailures(failures, 3)?.message).toBe(
    '3 of 3 lists could not be read. one: Nothing listens at one.test. two: Nothing listens at two.test. ' +
      `three: Nothing listens at three.test. ${advice}`,
  );
});

test('lists that say different things are named with what each said', () => {
  const failures = [failed('one', 'It is busy.'), failed('', 'It is gone.'), failed('two', 'It is busy.')];
  expect(joinFailures(failures, 4)?.message).toBe(
    '3 of 4 lists could not be read. one, two: It is busy. default: It is gone.',
  );
});

test('of many lists the first are named and the others counted', () => {
  const names = Array.from({ length: 40 }, (_each, index) => `list-${index}`);
  const same = joinFailures(
    names.map((name) => failed(name)),
    40,
  );
  expect(same?.message).toContain('list-3, list-4 and 35 more: The source answered 503.');
  const different = joinFailures(
    names.map((name) => failed(name, `${name} is busy. ${advice}`)),
    40,
  );
  expect(different?.message).toContain('list-4: ');
  expect(different?.message).not.toContain('list-5: ');
  expect(different?.message).toMatch(new RegExp(`And 35 more\\. ${advice}$`));
});

test('the failure of a single list is reported as it is, and without lists there is none', () => {
  const only = failed('sessions');
  expect(joinFailures([only], 1)).toBe(only.failure);
  expect(joinFailures([], 4)).toBeNull();
});
