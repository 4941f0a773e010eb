/** A host in small letters, without the brackets of IPv6 and the dot of a whole name. */
export const bareHost = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(.+)\]$/, '$1')
    .replace(/\.$/, '');

/**
 * Whether only the machine itself can reach this host: `localhost` and the names below it (RFC 6761), an IPv4 address that
 * begins with 127, or `::1`.
 */
export function isLoopbackHost(host: string): boolean {
  const bare = bareHost(host);
  return bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare);
}

/** The text without the slashes at its end, however many. A regular expression would restart at each slash of each run. */
export function withoutEndSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '/') end -= 1;
  return text.slice(0, end);
}
