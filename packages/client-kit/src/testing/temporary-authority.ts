import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const dayMs = 86_400_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const generateKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** Key and certificate of a server, in PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

export interface IssueOptions {
  /** @default localhost and 127.0.0.1 */
  readonly names?: readonly { readonly type: 'dns' | 'ip'; readonly value: string }[];
  /** Days until it expires; less than 0: it has expired. @default 365 */
  readonly days?: number;
  /** Signed by itself instead of by the authority. @default false */
  readonly selfSigned?: boolean;
}

/** A certificate authority for one test. */
export interface TemporaryAuthority {
  readonly pem: string;
  issue(options?: IssueOptions): Promise<ServerIdentity>;
}

const validity = (days: number) => {
  const nowMs = Date.now();
  return { notBefore: new Date(nowMs - 90 * dayMs), notAfter: new Date(nowMs + days * dayMs) };
};
const serialNumber = (): string => `01${randomBytes(8).toString('hex')}`;
const loopback = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
] as const;

export async function createTemporaryAuthority(name: string): Promise<TemporaryAuthority> {
  const [own, leaf] = await Promise.all([generateKeys(), generateKeys()]);
  const root = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=${name}`,
    ...validity(3650),
    signingAlgorithm: algorithm,
    keys: own,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const exported = await webcrypto.subtle.exportKey('pkcs8', leaf.privateKey);
  const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(exported).toString('base64')}\n-----END PRIVATE KEY-----\n`;
  return {
    pem: `${root.toString('pem')}\n`,
    async issue({ names = loopback, days = 365, selfSigned = false } = {}) {
      const subject = `CN=${names[0]?.value}`;
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serialNumber(),
        subject,
        issuer: selfSigned ? subject : root.subject,
        ...validity(days),
        signingAlgorithm: algorithm,
        publicKey: leaf.publicKey,
        signingKey: selfSigned ? leaf.privateKey : own.privateKey,
        extensions: [new SubjectAlternativeNameExtension([...names])],
      });
      return { key, cert: `${certificate.toString('pem')}\n` };
    },
  };
}
