import type { Clock } from '@crossvault/core';
import type { AppCertificate } from './app-certificate.ts';

/** As in the vendor's sample: an hour. */
const lifetimeSeconds = 3600;

/** Claims of an assertion other than its times. */
export interface Claims {
  readonly clientId: string;
  /** The token endpoint. */
  readonly audience: string;
  /** Unique for every assertion. */
  readonly id: string;
}

/**
 * Signs a `private_key_jwt` (RFC 7523). The header has all three that the library of the vendor's sample writes, since
 * the server may find the key by `kid` or by `x5t`.
 */
export async function signAssertion(
  { key, thumbprint }: AppCertificate,
  claims: Claims,
  nowMs: number,
): Promise<string> {
  const { SignJWT } = await import('jose');
  const nowSeconds = Math.floor(nowMs / 1000);
  return new SignJWT()
    .setProtectedHeader({
      alg: 'RS256',
      kid: thumbprint.toString('hex').toUpperCase(),
      x5t: thumbprint.toString('base64url'),
      typ: 'JWT',
    })
    .setIssuer(claims.clientId)
    .setSubject(claims.clientId)
    .setAudience(claims.audience)
    .setJti(claims.id)
    .setNotBefore(nowSeconds)
    .setExpirationTime(nowSeconds + lifetimeSeconds)
    .sign(key);
}

/** Creates UUIDs of version 7: ordered by time, then by a counter, then random. */
export function createAssertionIds(clock: Pick<Clock, 'now'>, random: () => number): () => string {
  let count = Math.floor(random() * 0x800);
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits);
  const chance = (digits: number): string => hex(Math.floor(random() * 16 ** digits), digits);
  return () => {
    count = (count + 1) % 0x1000;
    const time = hex(clock.now(), 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count, 3)}-8${chance(3)}-${chance(12)}`;
  };
}
