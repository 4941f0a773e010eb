import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Authority, CertificateKind } from './certificate.ts';

const DAY_MS = 86_400_000;
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

const generateKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
type Keys = Awaited<ReturnType<typeof generateKeys>>;

/** Positive, as a serial number has to be, and never the same twice: clients keep what they have once seen. */
const serialNumber = (): string => `01${randomBytes(8).toString('hex')}`;

/** Certificates use real time, independent of the simulated clock, because clients check them with real time. */
const validity = (kind: CertificateKind) => {
  const nowMs = Date.now();
  return kind === 'expired'
    ? { notBefore: new Date(nowMs - 30 * DAY_MS), notAfter: new Date(nowMs - DAY_MS) }
    : { notBefore: new Date(nowMs - DAY_MS), notAfter: new Date(nowMs + 365 * DAY_MS) };
};

const namesOf = (kind: CertificateKind) =>
  new SubjectAlternativeNameExtension(
    kind === 'wrong-host'
      ? [{ type: 'dns', value: 'elsewhere.invalid' }]
      : [
          { type: 'ip', value: '127.0.0.1' },
          { type: 'ip', value: '::1' },
          { type: 'dns', value: 'localhost' },
        ],
  );

const issueCertificate = async (kind: CertificateKind, keys: Keys, signer: { issuer: string; keys: Keys }) => {
  const subject = kind === 'wrong-host' ? 'CN=elsewhere.invalid' : 'CN=localhost';
  const isOwn = kind === 'self-signed';
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject,
    issuer: isOwn ? subject : signer.issuer,
    ...validity(kind),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: isOwn ? keys.privateKey : signer.keys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      namesOf(kind),
    ],
  });
  return certificate.toString('pem');
};

const toKeyPem = async ({ privateKey }: Keys): Promise<string> => {
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${key.replaceAll(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`;
};

/** An authority that is forgotten with the process, and what it signs for loopback. Its own key is never written down. */
export const createAuthority = async (): Promise<Authority> => {
  const [ownKeys, leafKeys] = await Promise.all([generateKeys(), generateKeys()]);
  const name = `CN=Crossvault simulators ${randomBytes(4).toString('hex')}`;
  const own = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name,
    ...validity('valid'),
    signingAlgorithm: ALGORITHM,
    keys: ownKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const key = await toKeyPem(leafKeys);
  return Object.freeze({
    pem: `${own.toString('pem')}\n`,
    issue: async (kind: CertificateKind) => ({
      key,
      cert: await issueCertificate(kind, leafKeys, { issuer: own.subject, keys: ownKeys }),
    }),
  });
};
