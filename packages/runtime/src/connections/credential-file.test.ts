import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@crossvault/core';
import { expect, onTestFinished, test } from 'vitest';
import { checkCredentialFile, resolveCredentialPath } from './credential-file.ts';

test.each([
  ['./app.pem', '/etc/crossvault/app.pem'],
  [' keys/app.pem ', '/etc/crossvault/keys/app.pem'],
  ['/run/secrets/app.pem', '/run/secrets/app.pem'],
])('the path %s is %s', (path, expected) => {
  const entry = { name: 'm365', credential: { type: 'certificate', clientId: 'app', path } };
  expect(resolveCredentialPath(entry, '/etc/crossvault')).toEqual({
    name: 'm365',
    credential: { type: 'certificate', clientId: 'app', path: expected },
  });
});

const text = new Secret('the text itself');
test.each([
  [{ credential: { path: text } }],
  [{ credential: { path: '' } }],
  [{ credential: { path: 7 } }],
  [{ credential: 'x' }],
  [{}],
  [null],
])('%j stays as it is', (entry) => {
  expect(resolveCredentialPath(entry, '/etc/crossvault')).toBe(entry);
});

test('the file of a credential is checked: it is there, holds PEM, and is not open to others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'credential-file-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'app.pem');
  const check = () => checkCredentialFile({ credential: { type: 'certificate', path } }, ['connections', 0]);
  const fault = (message: string) => [
    { path: ['connections', 0, 'credential', 'path'], message: expect.stringContaining(message) },
  ];
  expect((await check()).issues).toMatchObject(fault('does not exist'));
  await writeFile(path, 'no key');
  expect((await check()).issues).toMatchObject(fault('holds nothing in PEM form'));
  await writeFile(path, '-----BEGIN PRIVATE KEY-----\n');
  await chmod(path, 0o644);
  expect(await check()).toMatchObject({ issues: [], warnings: fault('can be read by other users') });
  await chmod(path, 0o600);
  expect(await check()).toEqual({ issues: [], warnings: [] });
});
