import { CrossvaultError } from '@crossvault/core/errors';
import { joinSentences } from '@crossvault/core/wire';
import type { AvepointConfig } from '../config.ts';

/** Read jobs. */
export const jobScope = 'microsoft365backup.jobInfo.read.all';
/** Read the licence; the probe and the plans ask for it. */
export const subscriptionScope = 'microsoft365backup.subscriptionInfo.read.all';
/** Read how often services are backed up and how long that is kept; only the plans ask for it. */
export const settingsScope = 'microsoft365backup.settings.read.all';

/** A permission of an app registration, and what a token is for. */
export type Scope = typeof jobScope | typeof subscriptionScope | typeof settingsScope;

/** The requested token, for the message of a refusal. */
export interface TokenAsked {
  readonly scope: Scope;
  readonly credential: Exclude<AvepointConfig['credential'], { readonly type: 'token' }>;
  readonly tokenUrl: string;
}

/** A refusal of the token endpoint, with advice; other failures unchanged. */
export function toTokenError(error: unknown, asked: TokenAsked): CrossvaultError {
  const known = CrossvaultError.from(error);
  if (known.upstreamStatus !== 400 && known.upstreamStatus !== 401 && known.upstreamStatus !== 403) return known;
  const { code, advice } = explainRefusal(known.message, asked);
  return new CrossvaultError({ ...known, code, message: joinSentences(known.message, advice), cause: known });
}

function explainRefusal(
  said: string,
  { scope, credential, tokenUrl }: TokenAsked,
): { readonly code: 'authentication-failed' | 'permission-denied'; readonly advice: string } {
  if (/\binvalid_scope\b/.test(said)) {
    return {
      code: 'permission-denied',
      advice: `The app registration lacks the permission ${scope}: add it in AvePoint Online Services under Administration, App registrations.`,
    };
  }
  const proof =
    credential.type === 'client-secret'
      ? 'is credential.clientSecret the value of one of its secrets (not its id), and has that not expired (they are valid for one to three years)?'
      : 'is the certificate of credential.path uploaded there and not expired, and is this clock right?';
  return {
    code: 'authentication-failed',
    advice: `${tokenUrl} does not take the credential of the app ${credential.clientId}: is credential.clientId that of the app registration, is it one of this environment, and ${proof}`,
  };
}
