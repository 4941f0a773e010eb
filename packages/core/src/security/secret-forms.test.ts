import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { formsOfSecret, shortestSecret } from './secret-forms.ts';

const textsOf = (secret: string): readonly string[] => formsOfSecret(secret).map(({ text }) => text);

test('a text that is too short is no secret: it would be found in every other word', () => {
  expect(formsOfSecret('a'.repeat(shortestSecret - 1))).toEqual([]);
  expect(formsOfSecret(`  ${'a'.repeat(shortestSecret - 1)}  `)).toEqual([]);
  expect(formsOfSecret('a'.repeat(shortestSecret))).not.toEqual([]);
});

test('a secret is known as it is, in an address, in a form, in JSON and in hexadecimal of either case', () => {
  const secret = 'pass word/"1"';
  const forms = textsOf(secret);
  expect(forms).toContain(secret);
  expect(forms).toContain(encodeURIComponent(secret));
  expect(forms).toContain('pass+word/"1"');
  expect(forms).toContain('pass word/\\"1\\"');
  expect(forms).toContain(Buffer.from(secret).toString('hex'));
  expect(forms).toContain(Buffer.from(secret).toString('hex').toUpperCase());
});

property.prop([fc.string({ minLength: 8, maxLength: 40 }), fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 })])(
  'in base64 it is known wherever it stands in what was encoded',
  (secret, before, after) => {
    fc.pre(secret.trim().length >= 8 && secret.trim() === secret);
    const encoded = Buffer.from(before + secret + after).toString('base64');
    expect(formsOfSecret(secret).some(({ text, spreads }) => spreads && encoded.includes(text))).toBe(true);
  },
);

test('escapes within a secret are known decoded too', () => {
  expect(textsOf('abc%2Fdef%2Fghi')).toContain('abc/def/ghi');
});

describe('a key in PEM', () => {
  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj';
  const pem = (what: string) => `-----BEGIN ${what}-----\n${line}\nshort\n-----END ${what}-----`;

  test('is known by its lines, whatever stands between them', () => {
    expect(textsOf(pem('PRIVATE KEY'))).toContain(line);
    expect(textsOf(pem('PRIVATE KEY'))).not.toContain('short');
  });

  test('beside a certificate is the secret, and the certificate is none', () => {
    expect(formsOfSecret(pem('CERTIFICATE'))).toEqual([]);
    expect(textsOf(`${pem('CERTIFICATE')}\n${pem('RSA PRIVATE KEY')}`)).toContain(line);
  });
});

test('a very long secret is known by its beginning, and its length', () => {
  const [form] = formsOfSecret('k'.repeat(10_000));
  expect(form?.text.length).toBeLessThan(10_000);
  expect(form?.length).toBe(10_000);
});
