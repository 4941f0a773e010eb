import { toWords } from '../../model/search-words.ts';
import { isOfTenant } from '../../model/tenant.ts';
import type { InventoryKind, InventoryPosition, InventoryThings, ThingsRequest } from './inventory.ts';

/** Where a plan or an item stands in the order of names. */
export const positionOfThing = ({ name, nativeId, id }: InventoryThings[InventoryKind]): InventoryPosition => ({
  name: (name ?? nativeId).toLowerCase(),
  id,
});

const compareText = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** By name and then by id, by code: as a store orders them. */
export const compareThings = (one: InventoryPosition, other: InventoryPosition): number =>
  compareText(one.name, other.name) || compareText(one.id, other.id);

const names = (wanted: readonly string[] | undefined, texts: readonly (string | null | undefined)[]): boolean => {
  if (wanted === undefined) return true;
  const known = new Set(texts.map((text) => text?.toLowerCase()));
  return wanted.some((each) => known.has(each.toLowerCase()));
};

/** Whether a plan or an item matches the filters. A store returns exactly those for which this is true. */
export function matchesThing(
  thing: InventoryThings[InventoryKind],
  { query, words, tenantConnections }: Pick<ThingsRequest, 'query' | 'words' | 'tenantConnections'>,
): boolean {
  const { connection, vendor, name, plan, protection, type, enabled } = query;
  const own = [thing.nativeId, thing.name ?? ''].flatMap(toWords);
  const isItem = 'protection' in thing;
  return (
    (connection?.includes(thing.connection) ?? true) &&
    (vendor?.includes(thing.vendor) ?? true) &&
    names(name, [thing.nativeId, thing.name]) &&
    isOfTenant(query.tenant, tenantConnections, thing) &&
    words.every((word) => own.some((each) => each.startsWith(word))) &&
    (plan === undefined || (isItem && names(plan, [thing.plan?.id, thing.plan?.name]))) &&
    (protection === undefined || (isItem && protection.includes(thing.protection))) &&
    (type === undefined || (isItem && type.includes(thing.type))) &&
    (enabled === undefined || (!isItem && thing.enabled === enabled))
  );
}
