import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { quoteVendor } from '@crossvault/core/errors';
import { type Finding, systemCodeOf } from './probe.ts';

export interface Handshake extends Pick<CertificateFacts, 'host' | 'port' | 'key' | 'nowMs'> {
  /** PEM; null: the authorities that Node trusts. */
  readonly authority: string | null;
  readonly insecure: boolean;
}

/** Runs the TLS handshake over an open socket. It accepts any certificate and reports whether it would be trusted. */
export async function checkTls(socket: Socket, handshake: Handshake): Promise<Finding<TLSSocket>> {
  try {
    return reportCertificate(await startTls(socket, handshake), handshake);
  } catch (error) {
    return explain(systemCodeOf(error), handshake);
  }
}

function startTls(socket: Socket, { host, authority }: Handshake): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connect({
      socket,
      host,
      // RFC 6066 allows no IP address as server name.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(authority === null ? {} : { ca: authority }),
      ALPNProtocols: ['http/1.1'],
      // No data is sent over this socket: the certificate is inspected, not trusted.
      rejectUnauthorized: false,
    });
    secure.on('error', reject);
    secure.once('close', () => reject(new Error('closed without an answer')));
    secure.once('secureConnect', () => resolve(secure));
  });
}

function reportCertificate(secure: TLSSocket, handshake: Handshake): Finding<TLSSocket> {
  const { nowMs, insecure, authority } = handshake;
  const leaf = secure.getPeerX509Certificate();
  const chain = leaf === undefined ? [] : toChain(leaf);
  const fault = secure.authorized ? null : String(secure.authorizationError);
  const verdict = checkCertificate({ ...handshake, chain, fault });
  const seen = `${secure.getProtocol()}; the certificate: ${describeChain(chain)}.`;
  if (verdict === null) {
    const advice = insecure ? insecureNotNeeded : warnOfEnd(chain, nowMs);
    const detail = `${seen} It is trusted ${authority === null ? 'by the authorities that Node knows' : 'by tls.ca'}.`;
    return { ok: true, value: secure, detail, ...(advice === null ? {} : { advice }) };
  }
  if (insecure) {
    const detail = `${seen} It is NOT checked (tls.insecure): ${verdict.why}.`;
    return { ok: true, value: secure, detail, advice: `${insecureWarning} ${verdict.advice}` };
  }
  return {
    ok: false,
    detail: `${seen} It is not trusted: ${verdict.why}.`,
    advice: verdict.advice,
    code: 'certificate-refused',
  };
}

const insecureWarning = 'Anyone on the network path can read the credential while tls.insecure is set.';
const insecureNotNeeded = 'tls.insecure is not needed: the certificate would be trusted without it. Take it out.';

function explain(code: string, { key, host, port }: Handshake): Finding<TLSSocket> {
  const speaksNoTls = /WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE|RECORD_/.test(code);
  if (speaksNoTls) {
    return {
      ok: false,
      detail: `What listens at ${host}:${port} does not use TLS (${code}).`,
      advice: `Check the scheme and the port in ${key}: is it http, or another port?`,
      code: 'certificate-refused',
    };
  }
  return {
    ok: false,
    detail: `${host}:${port} aborted the TLS handshake (${code}).`,
    advice: `Check the port in ${key}; the source may require another version of TLS, or a device in the network refuses it.`,
    code: code.startsWith('ERR_SSL') ? 'certificate-refused' : 'source-unreachable',
  };
}

