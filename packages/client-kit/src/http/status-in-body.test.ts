import { expect, test } from 'vitest';
import { readStatusInBody } from './failure.ts';

const saidBy = (body: unknown, status = 200): number => readStatusInBody(Response.json(body, { status }), body);

test.each([
  ['an error and nothing else', { error: { code: 'InternalServerError', message: 'Try again.' } }, 500],
  ['an error that says its status', { error: { status: 503, message: 'Try again.' } }, 503],
  ['a problem', { type: 'about:blank', title: 'Bad Gateway', status: 502, detail: 'Try again.' }, 502],
])('%s is a failure, whatever its answer claims', (_name, body, status) => {
  expect(saidBy(body)).toBe(status);
});

test.each([
  ['a page', { value: [], error: { code: 'Unused' } }],
  ['a job with its error', { error: 'UserErrorGuestAgentStatusUnavailable' }],
  ['a job with a status of its own', { id: 'a', title: 'A', status: 500 }],
  ['rows alone', [{ error: { code: 'a' } }]],
  ['nothing', undefined],
])('%s is a success', (_name, body) => {
  expect(readStatusInBody(new Response(null, { status: 200 }), body)).toBe(200);
});

test('a status of failure stays what it is', () => {
  expect(saidBy({ error: { status: 500 } }, 404)).toBe(404);
});
