import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { type CertificateFacts, checkCertificate, describeChain, toChain, warnOfEnd } from './check-certificate.ts';
import { type Finding, systemCodeOf } from './probe.ts';

export interface Handshake extends Pick<CertificateFacts, 'host' | 'port' | 'key' | 'nowMs'> {
  /** PEM; null: whom Node trusts. */
  readonly authority: string | null;
  readonly insecure: boolean;
}

/** Speaks TLS over a socket that is open. Any certificate is looked at; whether it would be taken is the finding. */
export async function shakeHands(socket: Socket, handshake: Handshake): Promise<Finding<TLSSocket>> {
  try {
    return judge(await startTls(socket, handshake), handshake);
  } catch (error) {
    return explain(systemCodeOf(error), handshake);
  }
}

function startTls(socket: Socket, { host, authority }: Handshake): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connect({
      socket,
      host,
      // The standard allows no address as a server's name.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(authority === null ? {} : { ca: authority }),
      ALPNProtocols: ['http/1.1'],
      // Nothing is sent over it: a bad certificate is to be looked at, not to be trusted.
      rejectUnauthorized: false,
    });
    secure.on('error', reject);
    secure.once('close', () => reject(new Error('closed without an answer')));
    secure.once('secureConnect', () => resolve(secure));
  });
}

function judge(secure: TLSSocket, handshake: Handshake): Finding<TLSSocket> {
  const { nowMs, insecure, authority } = handshake;
  const leaf = secure.getPeerX509Certificate();
  const chain = leaf === undefined ? [] : toChain(leaf);
  const fault = secure.authorized ? null : String(secure.authorizationError);
  const verdict = checkCertificate({ ...handshake, chain, fault });
  const seen = `${secure.getProtocol()}; the certificate: ${describeChain(chain)}.`;
  if (verdict === null) {
    const advice = insecure ? unneeded : warnOfEnd(chain, nowMs);
    const detail = `${seen} It is trusted ${authority === null ? 'by the authorities that Node knows' : 'by tls.ca'}.`;
    return { ok: true, value: secure, detail, ...(advice === null ? {} : { advice }) };
  }
  if (insecure) {
    const detail = `${seen} It is NOT checked (tls.insecure): ${verdict.why}.`;
    return { ok: true, value: secure, detail, advice: `${loud} ${verdict.advice}` };
  }
  return {
    ok: false,
    detail: `${seen} It is not trusted: ${verdict.why}.`,
    advice: verdict.advice,
    code: 'certificate-refused',
  };
}

const loud = 'Anyone on the network path can read the credential while tls.insecure is set.';
const unneeded = 'tls.insecure is not needed: the certificate would be trusted without it. Take it out.';

function explain(code: string, { key, host, port }: Handshake): Finding<TLSSocket> {
  const speaksNoTls = /WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH_TOO_LONG|UNEXPECTED_MESSAGE|RECORD_/.test(code);
  if (speaksNoTls) {
    return {
      ok: false,
      detail: `What listens at ${host}:${port} does not speak TLS (${code}).`,
      advice: `Check the scheme and the port in ${key}: is it http, or another port?`,
      code: 'certificate-refused',
    };
  }
  return {
    ok: false,
    detail: `${host}:${port} broke the TLS handshake off (${code}).`,
    advice: `Check the port in ${key}; the source may want another version of TLS, or a device on the way refuses it.`,
    code: code.startsWith('ERR_SSL') ? 'certificate-refused' : 'source-unreachable',
  };
}
