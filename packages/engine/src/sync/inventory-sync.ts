import { CrossvaultError, type Problem, problemSchema, type Rejection, toProblem } from '@crossvault/core';
import type { InventoryKind, ObservedThing, SyncMemory, SyncStateWrite } from '@crossvault/core/store';
import { z } from 'zod';
import { type Reader, readers } from '../inventory/inventory-readers.ts';
import { askVendor, connectionOf, endsSync, hasBudget, instantOf, type SyncParts } from './sync-parts.ts';
import { syncTiming } from './sync-timing.ts';

/** The key of the inventory states of all connections. No connection has this name. */
const inventory = '\ninventory';

const stateSchema = z.object({
  /** When the last reading began that was whole; null before the first. */
  at: z.string().nullable(),
  problem: z.unknown().transform((value): Problem | null => problemSchema.safeParse(value).data ?? null),
});

/** How plans, or items, of a connection are stored. */
export type InventoryState = z.infer<typeof stateSchema>;

const keyOf = (kind: InventoryKind, connection: string): string => `${kind}/${connection}`;

const toInventoryState = (kind: InventoryKind, connection: string, state: InventoryState): SyncStateWrite => ({
  connection: inventory,
  list: keyOf(kind, connection),
  state,
});

/** Of each connection whose plans, or items, were tried to be read. */
export async function readInventoryStates(
  store: Pick<SyncMemory, 'syncStates'>,
  kind: InventoryKind,
  connections: readonly string[],
): Promise<ReadonlyMap<string, InventoryState>> {
  const states = await store.syncStates(inventory);
  return new Map(
    connections.flatMap((name) => {
      const state = stateSchema.safeParse(states.get(keyOf(kind, name))).data;
      return state === undefined ? [] : [[name, state] as const];
    }),
  );
}

/** What one pass over plans and items has seen of both. */
interface Seen {
  /** When plans run next, by their native ids in lower case. */
  readonly nextRuns: Map<string, string>;
  /** How many items name a plan, likewise. */
  readonly targets: Map<string, number>;
}

const fold = (text: string): string => text.toLowerCase();

/**
 * Reads all plans and protected items of a connection, and marks those that are gone. Plans are read first, so that items show when they
 * run next, and stored last, when the number of items of each is known. A failure is stored, and does not affect jobs.
 */
export async function syncInventory(parts: SyncParts): Promise<boolean> {
  if (!hasBudget(parts)) return false;
  const seen: Seen = { nextRuns: new Map(), targets: new Map() };
  const plans: ObservedThing<'plan'>[] = [];
  const hasPlans = await readAll(parts, readers.plan, async (things) => {
    plans.push(...things);
    for (const { thing } of things)
      if (thing.nextRunAt !== null) seen.nextRuns.set(fold(thing.nativeId), thing.nextRunAt);
  });
  const hasItems = await readAll(parts, readers.item, async (things) => {
    for (const { thing } of things) {
      const plan = fold(thing.plan?.id ?? '');
      seen.targets.set(plan, (seen.targets.get(plan) ?? 0) + 1);
    }
    await parts.store.putThings(
      'item',
      things.map((each) => withNextRun(each, seen)),
      parts.lease,
    );
  });
  await settle(parts, 'item', hasItems);
  if (hasPlans.problem === null) {
    const isCounted = hasItems.problem === null && hasItems.isOffered;
    const counted = isCounted ? plans.map((each) => withTargets(each, seen)) : plans;
    for (let start = 0; start < counted.length; start += syncTiming.bulkPage) {
      await parts.store.putThings('plan', counted.slice(start, start + syncTiming.bulkPage), parts.lease);
    }
  }
  await settle(parts, 'plan', hasPlans);
  return hasPlans.problem === null && hasItems.problem === null;
}

interface Pass {
  readonly isOffered: boolean;
  readonly at: string;
  /** The number that it began with. */
  readonly number: number;
  readonly rejected: readonly Rejection[];
  readonly problem: CrossvaultError | null;
}

async function readAll<Kind extends InventoryKind>(
  parts: SyncParts,
  reader: Reader<Kind>,
  take: (things: readonly ObservedThing<Kind>[]) => Promise<void>,
): Promise<Pass> {
  const at = instantOf(parts);
  const number = await parts.store.takeReadingNumber();
  const rejected: Rejection[] = [];
  const isOffered = reader.isOffered(parts.connector);
  const pass = { isOffered, at, number, rejected };
  if (!isOffered) return { ...pass, problem: null };
  try {
    for (let token: string | null = null; ; ) {
      const page: { readonly size: number; readonly token: string | null } = { size: syncTiming.bulkPage, token };
      const read = await askVendor(parts, async (connector, call) => {
        const readAt = { observedAt: at, number: await parts.store.takeReadingNumber() };
        return reader.list(connector, page, call, readAt);
      });
      await take(read.things);
      rejected.push(...read.rejected);
      token = read.next;
      if (token === null) return { ...pass, problem: null };
    }
  } catch (error) {
    if (parts.signal.aborted) throw parts.signal.reason;
    const problem = CrossvaultError.from(error);
    if (endsSync(problem)) throw problem;
    return { ...pass, problem };
  }
}

/** A plan or item that two complete passes in a row did not show is gone. */
async function settle(
  parts: SyncParts,
  kind: InventoryKind,
  { isOffered, at, number, rejected, problem }: Pass,
): Promise<void> {
  if (!isOffered) return;
  const name = connectionOf(parts);
  const before = (await readInventoryStates(parts.store, kind, [name])).get(name) ?? { at: null, problem: null };
  if (problem === null && rejected.length === 0) {
    await parts.store.markThingsMissed(kind, name, { at, number }, parts.lease);
  }
  const state = problem === null ? { at, problem: null } : { at: before.at, problem: toProblem(problem.at(name)) };
  await parts.store.putSyncStates([toInventoryState(kind, name, state)], parts.lease);
}

function withNextRun(observed: ObservedThing<'item'>, { nextRuns }: Seen): ObservedThing<'item'> {
  const { thing } = observed;
  const next = nextRuns.get(fold(thing.plan?.id ?? ''));
  const isReported = thing.expectedNextAt !== null || (thing.plan?.nextRunAt ?? null) !== null;
  if (isReported || next === undefined || thing.protection === 'stopped') return observed;
  const provenance = { ...thing.provenance, expectedNextAt: 'inferred' as const };
  return { ...observed, thing: { ...thing, expectedNextAt: next, provenance } };
}

function withTargets(observed: ObservedThing<'plan'>, { targets }: Seen): ObservedThing<'plan'> {
  const { thing } = observed;
  const count = targets.get(fold(thing.nativeId));
  if (thing.targets !== null || count === undefined) return observed;
  const provenance = { ...thing.provenance, targets: 'computed' as const };
  return { ...observed, thing: { ...thing, targets: count, provenance } };
}
