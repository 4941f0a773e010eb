import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@crossvault/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfiguration } from '../index.ts';
import { warnOfShortSecrets } from './short-secrets.ts';

test('a secret that is too short to be hidden is named, at any depth, without its text', () => {
  const long = { type: 'password', username: 'u', password: new Secret('s3cret!!') };
  const config = { name: 'a', credential: long, others: [{ key: new Secret(' s3cret!\n') }] };
  expect(warnOfShortSecrets(config, ['connections', 2])).toEqual([
    {
      path: ['connections', 2, 'others', 0, 'key'],
      message: expect.stringContaining('is shorter than 8 characters'),
      code: 'configuration-invalid',
    },
  ]);
  expect(warnOfShortSecrets({ credential: long }, [])).toEqual([]);
});

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'short-secrets-'));
});
afterEach(() => rm(cwd, { recursive: true }));

test.each([
  ['${NOT_SET}', null],
  ['${EMPTY}', null],
  ['${file:./none}', null],
  ['prefix-${LONG}', null],
  ['${INVISIBLE}', null],
  ['${SHORT}', 'credential.token is shorter than 8 characters'],
  ['${LONG}', null],
])('a token %s: only a secret that was read is measured', async (reference, warning) => {
  const credential = `{ type: token, token: "${reference}" }`;
  const connection = `{ name: one, vendor: avepoint, region: us, credential: ${credential} }`;
  await writeFile(join(cwd, 'crossvault.yaml'), `connections: [${connection}]\nstore: { type: none }\n`);
  const environment = { EMPTY: '', SHORT: 's3cret', LONG: 's3cret-and-long', INVISIBLE: '\u200bs3cret' };
  const { connections } = await loadConfiguration({ cwd, environment });
  const expected = warning === null ? [] : [expect.stringContaining(warning)];
  expect(connections[0]?.warnings).toEqual(expected);
});
