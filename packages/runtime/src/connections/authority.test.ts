import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAuthority } from './authority.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authority-'));
});
afterEach(() => rm(folder, { recursive: true }));

const path = ['connections', 0, 'tls', 'ca'];

test('no file is no fault', async () => {
  expect(await readAuthority(undefined, path, folder)).toEqual({ pem: null, issues: [] });
});

test('certificates are read from beside the configuration, all of them', async () => {
  const pem = rootCertificates.slice(0, 2).join('\n');
  await writeFile(join(folder, 'ca.pem'), pem);
  expect(await readAuthority('./ca.pem', path, folder)).toEqual({ pem, issues: [] });
});

test.each([
  ['none.pem', 'which does not exist'],
  ['key.pem', 'which holds no certificate in PEM form'],
  ['.', 'which is a folder, not a file'],
])('%s is refused, %s', async (file, reason) => {
  await writeFile(join(folder, 'key.pem'), '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n');
  const message = `names ${join(folder, file)}, ${reason}`.replace(/\/\.?,/, ',');
  expect(await readAuthority(file, path, folder)).toEqual({
    pem: null,
    issues: [{ path, message, code: 'configuration-invalid' }],
  });
});
