import { Secret } from '@crossvault/contract';
import { expect, test } from 'vitest';
import { placeCredentialFile } from './credential-file.ts';

test.each([
  ['./app.pem', '/etc/crossvault/app.pem'],
  [' keys/app.pem ', '/etc/crossvault/keys/app.pem'],
  ['/run/secrets/app.pem', '/run/secrets/app.pem'],
])('the path %s is %s', (path, expected) => {
  const entry = { name: 'm365', credential: { type: 'certificate', clientId: 'app', path } };
  expect(placeCredentialFile(entry, '/etc/crossvault')).toEqual({
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
  expect(placeCredentialFile(entry, '/etc/crossvault')).toBe(entry);
});
