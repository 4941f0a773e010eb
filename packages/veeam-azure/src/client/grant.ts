import { type GrantedToken, unreadableAnswer } from '@crossvault/client-kit';
import { CrossvaultError } from '@crossvault/core/errors';
import {
  isPlausible,
  parseInstant,
  toCount,
  tolerant,
  valueOrNull,
  type WireValue,
  wireFor,
} from '@crossvault/core/wire';
import { z } from 'zod';
import type { components } from '../generated/schema.ts';

const text = tolerant(z.string());
const tokenWire = wireFor<components['schemas']['Token']>()(
  z.object({
    access_token: text,
    refresh_token: text,
    expires_in: tolerant(z.union([z.string(), z.number()])),
    '.issued': text,
    '.expires': text,
    mfa_enabled: tolerant(z.boolean()),
    mfa_token: text,
  }),
);
type TokenWire = z.output<typeof tokenWire>;

/** User and time of the log-in. */
export interface GrantContext {
  readonly username: string;
  readonly source: string;
  readonly nowMs: number;
}

/** An account with a second factor gets 200 as well, with `mfa_enabled` and without `access_token`. */
export function readGrant(body: unknown, { username, source, nowMs }: GrantContext): GrantedToken {
  const answer = tokenWire.safeParse(body).data;
  const token = toText(answer?.access_token);
  if (answer !== undefined && token !== null) {
    const refreshToken = toText(answer.refresh_token);
    return { token, refreshToken, expiresInSeconds: readLifetime(answer, nowMs) };
  }
  if (answer?.mfa_enabled === true || toText(answer?.mfa_token) !== null) {
    throw new CrossvaultError({
      code: 'authentication-failed',
      message: `${username} has multi-factor authentication, and Crossvault cannot supply the second factor. Configure a user of the appliance for which it is turned off, or a credential of type token.`,
      source,
    });
  }
  throw unreadableAnswer(source, 'The token endpoint answered without an access token.');
}

/** Lifetime from `expires_in`, else the difference of the two instants, which both come from the appliance's clock. */
function readLifetime(answer: TokenWire, nowMs: number): number | null {
  const reported = toCount(answer.expires_in);
  if (reported !== null && reported > 0) return reported;
  const expires = toInstant(answer['.expires']);
  if (expires === null) return null;
  const issued = toInstant(answer['.issued']);
  const seconds = Math.floor((Date.parse(expires) - (issued === null ? nowMs : Date.parse(issued))) / 1000);
  return seconds > 0 ? seconds : null;
}

const toText = (value: WireValue<string>): string | null => valueOrNull(value) || null;

function toInstant(value: WireValue<string>): string | null {
  const read = parseInstant(valueOrNull(value) ?? '');
  return read.kind === 'instant' && isPlausible(read.instant) ? read.instant : null;
}
