import { KeyObject, webcrypto } from 'node:crypto';

/** A certificate of an app registration: the owner's and the vendor's parts. */
export type AppCertificate = {
  /** The part that is uploaded to the vendor, in PEM. */
  readonly certificate: string;
  /** The private key, in PEM (PKCS 8). */
  readonly privateKey: string;
};

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };
const KEY_BITS = 2048;

/** Creates a key and a self-signed certificate. Its dependencies are loaded only here, not at the start of a simulator. */
export const createAppCertificate = async (validity: {
  readonly notBefore: string;
  readonly notAfter: string;
  /** @default 2048 */
  readonly keyBits?: number;
}): Promise<AppCertificate> => {
  const modulusLength = validity.keyBits ?? KEY_BITS;
  await import('reflect-metadata');
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const keys = await webcrypto.subtle.generateKey({ ...ALGORITHM, modulusLength }, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=crossvault',
    notBefore: new Date(validity.notBefore),
    notAfter: new Date(validity.notAfter),
    signingAlgorithm: ALGORITHM,
    keys,
  });
  const key = KeyObject.from(keys.privateKey);
  return {
    certificate: certificate.toString('pem'),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
