import type { JobLink } from '@crossvault/core';
import { readText } from '@crossvault/core';
import type { ItemAddress } from '../client/vault-path.ts';
import type { ItemWire } from './wire-protection.ts';

/**
 * How the jobs of an item name it, always in its own vault, by every name that both sides report. Those of machines report the
 * container, with or without its first part. Those of databases put the instance before and the machine behind the name:
 * `MSSQLSERVER/Orders [sql-1]`; a machine in a domain has its full name there, of which the container has only the first
 * part. Those of file shares report the storage account, which the container ends with.
 */
export function linkItemTo(
  list: string,
  { container, item }: Pick<ItemAddress, 'container' | 'item'>,
  reported: Pick<ItemWire, 'serverName' | 'parentName'>,
  name: string | null,
): JobLink {
  const [kind = ''] = container.toLowerCase().split(';');
  const last = container.split(';').at(-1) ?? '';
  if (kind === 'iaasvmcontainer') return { list, ids: [container, container.slice(kind.length + 1)] };
  if (kind === 'storagecontainer' && name !== null) return { list, ids: [container, toShareId(last, name)] };
  if (kind !== 'vmappcontainer' || name === null) return { list, ids: [container] };
  const server = readText(reported.serverName).value;
  const parents = [null, item.split(';').at(1) ?? null, readText(reported.parentName).value];
  const databases = [...new Set(parents.map((parent) => (parent ? `${parent}/${name}` : name)))];
  const hosts = server === null ? [last] : [server, shortName(server), last];
  const names = databases.flatMap((database) => hosts.map((host) => `${database} [${host}]`));
  // Without the server's full name the jobs alone know it; the store uses the single name with this prefix, if there is only one.
  const beginnings = server === null ? databases.map((database) => `${database} [${last}.`) : [];
  return { list, ids: [container], names: [...new Set(names)], ...(beginnings.length === 0 ? {} : { beginnings }) };
}

/** Identity of a file share's job: shares often have equal names, storage accounts never. */
export const toShareId = (account: string, share: string): string => `${account}/${share}`;

const shortName = (host: string): string => host.split('.', 1).join();
