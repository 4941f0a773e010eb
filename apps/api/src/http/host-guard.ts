import type { IncomingMessage } from 'node:http';
import { CrossvaultError } from '@crossvault/core';
import type { RequestHandler } from 'express';
import { clip } from './written-parameters.ts';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** A host as written in a URL: IPv6 in brackets. */
export const toAuthorityHost = (host: string): string => (host.includes(':') ? `[${host}]` : host).toLowerCase();

/**
 * Refuses requests that name another host than this server: a page whose name was made to resolve to this machine
 * would otherwise read every job through its visitor's browser. What does something must not come from a foreign page
 * either, which needs no such name: a browser sends a plain POST without asking.
 *
 * @param host what the server listens on; it and the loopback names are allowed with the port of the connection
 * @param allowedHosts further values of `Host`, compared whole
 */
export function createHostGuard(host: string, allowedHosts: readonly string[]): RequestHandler {
  const names = [...new Set([...loopback, toAuthorityHost(host)])];
  const allowedOn = rememberLast((port: number | undefined) => {
    const own = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
    return { own, allowed: new Set([...own, ...allowedHosts.map((allowedHost) => allowedHost.toLowerCase())]) };
  });
  return (request, _response, next) => {
    const { own, allowed } = allowedOn(request.socket.localPort);
    const named = hostsOf(request);
    const foreign = named.find((name) => !allowed.has(name.toLowerCase()));
    if (named.length === 0 || foreign !== undefined) {
      throw new CrossvaultError({
        code: 'host-refused',
        message: `${foreign === undefined ? 'A request without a host' : `The host "${clip(foreign)}"`} is refused. Ask for ${own.join(', ')}.`,
      });
    }
    refuseForeignPage(request, allowed);
    next();
  };
}

/** A server listens on one port: what was made for it is made once. */
function rememberLast<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/** Throws where a browser reports that a page of another site requests a change; reads are let through. */
function refuseForeignPage({ headers, method }: IncomingMessage, allowed: ReadonlySet<string>): void {
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  if (method === 'GET' || method === 'HEAD') return;
  const isOwn = origin === undefined || allowed.has(origin.toLowerCase().replace(/^https?:\/\//, ''));
  if (isOwn && (site === 'none' || site === 'same-origin')) return;
  throw new CrossvaultError({
    code: 'origin-refused',
    message: `Requests from pages of other sites are refused (${origin === undefined ? `Sec-Fetch-Site: ${clip(String(site))}` : `Origin: ${clip(origin)}`}).`,
  });
}

/** Every host that a request names: all Host headers, and an absolute request target. */
function hostsOf(request: IncomingMessage): readonly string[] {
  const absolute = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(request.url ?? '')?.[1];
  return [...(request.headersDistinct['host'] ?? []), ...(absolute === undefined ? [] : [absolute])];
}
