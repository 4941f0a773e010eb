import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ErrorCode } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { Secret } from '@crossvault/core/ports';
import type { AvepointConfig } from '../config.ts';
import { readPemBlocks } from './pem-blocks.ts';

export type CertificateCredential = Extract<AvepointConfig['credential'], { readonly type: 'certificate' }>;

/** The private key of an app registration, and its registered certificate. */
export interface AppCertificate {
  readonly key: KeyObject;
  /** SHA-1 of the certificate: how the vendor's sample names the key. */
  readonly thumbprint: Buffer;
}

/** Minimum key size for RS256, in bits. */
const shortestKeyBits = 2048;

/**
 * Reads the PEM file and reports its faults, since the vendor would only answer that the client is invalid.
 * Of several certificates it takes the one that belongs to the key.
 */
export async function readAppCertificate(
  credential: CertificateCredential,
  connection: string,
  nowMs: number,
): Promise<AppCertificate> {
  const location =
    credential.path instanceof Secret ? 'the PEM text behind credential.path' : `${credential.path} (credential.path)`;
  const refuse = (what: string, code: ErrorCode = 'configuration-invalid'): CrossvaultError =>
    new CrossvaultError({
      code,
      message: `${location[0]?.toUpperCase()}${location.slice(1)} ${what}.`,
      source: connection,
      parameter: 'credential.path',
    });

  const text = await readPem(credential.path, (what) => refuse(what, 'secret-missing'));
  const blocks = readPemBlocks(text);
  const keyBlock = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  const certificates = blocks.flatMap(({ pem, label }) => (label === 'CERTIFICATE' ? parseCertificate(pem) : []));
  if (blocks.length === 0) {
    throw refuse('is no PEM: make one of a .pfx with `openssl pkcs12 -in app.pfx -out app.pem -nodes`');
  }
  if (keyBlock === undefined) throw refuse('holds no private key');
  if (certificates.length === 0) throw refuse('holds no certificate that can be read');

  const key = openKey(keyBlock.pem, credential.password, refuse);
  const certificate = certificates.find((each) => each.checkPrivateKey(key));
  if (certificate === undefined) throw refuse('holds a private key and certificates of other keys');
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < shortestKeyBits) {
    throw refuse(`holds a key that cannot sign RS256: it has to be an RSA key of ${shortestKeyBits} bits or more`);
  }
  checkValidity(certificate, nowMs, refuse);
  return { key, thumbprint: Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex') };
}

async function readPem(path: string | Secret, refuse: (what: string) => CrossvaultError): Promise<string> {
  if (path instanceof Secret) return path.reveal();
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw refuse(code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`);
  }
}

function parseCertificate(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)];
  } catch {
    return [];
  }
}

/** The message omits OpenSSL's reason, which is less precise. */
function openKey(pem: string, password: Secret | undefined, refuse: (what: string) => CrossvaultError): KeyObject {
  const isEncrypted = /ENCRYPTED/.test(pem);
  if (isEncrypted && password === undefined) {
    throw refuse('holds an encrypted private key: name its password in credential.password');
  }
  try {
    return createPrivateKey(password === undefined ? pem : { key: pem, passphrase: password.reveal() });
  } catch {
    throw refuse(
      isEncrypted
        ? 'holds a private key that credential.password does not open'
        : 'holds a private key that cannot be read',
    );
  }
}

function checkValidity(
  { validFromDate, validToDate }: X509Certificate,
  nowMs: number,
  refuse: (what: string) => CrossvaultError,
): void {
  if (nowMs >= validToDate.getTime()) {
    throw refuse(
      `holds a certificate that expired on ${validToDate.toISOString()}: make a new one and add it to the app registration`,
    );
  }
  if (nowMs < validFromDate.getTime()) {
    throw refuse(`holds a certificate that is valid from ${validFromDate.toISOString()} on: is the clock right?`);
  }
}
