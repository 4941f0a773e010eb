import {
  type InventoryKind,
  type Problem,
  problemSchema,
  type SyncMemory,
  type SyncStateWrite,
} from '@crossvault/core';
import { z } from 'zod';

/** Stands for no connection: under it stands how plans and items of each were read. */
const inventory = '\ninventory';

const stateSchema = z.object({
  /** When the last reading began that was whole; null before the first. */
  at: z.string().nullable(),
  problem: z.unknown().transform((value): Problem | null => problemSchema.safeParse(value).data ?? null),
});

/** How plans, or items, of a connection are stored. */
export type InventoryState = z.infer<typeof stateSchema>;

const keyOf = (kind: InventoryKind, connection: string): string => `${kind}/${connection}`;

export const toInventoryState = (kind: InventoryKind, connection: string, state: InventoryState): SyncStateWrite => ({
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