/** A certificate and its issuers, as far as the source sent them. */
function toChain(certificate: X509Certificate): readonly X509Certificate[] {
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
function nameIn(names: string | undefined): string {
  const lines = (names ?? '').split('\n');
  const common = lines.find((line) => line.startsWith('CN='))?.slice(3) ?? lines.join(', ');
  return `"${quoteVendor(common, undefined, longestName)}"`;
}

const isSelfIssued = ({ subject, issuer }: X509Certificate): boolean => subject === issuer;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** `"veeam" by "Acme Root" until 2027-01-01; "Acme Root" by itself until 2036-01-01`. */
const describeChain = (chain: readonly X509Certificate[]): string =>
  chain
    .map((certificate) => {
      const issuer = isSelfIssued(certificate) ? 'itself' : nameIn(certificate.issuer);
      return `${nameIn(certificate.subject)} by ${issuer} until ${dayOf(certificate.validToDate)}`;
    })
    .join('; ');

/** The hosts that a certificate is for. */
function hostsOf({ subjectAltName, subject }: X509Certificate): string {
  const named = subjectAltName?.replaceAll(/\b(?:DNS|IP Address):/g, '') ?? '';
  return named === '' ? nameIn(subject) : quoteVendor(named, undefined, longestHosts);
}

const dayMs = 86_400_000;
/** A certificate that expires within this many days causes a warning. */
const warnedDays = 14;

interface CertificateFacts {
  readonly chain: readonly X509Certificate[];
  /** The host of the connection. */
  readonly host: string;
  readonly port: number;
  /** The configuration key to change when the name is wrong. */
  readonly key: string;
  /** Content of `tls.ca`; null when it is not set. */
  readonly authority: string | null;
  /** Error code of TLS (`CERT_HAS_EXPIRED`); null: none. */
  readonly fault: string | null;
  readonly nowMs: number;
}

/** Why a certificate is not trusted, and what to do. */
interface Verdict {
  readonly why: string;
  readonly advice: string;
}

/** All faults of a certificate, not only the first that TLS reports. Null when there are none. */
function checkCertificate(facts: CertificateFacts): Verdict | null {
  const { fault, chain, host, nowMs } = facts;
  const [leaf] = chain;
  if (fault === null || leaf === undefined) return fault === null ? null : { why: fault, advice: nameAuthority(facts) };
  const verdicts: Verdict[] = [];
  if (fault === 'CERT_HAS_EXPIRED' || leaf.validToDate.getTime() < nowMs) verdicts.push(checkEnd(chain, nowMs));
  if (fault === 'CERT_NOT_YET_VALID') verdicts.push(checkBeginning(leaf));
  if (fault === 'ERR_TLS_CERT_ALTNAME_INVALID' || !isFor(leaf, host)) verdicts.push(checkName(leaf, facts));
  if (!/^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID)$/.test(fault)) {
    verdicts.unshift({ why: reasons[fault] ?? `TLS refused it (${fault})`, advice: nameAuthority(facts) });
  }
  return {
    why: verdicts.map(({ why }) => why).join(', and '),
    advice: verdicts.map(({ advice }) => advice).join(' '),
  };
}

/** Advice for a valid certificate that expires soon; null otherwise. */
function warnOfEnd([leaf]: readonly X509Certificate[], nowMs: number): string | null {
  const days = leaf === undefined ? warnedDays : Math.floor((leaf.validToDate.getTime() - nowMs) / dayMs);
  if (days < 0 || days >= warnedDays) return null;
  return `The certificate expires in ${days} days: have it renewed at the source; when its authority changes with it, tls.ca has to name the new one.`;
}

const reasons: Partial<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed and not named in tls.ca',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'its authority is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is unknown',
};

function checkEnd(chain: readonly X509Certificate[], nowMs: number): Verdict {
  const ended = chain.find(({ validToDate }) => validToDate.getTime() < nowMs) ?? chain[0];
  return {
    why: ended === undefined ? 'it has expired' : `${nameIn(ended.subject)} has expired on ${dayOf(ended.validToDate)}`,
    advice: 'It has to be renewed at the source; when its authority changes with it, tls.ca has to name the new one.',
  };
}

const checkBeginning = ({ validFromDate }: X509Certificate): Verdict => ({
  why: `it is valid only from ${dayOf(validFromDate)} on`,
  advice: 'Compare the clocks of this machine and of the source; no key of the configuration is at fault.',
});

const checkName = (leaf: X509Certificate, { host, key }: CertificateFacts): Verdict => ({
  why: `it is for ${hostsOf(leaf)}, not for ${host}`,
  advice: `Use a name in ${key} that the certificate is for, or have one made for ${host}.`,
});

const isFor = (leaf: X509Certificate, host: string): boolean =>
  (isIP(host) === 0 ? leaf.checkHost(host) : leaf.checkIP(host)) !== undefined;

/** Advice for `tls.ca`, with the fingerprint where the source sends the authority. */
function nameAuthority({ chain, host, port, authority }: CertificateFacts): string {
  const last = chain.at(-1);
  const ours = authority === null ? '' : ` tls.ca names ${describeAuthority(authority)}, which did not sign it.`;
  if (last === undefined) return `Name the PEM file of the source's authority in tls.ca.${ours}`;
  if (!isSelfIssued(last)) {
    return `Get the certificate of its authority ${nameIn(last.issuer)} from the operator of the source, since the source does not send it, and name the PEM file in tls.ca.${ours}`;
  }
  return [
    `Compare the SHA-256 fingerprint ${last.fingerprint256} of ${nameIn(last.subject)} with the one that the operator of the source gives you.`,
    `If they are equal, save that certificate as a PEM file (the last one that "openssl s_client -showcerts -connect ${host}:${port}" prints) and name it: tls: { ca: ./authority.pem }.${ours}`,
  ].join(' ');
}

/** The first certificate of a PEM text, by name and fingerprint. */
function describeAuthority(pem: string): string {
  const { subject, fingerprint256 } = new X509Certificate(pem);
  return `${nameIn(subject)} (SHA-256 ${fingerprint256})`;
}
