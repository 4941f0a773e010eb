import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { findTokens, hidePatterns } from './secret-patterns.ts';

const hide = (text: string): string => hidePatterns(text, '[redacted]');
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl';

test.each([
  ['Authorization: Bearer abcd1234', 'Authorization: [redacted]'],
  ['sent "Basic dXNlcjpwYXNz"', 'sent "Basic [redacted]"'],
  ['x-api-key=abc def', 'x-api-key=[redacted]'],
  ['password=hunter2&user=ann', 'password=[redacted]&user=ann'],
  ['{"client_secret":"s3cr3t","a":1}', '{"client_secret":"[redacted]","a":1}'],
  ['{\\"accessToken\\": \\"abc\\"}', '{\\"accessToken\\": \\"[redacted]"}'],
  ['https://ann:pa55@host/jobs', 'https://[redacted]@host/jobs'],
  ['https://host/blob?sv=1&sig=abc%2F&se=2', 'https://host/blob?sv=1&sig=[redacted]&se=2'],
  ['https://host/cb?code=0.AX&state=1', 'https://host/cb?code=[redacted]&state=1'],
  ['key cv_0123456789abcdefABCD was used', 'key [redacted] was used'],
  [`token is ${jwt}.`, 'token is [redacted].'],
])('%s is shown as %s', (text, shown) => {
  expect(hide(text)).toBe(shown);
});

test.each([
  'The job ended with code=1001.',
  'https://host:443/jobs?page=2',
  'A token was refused.',
  'eyJ is no token',
  'keyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0',
  'cv_short',
  'basic',
])('%j holds no secret', (text) => {
  expect(hide(text)).toBe(text);
});

describe('a token by itself', () => {
  test.each(['', '.', ' ', '"', ')'])('ends before %j', (behind) => {
    const [range] = findTokens(`a ${jwt}${behind}`).ranges;
    expect(range).toEqual({ start: 2, end: 2 + jwt.length });
  });

  property.prop([fc.string({ unit: fc.constantFrom('eyJ', '.', 'a', '-', ' '), maxLength: 300 })])(
    'is looked for in one walk, whatever the text is made of',
    (text) => {
      expect(findTokens(text).steps).toBeLessThanOrEqual(text.length);
    },
  );
});

property.prop([fc.string()])('hiding twice hides nothing more', (text) => {
  expect(hide(hide(text))).toBe(hide(text));
});
