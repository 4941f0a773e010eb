import { isJsonObject, isLoopbackHost } from '@crossvault/core';
import type { Issue, KeyPath } from './issue.ts';

/** Keys whose address may be plain http: a proxy speaks HTTP by design. */
const exempt: ReadonlySet<string> = new Set(['proxy']);

/**
 * Addresses of a connection that begin with `http:` and leave this machine: the credential and every token would cross the
 * network in clear. They are refused, and allowed with a warning where `tls.insecure` says that this is intended.
 */
export function checkPlainHttp(
  entry: Readonly<Record<string, unknown>>,
  at: KeyPath,
): { readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] } {
  const keys = plainAddresses(entry, at);
  const tls = entry['tls'];
  const isInsecure = isJsonObject(tls) && tls['insecure'] === true;
  const consequence = 'the credential would cross the network in clear';
  return {
    issues: isInsecure
      ? []
      : keys.map((path) => ({
          path,
          message: `must begin with https://: over http ${consequence}. Set tls.insecure to true to allow it`,
          code: 'configuration-invalid',
        })),
    warnings: isInsecure
      ? keys.map((path) => ({
          path,
          message: 'is a plain http address: the credential crosses the network in clear (tls.insecure allows it)',
          code: 'configuration-invalid',
        }))
      : [],
  };
}

function plainAddresses(value: unknown, path: KeyPath): readonly KeyPath[] {
  if (typeof value === 'string') return isPlain(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => plainAddresses(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    exempt.has(key) ? [] : plainAddresses(inner, [...path, key]),
  );
}

function isPlain(text: string): boolean {
  const url = URL.parse(text.trim());
  return url !== null && url.protocol === 'http:' && !isLoopbackHost(url.hostname);
}
