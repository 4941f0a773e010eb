import {
  createFixedToken,
  createTokenSource,
  createVendorClient,
  type Manners,
  type TokenSource,
  toLogInError,
  unreadableAnswer,
} from '@crossvault/client-kit';
import type { ConnectorContext } from '@crossvault/contract';
import { z } from 'zod';
import type { VeeamSpcConfig } from '../config.ts';
import type { paths } from '../generated/schema.ts';
import { readProblem, readWait } from './problem.ts';

/** `expires_in` is on no page of v2 but 3.0's; clients get by without it. */
const tokenWire = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish().catch(null),
});

/**
 * The token given in the configuration, or one for its user. An expired one is replaced by a new login and not with the
 * refresh token: the console may have dropped that when the same user logged in elsewhere (REST v2, authentication).
 */
export function createVeeamSpcTokens(
  config: VeeamSpcConfig,
  context: ConnectorContext,
  manners?: Manners,
): TokenSource {
  const { credential } = config;
  if (credential.type === 'token') return createFixedToken(credential.token);
  const client = createVendorClient<paths>({
    baseUrl: config.baseUrl,
    context,
    ...(manners === undefined ? {} : { manners }),
    readProblem,
    readWait,
  });
  return createTokenSource({
    clock: context.clock,
    async request(call) {
      const { body } = await client
        .read(call, (api, signal) =>
          api.POST('/token', {
            signal,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: {
              grant_type: 'password',
              username: credential.username,
              password: credential.password.reveal(),
            },
            bodySerializer: (form) => new URLSearchParams({ ...form }),
          }),
        )
        .catch((error: unknown) => {
          // v3 answers 400 to a wrong password; v2's answer is not documented.
          throw toLogInError(
            error,
            (said) =>
              `The console refused the login. ${said} The user name needs its domain, as in vac\\administrator.`,
          );
        });
      const granted = tokenWire.safeParse(body);
      if (granted.success)
        return { token: granted.data.access_token, expiresInSeconds: granted.data.expires_in ?? null };
      const message = `${config.baseUrl}/token answered without an access token. Is this the console's REST address?`;
      throw unreadableAnswer(context.connection, message);
    },
  });
}
