import type { JobTie } from '@crossvault/contract';
import type { ItemAddress } from '../client/vault-path.ts';

/**
 * How the jobs of an item name it, always in its own vault. Those of machines tell the container, with or without its first
 * part. Those of databases put the instance before and the machine behind the name: `MSSQLSERVER/Orders [sql-1]`.
 */
export function tieItemTo(
  list: string,
  { container, item }: Pick<ItemAddress, 'container' | 'item'>,
  name: string | null,
): JobTie {
  const kind = container.toLowerCase().split(';')[0];
  if (kind === 'iaasvmcontainer') return { list, ids: [container, container.slice(kind.length + 1)] };
  const ids = [container];
  if (kind !== 'vmappcontainer' || name === null) return { list, ids };
  const host = container.split(';').at(-1) ?? '';
  const instance = item.split(';').at(1) ?? '';
  return { list, ids, names: [`${name} [${host}]`, `${instance}/${name} [${host}]`] };
}
