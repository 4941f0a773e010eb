import { Secret } from '@crossvault/contract';
import { expect, test } from 'vitest';
import { warnOfShortSecrets } from './short-secrets.ts';

test('a secret that is too short to be hidden is named, at any depth, without its text', () => {
  const long = { type: 'password', username: 'u', password: new Secret('s3cret!!') };
  expect(warnOfShortSecrets({ name: 'a', credential: long, others: [{ key: new Secret(' s3cret!\n') }] })).toEqual([
    'others[0].key is shorter than 8 characters. Where the source repeats it in an answer, Crossvault cannot tell it from a word, and shows it.',
  ]);
  expect(warnOfShortSecrets({ credential: long })).toEqual([]);
});
