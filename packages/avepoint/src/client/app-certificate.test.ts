import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@crossvault/core';
import { type AppCertificate, createAppCertificate } from '@crossvault/simulators';
import { failureOf } from '@crossvault/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAppCertificate } from './app-certificate.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const password = new Secret('0pen-sesame');

let folder: string;
let own: AppCertificate;
let other: AppCertificate;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossvault-'));
  own = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });
  other = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01' });
});
afterAll(() => rm(folder, { recursive: true }));

const encrypted = () =>
  createPrivateKey(own.privateKey)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: password.reveal() })
    .toString();

const read = async (text: string, opened?: Secret, nowMs = now) => {
  const path = join(folder, 'app.pem');
  await writeFile(path, text);
  const credential = { type: 'certificate', clientId: 'app', path, ...(opened && { password: opened }) } as const;
  return readAppCertificate(credential, 'm365', nowMs);
};

test('key and certificate are found in any order, beside other certificates', async () => {
  const first = await read(`${own.privateKey}${own.certificate}`);
  const last = await read(`Bag Attributes\n${other.certificate}\n${own.certificate}\n${own.privateKey}`);
  expect(last.thumbprint).toEqual(first.thumbprint);
  expect(first.thumbprint).toHaveLength(20);
});

test('the text of the file may come through a reference', async () => {
  const path = new Secret(`${own.privateKey}${own.certificate}`);
  const { thumbprint } = await readAppCertificate({ type: 'certificate', clientId: 'app', path }, 'm365', now);
  expect(thumbprint).toEqual((await read(`${own.privateKey}${own.certificate}`)).thumbprint);
});

test('an encrypted key is opened with its password', async () => {
  expect((await read(`${encrypted()}${own.certificate}`, password)).thumbprint).toHaveLength(20);
});

const elliptic = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

test.each<[string, () => string, Secret | undefined, RegExp]>([
  ['no PEM at all', () => '\u0000\u0001 pfx', undefined, /is no PEM.*openssl pkcs12/],
  ['no private key', () => own.certificate, undefined, /holds no private key/],
  ['no certificate', () => own.privateKey, undefined, /holds no certificate/],
  [
    'a spoilt certificate',
    () => own.privateKey + own.certificate.replace(/MII/, 'AAA'),
    undefined,
    /no certificate that/,
  ],
  ['a spoilt key', () => own.certificate + own.privateKey.replace(/MII/, 'AAA'), undefined, /key that cannot be read/],
  ['the key of another certificate', () => other.privateKey + own.certificate, undefined, /certificates of other keys/],
  ['a key of another kind', () => elliptic() + own.certificate, undefined, /certificates of other keys/],
  ['an encrypted key without a password', () => encrypted() + own.certificate, undefined, /credential\.password/],
  ['a wrong password', () => encrypted() + own.certificate, new Secret('0ther-word'), /password does not open/],
])('%s is refused with words', async (_name, text, opened, message) => {
  const error = await failureOf(read(text(), opened));
  expect(error).toMatchObject({ code: 'configuration-invalid', source: 'm365', parameter: 'credential.path' });
  expect(error.message).toContain(join(folder, 'app.pem'));
  expect(error.message).toMatch(message);
  expect(`${error.message}${String(error.cause)}`).not.toMatch(/0pen-sesame|0ther-word|BEGIN/);
});

test.each([
  ['2026-06-01T00:00:00Z', /expired on 2026-06-01T00:00:00.000Z.*app registration/],
  ['2025-12-31T23:59:59Z', /valid from 2026-01-01T00:00:00.000Z on: is the clock right/],
])('at %s the certificate is refused', async (at, message) => {
  const error = await failureOf(read(`${own.privateKey}${own.certificate}`, undefined, Date.parse(at)));
  expect(error).toMatchObject({ code: 'configuration-invalid', message: expect.stringMatching(message) });
});

test('a key that is too short to sign with is refused', async () => {
  const short = await createAppCertificate({ notBefore: '2026-01-01', notAfter: '2026-06-01', keyBits: 1024 });
  const error = await failureOf(read(short.privateKey + short.certificate));
  expect(error).toMatchObject({ code: 'configuration-invalid', message: expect.stringMatching(/2048 bits or more/) });
});

test('a file that is missing or no file is named, with its key', async () => {
  for (const [path, message] of [
    [join(folder, 'none.pem'), /none\.pem \(credential\.path\) does not exist/],
    [folder, /\(credential\.path\) cannot be read \(EISDIR\)/],
  ] as const) {
    const error = await failureOf(readAppCertificate({ type: 'certificate', clientId: 'app', path }, 'm365', now));
    expect(error).toMatchObject({ code: 'secret-missing', parameter: 'credential.path' });
    expect(error.message).toMatch(message);
  }
});
