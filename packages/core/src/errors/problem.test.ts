import { expect, test } from 'vitest';
import { z } from 'zod';
import { holdToken } from '../security/known-secrets.ts';
import { CrossvaultError } from './error.ts';
import { problemSchema, toProblem } from './problem.ts';

test('an error of ours is shown with its words, its row of the table, and what it knows of the vendor', () => {
  const error = new CrossvaultError({
    code: 'source-throttled',
    message: 'Wait for a minute.',
    source: 'prod',
    upstreamStatus: 429,
    upstreamRequestId: 'abc-1',
    retryAfterSeconds: 60,
  });
  expect(toProblem(error, 'r-1')).toEqual({
    type: 'urn:crossvault:error:source-throttled',
    title: 'The source is throttling requests',
    status: 502,
    detail: 'Wait for a minute.',
    code: 'source-throttled',
    retryable: true,
    source: 'prod',
    upstreamStatus: 429,
    upstreamRequestId: 'abc-1',
    retryAfterSeconds: 60,
    requestId: 'r-1',
  });
});

test('what is not known is absent, and not null', () => {
  const problem = toProblem(new CrossvaultError({ code: 'invalid-parameter', message: 'No.', parameter: 'limit' }));
  expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'code', 'retryable', 'parameter']);
});

test.each([new Error('at /srv/app: password=hunter2'), 'a text', undefined, { message: 'stack' }])(
  'any other thrown value (%s) is an internal error whose words are kept to the log',
  (thrown) => {
    const problem = toProblem(thrown);
    expect(problem).toMatchObject({ code: 'internal-error', status: 500, retryable: false });
    expect(problem.detail).toBe('An unexpected error occurred. The log has the details under this request id.');
  },
);

test('an answer of a vendor in a form of its own is no fault of ours', () => {
  const { error } = z.string().safeParse(7);
  expect(toProblem(CrossvaultError.from(error))).toMatchObject({ code: 'answer-unreadable', status: 502 });
});

test('no secret is in the words of a problem', () => {
  const forget = holdToken('correct-horse-battery', 'prod');
  const error = new CrossvaultError({
    code: 'source-error',
    message: 'Refused: correct-horse-battery.',
    source: 'prod',
  });
  expect(toProblem(error).detail).not.toContain('correct-horse');
  forget();
});

test('every problem has the form of the document', () => {
  const error = new CrossvaultError({ code: 'job-not-found', message: 'No such job.' });
  expect(problemSchema.parse(toProblem(error))).toEqual(toProblem(error));
});
