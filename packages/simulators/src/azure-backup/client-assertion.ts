import { constants, verify, X509Certificate } from 'node:crypto';

type Claims = Readonly<Record<string, unknown>>;

const readPart = (part: string | undefined): Claims | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
};

/** Thumbprints by which an assertion may name its certificate: SHA-256, and SHA-1 in the older way. */
const namesCertificate = (header: Claims, certificate: X509Certificate): boolean => {
  const toName = (fingerprint: string): string =>
    Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
  return 'x5t#S256' in header
    ? header['x5t#S256'] === toName(certificate.fingerprint256)
    : header['x5t'] === toName(certificate.fingerprint);
};

const isSigned = (signed: string, signature: string, alg: unknown, certificate: X509Certificate): boolean => {
  const key = certificate.publicKey;
  const bytes = Buffer.from(signature, 'base64url');
  if (alg === 'RS256') return verify('RSA-SHA256', Buffer.from(signed), key, bytes);
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return alg === 'PS256' && verify('RSA-SHA256', Buffer.from(signed), pss, bytes);
};

/** Clients sign with the time of the machine, so this check does not use the simulated clock. */
const isCurrent = ({ nbf, exp }: Claims): boolean => {
  const now = Date.now() / 1000;
  return typeof exp === 'number' && exp > now && (typeof nbf !== 'number' || nbf <= now + 300);
};

/** Whether an application proves with its assertion that it holds the key of one of its certificates. */
export const provesCertificate = (
  assertion: string,
  expected: { readonly clientId: string; readonly audience: string; readonly certificates: readonly string[] },
): boolean => {
  const [head = '', body = '', signature = ''] = assertion.split('.');
  const header = readPart(head);
  const claims = readPart(body);
  if (header === null || claims === null || !isCurrent(claims)) return false;
  if (claims['iss'] !== expected.clientId || claims['sub'] !== expected.clientId) return false;
  if (!String(claims['aud']).endsWith(expected.audience)) return false;
  return expected.certificates
    .map((pem) => new X509Certificate(pem))
    .some(
      (certificate) =>
        namesCertificate(header, certificate) && isSigned(`${head}.${body}`, signature, header['alg'], certificate),
    );
};
