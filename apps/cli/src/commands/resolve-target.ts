import { type CallOptions, CrossvaultError, type Plan, type ProtectedItem, parseJobId } from '@crossvault/core';
import type { Engine, InventoryListing, InventoryRecord } from '@crossvault/engine';

type Named = Pick<Plan, 'id' | 'connection' | 'nativeId' | 'name'>;

/** Search functions for one kind of target. */
interface TargetReader<Thing extends Named> {
  readonly what: string;
  readonly notFound: 'plan-not-found' | 'item-not-found';
  get(id: string): Promise<InventoryRecord<Thing>>;
  list(name: string, connection: string | null, fresh: boolean): Promise<InventoryListing<Thing>>;
}

type Inventory = Pick<Engine, 'connectionNames' | 'plans' | 'plan' | 'items' | 'item'>;

/** Maximum candidates of one name to distinguish; more are listed without distinction. */
const page = { limit: 500, cursor: null, strict: false } as const;
const toQuery = (name: string, connection: string | null) => ({
  name: [name],
  ...(connection === null ? {} : { connection: [connection] }),
});

/** A plan by its Crossvault id, `<connection>/<name or native id>`, or a name or native id alone; within a connection where one is given. */
export const resolvePlan = (
  engine: Inventory,
  reference: string,
  call: CallOptions,
  within: string | null = null,
): Promise<InventoryRecord<Plan>> =>
  resolve(engine, reference, within, {
    what: 'plan',
    notFound: 'plan-not-found',
    get: (id) => engine.plan(id, call),
    list: (name, connection, fresh) => engine.plans(toQuery(name, connection), { ...page, fresh }, call),
  });

/** A protected item, likewise. */
export const resolveItem = (
  engine: Inventory,
  reference: string,
  call: CallOptions,
): Promise<InventoryRecord<ProtectedItem>> =>
  resolve(engine, reference, null, {
    what: 'protected item',
    notFound: 'item-not-found',
    get: (id) => engine.item(id, call),
    list: (name, connection, fresh) => engine.items(toQuery(name, connection), { ...page, fresh }, call),
  });

async function resolve<Thing extends Named>(
  { connectionNames }: Inventory,
  reference: string,
  within: string | null,
  reader: TargetReader<Thing>,
): Promise<InventoryRecord<Thing>> {
  if (connectionNames.includes(parseJobId(reference)?.connection ?? '')) return reader.get(reference);
  const prefix = connectionNames.find((name) => reference.startsWith(`${name}/`));
  const name = prefix === undefined ? reference : reference.slice(prefix.length + 1);
  const connection = prefix ?? within;
  const known = await reader.list(name, connection, false);
  const listing = known.records.length > 0 ? known : await reader.list(name, connection, true);
  const [first, ...more] = listing.records;
  if (first !== undefined && more.length === 0) return first;
  throw first === undefined ? notFound(name, reader, listing) : ambiguous(name, listing.records);
}

function notFound(
  name: string,
  { what, notFound: code }: TargetReader<Named>,
  { complete, sources }: InventoryListing<Named>,
) {
  const trouble = complete ? undefined : sources.find(({ problem }) => problem !== null)?.problem?.detail;
  return new CrossvaultError({
    code: trouble === undefined ? code : 'sources-incomplete',
    message: `No source has a ${what} "${name}".${trouble === undefined ? '' : ` Not every source answered: ${trouble}`}`,
  });
}

/** A unique reference for one of several: by connection and name where that is unique, else by native id. */
function ambiguous(name: string, records: readonly InventoryRecord<Named>[]): CrossvaultError {
  const references = records.map(({ thing: { connection, nativeId } }) => {
    const isAlone = records.filter(({ thing }) => thing.connection === connection).length === 1;
    return `${connection}/${isAlone ? name : nativeId}`;
  });
  return new CrossvaultError({
    code: 'ambiguous-name',
    message: `More than one has the name "${name}"; use one of: ${references.map((each) => `"${each}"`).join(', ')}.`,
  });
}
