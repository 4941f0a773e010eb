import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { redact } from '../security/redact.ts';
import {
  baseUrl,
  certificateFile,
  connectionFields,
  plainText,
  Secret,
  secretReference,
  tokenCredential,
} from './connection-config.ts';

const schema = z.strictObject(connectionFields);
const read = (fields: object) => schema.parse({ name: 'prod', vendor: 'made-up', ...fields });
const messageOf = (result: { readonly error?: z.ZodError | undefined }): string =>
  result.error?.issues[0]?.message ?? '';

describe('a secret', () => {
  test('is printed by no means, and given to the request alone', () => {
    const secret = new Secret('correct-horse-battery');
    expect([String(secret), JSON.stringify({ secret }), inspect(secret), `${secret}`].join()).not.toContain('horse');
    expect(secret.reveal()).toBe('correct-horse-battery');
  });

  test('of another loaded copy of this package is one too', async () => {
    vi.resetModules();
    const other = await import('./connection-config.ts');
    expect(other.Secret).not.toBe(Secret);
    const secret = new other.Secret('of another copy');
    expect(secretReference.parse(secret).reveal()).toBe('of another copy');
    expect([{}, null, 'text'].filter((value) => value instanceof Secret)).toEqual([]);
  });

  test('is redacted from what is printed, until it turns out to be none', () => {
    const secret = new Secret('tenant-0123456789');
    expect(redact('For tenant-0123456789.')).toBe('For [redacted].');
    expect(secret.publish()).toBe('tenant-0123456789');
    expect(redact('For tenant-0123456789.')).toBe('For tenant-0123456789.');
  });

  test('is a reference: its text is refused, and not repeated', () => {
    expect(secretReference.safeParse(new Secret('correct-horse-battery')).success).toBe(true);
    const refused = secretReference.safeParse('correct-horse-battery');
    expect(messageOf(refused)).toContain('must be a reference to a secret');
    expect(messageOf(refused)).not.toContain('horse');
  });
});

describe('a token', () => {
  test.each(['abc.def-123', 'abc\n'])('%j is one line', (text) => {
    expect(tokenCredential.safeParse({ type: 'token', token: new Secret(text) }).success).toBe(true);
  });

  test.each(['', 'two words', 'two\nlines', 'schlüssel'])('%j cannot be the value of a header', (text) => {
    const result = tokenCredential.safeParse({ type: 'token', token: new Secret(text) });
    expect(messageOf(result)).toBe('must refer to one line of visible characters without spaces');
  });
});

describe('an address', () => {
  test.each([
    ['https://host:1280/', 'https://host:1280'],
    ['http://host/api///', 'http://host/api'],
    ['https://host', 'https://host'],
  ])('%s is kept as %s', (text, kept) => {
    expect(baseUrl.parse(text)).toBe(kept);
  });

  test.each(['host:1280', 'ftp://host', 'https://user:word@host', 'https://host?a=1', 'https://host#a', ''])(
    '%j is refused',
    (text) => {
      expect(baseUrl.safeParse(text).success).toBe(false);
    },
  );

  test('may be given by a reference, and is shown then', () => {
    expect(baseUrl.parse(new Secret('https://host:1280'))).toBe('https://host:1280');
    expect(plainText.parse(new Secret(' tenant '))).toBe('tenant');
    expect(plainText.safeParse('  ').success).toBe(false);
  });
});

test('a certificate is a path, or the text of one: a secret that is none is never taken for a path', () => {
  expect(certificateFile.safeParse('ca.pem').success).toBe(true);
  expect(certificateFile.safeParse(new Secret('-----BEGIN CERTIFICATE-----\nMIIB')).success).toBe(true);
  expect(certificateFile.safeParse(new Secret('not a certificate')).success).toBe(false);
  expect(certificateFile.safeParse(' ').success).toBe(false);
});

describe('the keys of every connection', () => {
  test('have defaults that read and change nothing', () => {
    expect(read({})).toEqual({
      name: 'prod',
      vendor: 'made-up',
      deadlineSeconds: 30,
      concurrency: 4,
      historyDays: 90,
      allow: [],
      tags: [],
    });
  });

  test('count in their units, and take spans', () => {
    expect(read({ deadlineSeconds: '2m', historyDays: '12w', retentionDays: '1' })).toMatchObject({
      deadlineSeconds: 120,
      historyDays: 84,
      retentionDays: 1,
    });
  });

  test.each<[object, string]>([
    [{ deadlineSeconds: 'soon' }, 'must be a number of seconds, or a span such as 30s or 5m'],
    [{ historyDays: '90x' }, 'must be a whole number of days, or a span of whole days such as 90d or 12w'],
    [{ name: 'über' }, 'must be 1 to 63 letters, digits, dots, dashes or underscores'],
    [{ name: '-a' }, 'must be 1 to 63 letters, digits, dots, dashes or underscores'],
    [
      { proxy: 'user:word@host' },
      'must be an http or https address without credentials, a reference to one that has them, or none',
    ],
  ])('%j is refused in words that help', (fields, message) => {
    expect(messageOf(schema.safeParse({ name: 'prod', vendor: 'made-up', ...fields }))).toBe(message);
  });

  test.each<object>([
    { deadlineSeconds: 0 },
    { deadlineSeconds: 601 },
    { concurrency: 0 },
    { concurrency: 65 },
    { historyDays: '36h' },
    { retentionDays: 0 },
    { allow: ['read'] },
    { color: 'red' },
  ])('%j is out of bounds', (fields) => {
    expect(schema.safeParse({ name: 'prod', vendor: 'made-up', ...fields }).success).toBe(false);
  });
});
