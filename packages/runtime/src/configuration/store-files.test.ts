import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfiguration } from '../index.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'store-files-'));
  await writeFile(join(cwd, 'authority.pem'), rootCertificates[0] ?? '');
  await writeFile(join(cwd, 'client.key'), 'a key');
  await writeFile(join(cwd, 'empty.pem'), '');
});
afterEach(() => rm(cwd, { recursive: true }));

const connection = 'connections:\n  - name: one\n    vendor: no-such-vendor\n';

/** Loads a configuration whose database address has this query, in which `@` stands for the test's folder. */
async function load(query: string, isReference: boolean) {
  const address = `postgres://db.example/crossvault?${query.replaceAll('@', cwd)}`;
  const written = isReference ? '${DATABASE_URL}' : address;
  await writeFile(join(cwd, 'crossvault.yaml'), `${connection}store: { type: postgres, url: "${written}" }\n`);
  return loadConfiguration({ cwd, environment: { DATABASE_URL: address } });
}

test.each([
  ['sslmode=require&sslrootcert=/nope', 'has an sslrootcert that names /nope, which does not exist'],
  ['sslmode=require&sslrootcert=@/empty.pem', 'empty.pem, which holds no certificate in PEM form'],
  ['sslmode=require&sslrootcert=@', 'which is a folder, not a file'],
  ['sslcert=@/authority.pem&sslkey=/nope', 'has an sslkey that names /nope, which does not exist'],
  ['sslcert=/nope', 'has an sslcert that names /nope, which does not exist'],
])('an address with %s is refused before anything connects', async (query, message) => {
  const error = { code: 'configuration-invalid', message: expect.stringContaining(message) };
  await expect(load(query, false)).rejects.toMatchObject(error);
  await expect(load(query, true)).rejects.toMatchObject(error);
});

test('an address whose files can be read is taken', async () => {
  const query = 'sslmode=require&sslrootcert=@/authority.pem&sslcert=@/authority.pem&sslkey=@/client.key';
  expect((await load(query, true)).store).toMatchObject({ type: 'postgres' });
});
