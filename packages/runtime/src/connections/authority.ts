import { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import type { Issue, KeyPath } from '../configuration/issue.ts';
import { readTextFile } from '../configuration/text-file.ts';

export interface Authority {
  /** Null when no file is named, or when it cannot be used. */
  readonly pem: string | null;
  readonly issues: readonly Issue[];
}

/** Reads the certificates that `tls.ca` names. TLS ignores a file without certificates, and the error would occur much later. */
export async function readAuthority(ca: string | undefined, path: KeyPath, folder: string): Promise<Authority> {
  if (ca === undefined) return { pem: null, issues: [] };
  const file = resolve(folder, ca);
  const refuse = (message: string): Authority => ({
    pem: null,
    issues: [{ path, message, code: 'configuration-invalid' }],
  });
  const read = readTextFile(file);
  if (!read.ok) return refuse(`names ${file}, which ${read.reason}`);
  const pem = read.text;
  return isCertificate(pem) ? { pem, issues: [] } : refuse(`names ${file}, which holds no certificate in PEM form`);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
