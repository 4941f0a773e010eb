import { describe, expect, test } from 'vitest';
import { type ErrorEntry, errorCodes, errorTable } from './error-table.ts';

const entries: readonly (readonly [string, ErrorEntry])[] = Object.entries(errorTable);

test('lists every code once, in the order of the table', () => {
  expect(errorCodes).toEqual(Object.keys(errorTable));
  expect(new Set(errorCodes).size).toBe(errorCodes.length);
});

describe.each(entries)('%s', (code, { status, exitCode, fault, retryable, title }) => {
  test('has a code for scripts, a status of an error, and an exit code that is not success', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(exitCode).toBeGreaterThan(0);
    expect(exitCode).toBeLessThanOrEqual(130);
  });

  test('has a title for people, without a full stop', () => {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
  });

  test('is answered as what it is: a fault of the caller with 4xx, one of a source or of the store never', () => {
    if (fault === 'request') expect(status).toBeLessThan(500);
    if (fault === 'source' || fault === 'timeout') expect(status).toBeGreaterThanOrEqual(502);
    if (fault === 'timeout') expect(status).toBe(504);
  });

  test('makes no script try again what cannot succeed without a change', () => {
    if (fault === 'setup') expect(retryable).toBe(false);
  });
});
