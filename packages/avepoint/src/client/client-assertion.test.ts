import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { createAssertionIds, signAssertion } from './client-assertion.ts';

const now = Date.parse('2026-03-02T12:00:00.900Z');

test('an assertion says who, to whom, when and by which certificate, as the vendor documents it', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const thumbprint = Buffer.from('00ff10ab', 'hex');
  const claims = { clientId: 'app', audience: 'https://identity.example/connect/token', id: 'one' };
  const assertion = await signAssertion({ key, thumbprint }, claims, now);
  const { payload, protectedHeader } = await jwtVerify(assertion, createPublicKey(key), { currentDate: new Date(now) });
  expect(protectedHeader).toEqual({ alg: 'RS256', kid: '00FF10AB', x5t: 'AP8Qqw', typ: 'JWT' });
  expect(payload).toEqual({
    iss: 'app',
    sub: 'app',
    aud: 'https://identity.example/connect/token',
    jti: 'one',
    nbf: Date.parse('2026-03-02T12:00:00Z') / 1000,
    exp: Date.parse('2026-03-02T13:00:00Z') / 1000,
  });
});

test('ids are UUIDs that never come twice, though the clock stands still and chance does not help', () => {
  const toId = createAssertionIds({ now: () => now }, () => 0);
  const ids = Array.from({ length: 4096 }, toId);
  expect(new Set(ids).size).toBe(4096);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
});
