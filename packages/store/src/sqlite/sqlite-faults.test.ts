import { DatabaseSync } from 'node:sqlite';
import { CrossvaultError } from '@crossvault/core';
import { describe, expect, test } from 'vitest';
import { toSqliteFault } from './sqlite-faults.ts';
import { fromThreadFailure, toThreadFailure } from './thread-failure.ts';

const failure = (errcode: number) => Object.assign(new Error('it failed'), { errcode });

describe('an error of SQLite', () => {
  test.each([
    [5, 'store-unavailable', 'try again'],
    [5 + 256 * 2, 'store-unavailable', 'try again'],
    [8, 'store-read-only', 'right to write'],
    [10, 'store-unavailable', 'Look at the disk'],
    [11, 'store-corrupt', 'restore a backup'],
    [13, 'store-full', 'Make room'],
    [14, 'store-unavailable', 'its folder is there'],
    [26, 'store-corrupt', 'no SQLite file'],
  ])('with the number %i becomes %s, and says what to do', (errcode, code, advice) => {
    const fault = toSqliteFault(failure(errcode), '/a/history.db');
    expect(fault).toMatchObject({ code });
    expect(fault.message).toContain('/a/history.db');
    expect(fault.message).toContain(advice);
  });

  test('with a number that means a mistake of ours is an internal error', () => {
    expect(toSqliteFault(failure(1), 'x')).toMatchObject({ code: 'internal-error' });
  });

  test('that is one of ours already stays as it is', () => {
    const own = new CrossvaultError({ code: 'lease-lost', message: 'lost' });
    expect(toSqliteFault(own, 'x')).toBe(own);
  });

  test('of a file that was closed says so', () => {
    const file = new DatabaseSync(':memory:');
    file.close();
    expect(() => file.prepare('select 1')).toThrow();
    try {
      file.prepare('select 1');
    } catch (error) {
      expect(toSqliteFault(error, 'x')).toMatchObject({
        code: 'store-unavailable',
        message: 'The store x was closed.',
      });
    }
  });
});

describe('an error that crosses threads', () => {
  test('keeps its code and its message', () => {
    const failed = toThreadFailure(failure(13), '/a/history.db');
    expect(fromThreadFailure(failed)).toMatchObject({ code: 'store-full', message: failed.message });
  });

  test('with a code that is not known is an internal error', () => {
    expect(fromThreadFailure({ kind: 'failed', code: 'x', message: 'm' })).toMatchObject({ code: 'internal-error' });
  });
});
