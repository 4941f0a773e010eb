import { CrossvaultError, type ErrorCode, Secret } from '@crossvault/core';
import { expect, test } from 'vitest';
import { jobScope, toTokenError } from './token-problem.ts';

const secretApp = { type: 'client-secret', clientId: 'app-1', clientSecret: new Secret('s3cret') } as const;
const certificateApp = { type: 'certificate', clientId: 'app-1', path: './app.pem' } as const;
const tokenUrl = 'https://identity.example/connect/token';

test.each<[string, number, typeof secretApp | typeof certificateApp, ErrorCode, RegExp]>([
  ['invalid_client', 400, secretApp, 'authentication-failed', /app app-1.*clientSecret the value.*not expired/],
  ['invalid_client', 401, certificateApp, 'authentication-failed', /certificate of credential\.path uploaded/],
  ['invalid_request', 400, secretApp, 'authentication-failed', /clientId/],
  ['invalid_scope', 400, secretApp, 'permission-denied', /permission microsoft365backup\.jobInfo\.read\.all: add it/],
  ['unauthorized_client', 403, secretApp, 'authentication-failed', /clientId/],
])('%s with %i says what to do', (said, upstreamStatus, credential, code, message) => {
  const refused = new CrossvaultError({ code: 'source-refused', message: `It said ${said}.`, upstreamStatus });
  const error = toTokenError(refused, { scope: jobScope, credential, tokenUrl });
  expect(error).toMatchObject({ code, upstreamStatus, message: expect.stringMatching(message) });
  expect(error.message).not.toContain('s3cret');
});

test('what is no refusal stays what it is', () => {
  const down = new CrossvaultError({ code: 'source-error', message: 'It is down.', upstreamStatus: 503 });
  expect(toTokenError(down, { scope: jobScope, credential: secretApp, tokenUrl })).toBe(down);
});
