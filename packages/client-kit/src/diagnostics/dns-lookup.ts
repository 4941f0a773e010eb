import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type Finding, systemCodeOf } from './probe.ts';

/** Looks a name up: every address that it has. */
export type LookUp = (host: string) => Promise<readonly LookupAddress[]>;

/** As the system does it for every other program: hosts file, name servers, search domains. */
export const systemLookUp: LookUp = (host) => lookup(host, { all: true });

/** The addresses of a host. `key` is what is changed when the name is wrong. */
export async function findAddresses(
  host: string,
  key: string,
  lookUp: LookUp,
): Promise<Finding<readonly LookupAddress[]>> {
  if (isIP(host) !== 0) {
    const value = [{ address: host, family: isIP(host) }];
    return { ok: true, value, detail: `${host} is an address: there is no name to look up.` };
  }
  try {
    const value = await lookUp(host);
    return { ok: true, value, detail: `${host} is ${value.map(({ address }) => address).join(', ')}.` };
  } catch (error) {
    const code = systemCodeOf(error);
    const advice =
      code === 'EAI_AGAIN'
        ? `The name servers of this machine do not answer: look at its network and DNS settings, and whether the host in ${key} is right.`
        : `Check the host in ${key}, and that this machine can look it up (name server, VPN, hosts file).`;
    return { ok: false, detail: `${host} cannot be looked up (${code}).`, advice, code: 'source-unreachable' };
  }
}
