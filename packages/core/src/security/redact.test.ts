import { expect, test } from 'vitest';
import { Secret } from '../ports/connection-config.ts';
import { holdToken } from './known-secrets.ts';
import { redact, redactAnswer, redactForLog } from './redact.ts';
import { findTokens } from './secret-patterns.ts';

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

test.each([
  'GET /v1/jobs/cv_9aKq0zT3mYw8uVb1LrXc5Qe7Hd2Fj4Np6Rs is refused',
  'cv_9aKq0zT3mYw8uVb1LrXc5Qe7Hd2Fj4Np6Rs',
  'https://host/?key=cv_9aKq0zT3mYw8uVb1LrXc5Qe7Hd2Fj4Np6Rs&x=1',
])('a key of our own API is known by its form: %s', (text) => {
  expect(redact(text)).not.toContain('9aKq0zT3');
});

test.each([
  '"{\\"password\\":\\"s3cr3t-value\\"}"',
  'authorization=Bearer%20s3cr3t-value',
  'postgres://svc:s3cr3t-value@host/db',
  'AccountKey=s3cr3t-value;EndpointSuffix=core',
])('no secret is left in %s either', (text) => {
  expect(redact(text)).not.toContain('s3cr3t-value');
});

test('a long text is cut, with a mark that says so, and not cut again', () => {
  const safe = redact('x'.repeat(100_000));
  expect(safe).toBe(`${'x'.repeat(32_768)}… [cut: the first 32768 of 100000 characters]`);
  expect(redact(safe)).toBe(safe);
});

test('no secret is left in front of a cut that goes through it', () => {
  const password = 'a-password-that-stands-on-the-edge';
  new Secret(password);
  for (let before = 32_768 - password.length; before <= 32_768; before += 1) {
    expect(redact(`${'x'.repeat(before)}${password}${'y'.repeat(5000)}`)).not.toContain('a-passw');
  }
});

test('the name of a field is redacted like what stands under it', () => {
  new Secret('a-password-as-a-name');
  expect(redactAnswer({ 'a-password-as-a-name': 1 })).toEqual({ '[redacted]': 1 });
});

test.each(['eyJaaaaaaaa-', 'eyJ', 'eyJaaaaaaaa.', '-eyJaaaaaaaa.a', 'eyJaaaaaaaa.eyJaaaaaaaa.'])(
  'a text that begins a token over and over (%s) is walked through once',
  (part) => {
    for (const size of [10_000, 100_000, 1_000_000]) {
      const text = part.repeat(size / part.length);
      expect(findTokens(text).steps).toBeLessThanOrEqual(text.length);
    }
  },
);

test('an answer without a secret is itself, and only what holds one is copied', () => {
  const clean = { id: 'job-1', lines: ['a', { b: null, c: 1 }] };
  expect(redactAnswer(clean)).toBe(clean);
  const answer = { clean, token: 'abc', lines: ['ok', 'password=s3cr3t-value', 'end'], end: true };
  const given = structuredClone(answer);
  const safe = redactAnswer(answer);
  expect(safe).toEqual({ clean, token: '[redacted]', lines: ['ok', 'password=[redacted]', 'end'], end: true });
  expect(Reflect.get(Object(safe), 'clean')).toBe(clean);
  expect(answer).toEqual(given);
});

test('a member named __proto__ is a member like any other', () => {
  const safe = redactAnswer(JSON.parse('{"__proto__":{"a":1},"password":"s3cr3t-value"}'));
  expect(JSON.stringify(safe)).toBe('{"__proto__":{"a":1},"password":"[redacted]"}');
});

test('a short text that was clean is searched again once another secret is known, for every connection it may come from', () => {
  const text = 'a-text-that-will-be-secret';
  const read = () => [redact(text), redact(text, 'one'), redactForLog(text)];
  expect(read()).toEqual([text, text, text]);
  const drop = holdToken(text, 'one');
  expect(read()).toEqual([text, '[redacted]', '[redacted]']);
  const secret = new Secret(text);
  expect([read(), redact(text, 'two')]).toEqual([['[redacted]', '[redacted]', '[redacted]'], '[redacted]']);
  expect(secret.reveal()).toBe(text);
  drop();
});

test('however many texts and connections were searched, a secret is found', () => {
  const secret = new Secret('s3cr3t-value-of-many');
  for (let index = 0; index < 5000; index += 1) redact(`text ${index}`, `connection ${index % 300}`);
  expect(redact(`x ${secret.reveal()}`, 'connection 1')).toBe('x [redacted]');
});
