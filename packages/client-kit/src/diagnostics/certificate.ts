import type { X509Certificate } from 'node:crypto';
import { quoteVendor } from '@crossvault/core';

/** A certificate and those that vouch for it, as far as the source sent them. */
export function toChain(certificate: X509Certificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  for (
    let next: X509Certificate | undefined = certificate;
    next !== undefined && chain.length < 10;
    next = next.issuerCertificate
  ) {
    if (chain.some(({ fingerprint256 }) => fingerprint256 === next?.fingerprint256)) break;
    chain.push(next);
  }
  return chain;
}

const longestName = 120;
const longestHosts = 300;

/** The common name out of a subject or an issuer, or all of it where there is none. */
export function nameIn(names: string | undefined): string {
  const lines = (names ?? '').split('\n');
  const common = lines.find((line) => line.startsWith('CN='))?.slice(3) ?? lines.join(', ');
  return `"${quoteVendor(common, undefined, longestName)}"`;
}

export const isSelfIssued = ({ subject, issuer }: X509Certificate): boolean => subject === issuer;

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** `"veeam" by "Acme Root" until 2027-01-01; "Acme Root" by itself until 2036-01-01`. */
export const describeChain = (chain: readonly X509Certificate[]): string =>
  chain
    .map((certificate) => {
      const issuer = isSelfIssued(certificate) ? 'itself' : nameIn(certificate.issuer);
      return `${nameIn(certificate.subject)} by ${issuer} until ${dayOf(certificate.validToDate)}`;
    })
    .join('; ');

/** The hosts that a certificate is for. */
export function hostsOf({ subjectAltName, subject }: X509Certificate): string {
  const named = subjectAltName?.replaceAll(/\b(?:DNS|IP Address):/g, '') ?? '';
  return named === '' ? nameIn(subject) : quoteVendor(named, undefined, longestHosts);
}
