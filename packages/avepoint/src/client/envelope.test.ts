import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnvelope, readEnvelopeStatus } from './envelope.ts';

test.each<[string, unknown, object | null]>([
  ['a good answer', { statusCode: 200, message: '', errors: null }, { status: 200, hasErrors: false, problem: null }],
  ['an empty error object', { errors: { code: null, field: null, message: '' } }, { status: null, hasErrors: false }],
  ['no errors', { errors: [] }, { hasErrors: false }],
  [
    'one error as an object',
    { errors: { code: 'E1', field: 'f', message: 'm' } },
    { hasErrors: true, problem: 'E1: m (f)' },
  ],
  ['errors as an array', { errors: [{ code: 'E1' }, { message: 'm' }] }, { hasErrors: true, problem: 'E1. m.' }],
  ['an error that is a text', { errors: ['bad'] }, { hasErrors: true, problem: 'bad' }],
  ['an error that says nothing', { errors: [{}] }, { hasErrors: true, problem: null }],
  ['a status as text', { statusCode: '401', message: 'no' }, { status: 401, problem: 'no' }],
  ['a status that is none', { statusCode: 'OK' }, { status: null }],
  ['the id of the request', { message: 'no', requestId: 'R:1' }, { problem: 'no. Request R:1.', requestId: 'R:1' }],
  ['no object', [1], null],
  ['a text', '<html>', null],
])('%s is read', (_name, body, expected) => {
  const envelope = readEnvelope(body);
  if (expected === null) expect(envelope).toBeNull();
  else expect(envelope).toMatchObject(expected);
});

test('any body is read without an exception', () => {
  const wild = fc.record({ statusCode: fc.anything(), message: fc.anything(), errors: fc.anything() });
  fc.assert(fc.property(fc.oneof(fc.anything(), wild), (body) => void readEnvelope(body)));
});

test.each([
  [200, { statusCode: 401 }, 401],
  [200, { statusCode: 200 }, 200],
  [200, { statusCode: 700 }, 200],
  [200, {}, 200],
  [403, { statusCode: 200 }, 403],
])('status %i with the body %j counts as %i', (status, body, expected) => {
  expect(readEnvelopeStatus(Response.json(body, { status }), body)).toBe(expected);
});

test.each(['Bearer abcdefghijkl', 'x'.repeat(1000), 'an id\r\nof two lines'])(
  'a malformed request id (%s) is not reported',
  (requestId) => {
    expect(readEnvelope({ message: 'no', requestId })).toMatchObject({ problem: 'no', requestId: null });
  },
);
