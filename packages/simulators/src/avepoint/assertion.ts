import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { isRecord } from '../control/read-job-input.ts';

/** Accepted clock difference, as in servers of this kind. */
const SKEW_SECONDS = 300;

export type AssertionCheck = {
  /** The client id that the assertion proves; null: it is invalid. An assertion is accepted once. */
  check(assertion: string): string | null;
};

const decode = (part: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

/** The key is the one that `kid` or `x5t` names: the same thumbprint in hex and in base64url. */
const isNamed = (certificate: X509Certificate, { kid, x5t }: Record<string, unknown>): boolean => {
  const thumbprint = Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex');
  const names = [
    ...(typeof kid === 'string' ? [kid.toLowerCase() === thumbprint.toString('hex')] : []),
    ...(typeof x5t === 'string' ? [x5t === thumbprint.toString('base64url')] : []),
  ];
  return names.length > 0 && names.every(Boolean);
};

const isInTime = ({ exp, nbf }: Record<string, unknown>, nowSeconds: number): boolean =>
  typeof exp === 'number' &&
  exp > nowSeconds - SKEW_SECONDS &&
  (nbf === undefined || (typeof nbf === 'number' && nbf < nowSeconds + SKEW_SECONDS));

/** Checks signed assertions of one app registration (RFC 7523): signature, names, audience, times, and uniqueness. */
export const createAssertionCheck = (options: {
  readonly certificates: readonly string[];
  readonly clientId: string;
  readonly nowMs: () => number;
  audience(): string;
}): AssertionCheck => {
  const certificates = options.certificates.map((pem) => new X509Certificate(pem));
  const used = new Set<string>();

  const isSigned = (assertion: string, header: Record<string, unknown>): boolean => {
    const certificate = certificates.find((known) => isNamed(known, header));
    if (certificate === undefined || header.alg !== 'RS256') return false;
    if (Date.parse(certificate.validTo) <= options.nowMs()) return false;
    const [signed = '', signature = ''] = [
      assertion.slice(0, assertion.lastIndexOf('.')),
      assertion.slice(assertion.lastIndexOf('.') + 1),
    ];
    const key = createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' }));
    return verify('RSA-SHA256', Buffer.from(signed), key, Buffer.from(signature, 'base64url'));
  };

  return Object.freeze({
    check: (assertion: string): string | null => {
      const [first = '', second = '', ...rest] = assertion.split('.');
      const [header, claims] = [decode(first), decode(second)];
      if (header === null || claims === null || rest.length !== 1 || !isSigned(assertion, header)) return null;
      const { iss, sub, aud, jti } = claims;
      if (iss !== options.clientId || sub !== iss || aud !== options.audience()) return null;
      if (!isInTime(claims, Math.floor(options.nowMs() / 1000))) return null;
      if (typeof jti !== 'string' || jti === '' || used.has(jti)) return null;
      used.add(jti);
      return options.clientId;
    },
  });
};
