import { Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
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
