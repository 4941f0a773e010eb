const unbracketed = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

/** Whether only the machine itself can reach this host: `localhost`, an IPv4 address that begins with 127, or `::1` (with or without brackets). */
export function isLoopbackHost(host: string): boolean {
  const bare = unbracketed(host.toLowerCase());
  return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare);
}
