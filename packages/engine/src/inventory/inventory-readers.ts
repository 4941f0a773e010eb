import type {
  CallOptions,
  Connector,
  InventoryKind,
  JobKey,
  ObservedThing,
  PageRequest,
  PlanRecord,
  ProtectedItemRecord,
  Rejection,
} from '@crossvault/core';
import { CrossvaultError } from '@crossvault/core';

/** When a record was read: by the clock, for display, and by the number that the store gave before the request. */
export type ReadAt = Pick<ObservedThing<InventoryKind>, 'observedAt' | 'number'>;

/** A page of plans or items, as they were read. */
export interface ThingPage<Kind extends InventoryKind> {
  readonly things: readonly ObservedThing<Kind>[];
  readonly rejected: readonly Rejection[];
  readonly next: string | null;
}

/** Reads plans, or items, of a connector. */
export interface Reader<Kind extends InventoryKind> {
  readonly kind: Kind;
  isOffered(connector: Connector): boolean;
  list(connector: Connector, page: PageRequest, call: CallOptions, at: ReadAt): Promise<ThingPage<Kind>>;
  get(connector: Connector, key: JobKey, call: CallOptions, at: ReadAt): Promise<ObservedThing<Kind>>;
}

const observePlan = ({ key, plan, raw, tie = {} }: PlanRecord, at: ReadAt): ObservedThing<'plan'> => ({
  key,
  thing: plan,
  raw,
  tie,
  ...at,
});

const observeItem = ({ key, item, raw, tie = {} }: ProtectedItemRecord, at: ReadAt): ObservedThing<'item'> => ({
  key,
  thing: item,
  raw,
  tie,
  ...at,
});

/** The calls of a group that the connector has. Throws `action-not-supported` where it has none of them. */
function offered<Calls>(calls: Calls | undefined, what: string): Calls {
  if (calls !== undefined) return calls;
  throw new CrossvaultError({
    code: 'action-not-supported',
    message: `Crossvault cannot read ${what} of this vendor.`,
  });
}

export const readers: { readonly [Kind in InventoryKind]: Reader<Kind> } = {
  plan: {
    kind: 'plan',
    isOffered: ({ plans }) => plans !== undefined,
    async list({ plans }, page, call, at) {
      const { records, rejected, next } = await offered(plans, 'plans').list(page, call);
      return { things: records.map((record) => observePlan(record, at)), rejected, next };
    },
    get: async ({ plans }, key, call, at) => observePlan(await offered(plans, 'plans').get(key, call), at),
  },
  item: {
    kind: 'item',
    isOffered: ({ protectedItems }) => protectedItems !== undefined,
    async list({ protectedItems }, page, call, at) {
      const { records, rejected, next } = await offered(protectedItems, 'protected items').list(page, call);
      return { things: records.map((record) => observeItem(record, at)), rejected, next };
    },
    get: async ({ protectedItems }, key, call, at) =>
      observeItem(await offered(protectedItems, 'protected items').get(key, call), at),
  },
};
