import { expect, test } from 'vitest';
import { z } from 'zod';
import { CrossvaultError, errorCodes, errorTable, problemSchema, toProblem } from '../index.ts';
import { parseSince, parseUserInstant } from '../internal.ts';

test.each(errorCodes)('%s has a status, an exit code and a title that fit together', (code) => {
  const { status, exitCode, fault, title } = errorTable[code];
  expect(status).toBeGreaterThanOrEqual(400);
  expect([1, 2, 4, 6, 7, 8, 130]).toContain(exitCode);
  expect(title).not.toBe('');
  if (fault === 'setup' && exitCode === 7) expect([409, 424, 500]).toContain(status);
  if (fault === 'source') expect(status).toBe(502);
  if (fault === 'timeout') expect(status).toBe(504);
});

test('only a fault of ours ends the command with 1: trouble with the store never does', () => {
  const ofExitCode = (wanted: number) => errorCodes.filter((code) => errorTable[code].exitCode === wanted);
  expect(ofExitCode(1)).toEqual(['internal-error']);
  expect(errorCodes.filter((code) => errorTable[code].fault === 'store' && errorTable[code].retryable)).toEqual(
    ofExitCode(6).filter((code) => errorTable[code].fault === 'store'),
  );
});

test('an error carries no secret in its message', () => {
  const error = new CrossvaultError({
    code: 'source-error',
    message: 'GET https://x.example/?sig=abc123def with Bearer abc.def',
  });
  expect(error.message).not.toMatch(/abc/);
  expect(JSON.stringify(toProblem(error))).not.toMatch(/abc/);
});

test('a problem has the form of RFC 9457 and names its source', () => {
  const error = new CrossvaultError({
    code: 'source-throttled',
    message: 'Slow down.',
    retryAfterSeconds: 7,
    upstreamStatus: 429,
  }).at('console');
  const problem = toProblem(error, 'r-1');
  expect(problemSchema.parse(problem)).toEqual(problem);
  expect(problem).toMatchObject({
    status: 502,
    code: 'source-throttled',
    source: 'console',
    retryAfterSeconds: 7,
    requestId: 'r-1',
    retryable: true,
  });
});

test('an unexpected error does not reveal its message', () => {
  const problem = toProblem(new TypeError('password is hunter2 at /home/x'));
  expect(problem).toMatchObject({ code: 'internal-error', status: 500 });
  expect(problem.detail).not.toMatch(/hunter2|home/);
});

test('an error keeps its first source, and is recognized across copies of this package', () => {
  const error = new CrossvaultError({ code: 'source-error', message: 'No.' }).at('a').at('b');
  expect(error.source).toBe('a');
  expect(CrossvaultError.isInstance(error)).toBe(true);
  expect(CrossvaultError.isInstance(new Error('No.'))).toBe(false);
});

test.each([
  ['90m', '2026-01-01T22:30:00.000Z'],
  ['24h', '2026-01-01T00:00:00.000Z'],
  ['7d', '2025-12-26T00:00:00.000Z'],
  ['2w', '2025-12-19T00:00:00.000Z'],
  ['2026-01-01T03:00:00+03:00', '2026-01-01T00:00:00.000Z'],
])('since %s is %s', (text, instant) => {
  expect(parseSince(text, Date.parse('2026-01-02T00:00:00Z'))).toBe(instant);
});

test.each(['', '24x', 'h', '0h', '-1h', '1y', 'yesterday', '2026-01-01', '2026-01-01T00:00:00', '999999w'])(
  'since "%s" is refused with the forms that are allowed',
  (text) => {
    expect(() => parseSince(text, Date.parse('2026-01-02T00:00:00Z'))).toThrow(
      expect.objectContaining({ code: 'invalid-parameter', parameter: 'since' }),
    );
  },
);

test.each(['2026-01-01', '2026-01-01T00:00:00', 'soon', '2026-02-30T00:00:00Z'])(
  'the date %s is refused: it has no zone, or does not exist',
  (text) => {
    expect(() => parseUserInstant(text, 'startedAfter')).toThrow(/RFC 3339 with a zone/);
  },
);

test("a schema's own message is not shown: the answer does not have the documented form", () => {
  const failure = z.object({ id: z.string() }).safeParse({ id: 7 }).error;
  const error = CrossvaultError.from(failure);
  expect(error.code).toBe('answer-unreadable');
  expect(error.message).not.toMatch(/Invalid input|expected/);
});

test.each([
  [{ message: 'x' }, 'x'],
  [{ errors: [{ message: 'x' }] }, 'The thrown value has no message.'],
  ['x', 'x'],
  [undefined, 'undefined'],
])('a thrown %j gets the message %j', (thrown, message) => {
  expect(CrossvaultError.from(thrown).message).toBe(message);
});
