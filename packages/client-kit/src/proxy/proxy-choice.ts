import { BlockList, isIP } from 'node:net';
import type { ErrorCode } from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core/errors';
import { bareHost, isLoopbackHost } from '@crossvault/core/wire';

/** A proxy as it was written, and where. */
export interface WrittenProxy {
  /** With its credentials where it wants some; a text without a scheme is taken as http. */
  readonly text: string;
  /** `HTTPS_PROXY`, or the key of a configuration. */
  readonly origin: string;
}

/** Which addresses are asked through which proxy. */
export interface ProxyRules {
  readonly https: WrittenProxy | null;
  readonly http: WrittenProxy | null;
  /** Hosts that are asked directly: names with all names below them, addresses, ranges (10.0.0.0/8), each with a port or without; `*` is all of them. */
  readonly except: readonly string[];
  /** Whether this machine itself is asked through a proxy, too. */
  readonly loopback: boolean;
}

export interface ChosenProxy {
  /** With its credentials. */
  readonly url: URL;
  /** The same for people to read: without them. */
  readonly shown: string;
}

/** The proxy that an address is asked through, null: it is asked directly. Throws `configuration-invalid` for one that is invalid. */
export type ProxyChoice = (address: URL) => ChosenProxy | null;

export const askDirectly: ProxyChoice = () => null;

/** Everything through one proxy: what a connection's own key says. */
export const askThrough = (proxy: WrittenProxy): ProxyChoice =>
  createProxyChoice({ https: proxy, http: proxy, except: [], loopback: true });

export function createProxyChoice(rules: ProxyRules): ProxyChoice {
  const exceptions = rules.except.map(toException);
  return (address) => {
    const written = address.protocol === 'https:' ? rules.https : rules.http;
    if (written === null) return null;
    const host = bareHost(address.hostname);
    const port = Number(address.port) || (address.protocol === 'https:' ? 443 : 80);
    if (!rules.loopback && isLoopbackHost(host)) return null;
    return exceptions.some((covers) => covers(host, port)) ? null : toChosen(written);
  };
}

type Exception = (host: string, port: number) => boolean;

/** No host is longer than 253 characters; what is longer than this excepts none. */
const longestEntry = 300;

function toException(entry: string): Exception {
  const { bracketed, plain, port } =
    /^(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:]*|.*:.*:.*))(?::(?<port>\d+))?$/.exec(
      entry.length > longestEntry ? '' : entry.trim().toLowerCase(),
    )?.groups ?? {};
  const covers = toHostRule(bareHost(bracketed ?? plain ?? ''));
  return (host, asked) => (port === undefined || Number(port) === asked) && covers(host);
}

function toHostRule(rule: string): (host: string) => boolean {
  if (rule === '') return () => false;
  if (rule === '*') return () => true;
  const [net = '', bits] = rule.split('/');
  if (bits !== undefined && isIP(net) !== 0) return toRangeRule(net, Number(bits));
  if (rule.startsWith('*.')) return (host) => host.endsWith(rule.slice(1));
  const name = rule.replace(/^\./, '');
  return (host) => host === name || host.endsWith(`.${name}`);
}

function toRangeRule(net: string, bits: number): (host: string) => boolean {
  const family = isIP(net) === 6 ? 'ipv6' : 'ipv4';
  const range = new BlockList();
  if (Number.isInteger(bits) && bits >= 0 && bits <= (family === 'ipv6' ? 128 : 32)) range.addSubnet(net, bits, family);
  return (host) => isIP(host) !== 0 && range.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}

function toChosen({ text, origin }: WrittenProxy): ChosenProxy {
  const url = parseProxy(text);
  if (url !== null) return { url, shown: `${withoutCredentials(url)} (${origin})` };
  throw new CrossvaultError({
    code: 'configuration-invalid',
    message: `${origin} names no proxy that can be used: it must be an http or https address such as http://proxy.example.net:3128.`,
    parameter: origin,
  });
}

function parseProxy(text: string): URL | null {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

const withoutCredentials = ({ protocol, host }: URL): string => `${protocol}//${host}`;

/** A proxy as it is shown, without its credentials; null when it is none that can be used. */
export function describeProxy(text: string): string | null {
  const url = parseProxy(text);
  return url === null ? null : withoutCredentials(url);
}

/** What a proxy's own answer means, where it should have opened a way or passed a request on. */
export interface ProxyRefusal {
  readonly said: string;
  readonly advice: string;
  readonly code: ErrorCode;
}

export function explainRefusal(status: number, { shown }: ChosenProxy, asked: string): ProxyRefusal {
  const said = `The proxy ${shown} answered ${status} when it was asked for ${asked}.`;
  if (status === 407) {
    const advice =
      'It requires other credentials: set proxy: "${NAME}" to a reference to its address with user and password, URL-encoded.';
    return { said, advice, code: 'authentication-failed' };
  }
  if (status >= 500) {
    const advice =
      'It cannot reach it: is the address right, or has it to be asked directly (NO_PROXY, or proxy: none)?';
    return { said, advice, code: 'source-unreachable' };
  }
  const advice = 'It has to allow this address, or the connection another way (its key proxy, or NO_PROXY).';
  return { said, advice, code: 'permission-denied' };
}

function toProxyRefusal(status: number, proxy: ChosenProxy, asked: string): CrossvaultError {
  const { said, advice, code } = explainRefusal(status, proxy, asked);
  return new CrossvaultError({ code, message: `${said} ${advice}`, upstreamStatus: status });
}

const refusal = /Proxy response \((\d{3})\)|Proxy Authentication Required \((\d{3})\)/;
const unreachable =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|UND_ERR_PRX_CONN)$/;

/** A failure of the proxy itself, which would else look like one of the source; null when it is none. */
export function readProxyFailure(error: unknown, proxy: ChosenProxy, asked: string): CrossvaultError | null {
  for (let inner: unknown = error, depth = 0; depth < 5 && inner instanceof Error; inner = inner.cause, depth += 1) {
    const [, tunnel, forward] = refusal.exec(inner.message) ?? [];
    if (tunnel !== undefined || forward !== undefined) return toProxyRefusal(Number(tunnel ?? forward), proxy, asked);
    const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
    // Through a proxy no socket is ever opened to the source.
    if (unreachable.test(code)) {
      const message = `The proxy ${proxy.shown}, through which ${asked} is asked, cannot be reached (${code}). Is its address right? A connection has its own key proxy; proxy: none asks directly.`;
      return new CrossvaultError({ code: 'source-unreachable', message, cause: error });
    }
  }
  return null;
}
