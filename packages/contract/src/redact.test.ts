import { expect, test } from 'vitest';
import { Secret } from './connection-config.ts';
import { redact, redactAnswer } from './redact.ts';

test.each([
  'Authorization: Bearer s3cr3t-value',
  '{"access_token":"s3cr3t-value"}',
  'grant_type=password&username=a&password=s3cr3t-value',
  'https://blob.example/x?sv=1&sig=s3cr3t-value&se=2',
  "client_secret='s3cr3t-value'",
  'https://svc:s3cr3t-value@host/path',
  'Set-Cookie: session=s3cr3t-value; Path=/',
])('no secret is left in %s', (text) => {
  expect(redact(text)).not.toContain('s3cr3t-value');
});

test('a token that stands alone is known by its form', () => {
  expect(redact('got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln here')).toBe('got [redacted] here');
});

test('ordinary text stays as it is', () => {
  const text = 'The source https://vspc.example:1280 answered 503 for job 14 (Policy 1).';
  expect(redact(text)).toBe(text);
});

test('what stands in for a secret in an instruction stays', () => {
  const text = 'The credential must be { type: token, token: … }.';
  expect(redact(text)).toBe(text);
});

test('a code that says what went wrong stays, the code of a sign-in does not', () => {
  expect(redact('Error code: 2147942402')).toBe('Error code: 2147942402');
  expect(redact('https://app.example/back?code=s3cr3t&state=1')).not.toContain('s3cr3t');
});

test('a secret that was made anywhere in this process is known by its text', () => {
  new Secret('correct horse battery');
  expect(redact('The source said: wrong password, correct horse battery')).not.toContain('horse');
});

test('what a vendor answered is rid of secrets at any depth', () => {
  const answer = {
    id: 'a',
    rows: [{ adminPassword: 'x', url: 'https://s.example/?sig=s3cr3t', count: 3, none: null }],
  };
  expect(redactAnswer(answer)).toEqual({
    id: 'a',
    rows: [{ adminPassword: '[redacted]', url: 'https://s.example/?sig=[redacted]', count: 3, none: null }],
  });
});
