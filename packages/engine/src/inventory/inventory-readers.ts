import {
  type CallOptions,
  type Clock,
  type Connector,
  CrossvaultError,
  type JobKey,
  type PageRequest,
  type PlanRecord,
  type ProtectedItemRecord,
  type Rejection,
} from '@crossvault/core';
import type { InventoryKind, ObservedThing } from '@crossvault/core/store';
import { type ActingParts, instantOf } from '../actions/action-parts.ts';
import { addressOfRecord, isRecordNotFound } from '../actions/action-target.ts';
import type { Source } from '../connections/source.ts';
import { askWithin } from '../jobs/read-job.ts';

/** When a record was read: by the clock, for display, and by the number that the store gave before the request. */
export type ReadAt = Pick<ObservedThing<InventoryKind>, 'observedAt' | 'number'>;

/** A page of plans or items, as they were read. */
export interface ObservedPage<Kind extends InventoryKind> {
  readonly things: readonly ObservedThing<Kind>[];
  readonly rejected: readonly Rejection[];
  readonly next: string | null;
}

/** Reads plans, or items, of a connector. */
export interface Reader<Kind extends InventoryKind> {
  readonly kind: Kind;
  isOffered(connector: Connector): boolean;
  list(connector: Connector, page: PageRequest, call: CallOptions, at: ReadAt): Promise<ObservedPage<Kind>>;
  get(connector: Connector, key: JobKey, call: CallOptions, at: ReadAt): Promise<ObservedThing<Kind>>;
}

const observePlan = ({ key, plan, raw, jobLink = {} }: PlanRecord, at: ReadAt): ObservedThing<'plan'> => ({
  key,
  thing: plan,
  raw,
  tie: jobLink,
  ...at,
});

const observeItem = ({ key, item, raw, jobLink = {} }: ProtectedItemRecord, at: ReadAt): ObservedThing<'item'> => ({
  key,
  thing: item,
  raw,
  tie: jobLink,
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

/** All of a sort that a source has. */
export interface WholeInventory<Kind extends InventoryKind> {
  readonly things: readonly ObservedThing<Kind>[];
  readonly rejected: readonly Rejection[];
  readonly readAt: string;
}

const pageSize = 500;

/** A vendor that gives a page after the other without an end is broken. */
const mostPages = 2_000;

/** Reads all of a sort at its vendor, page by page, each with a number that is taken before it is asked for. */
export async function readWholeInventory<Kind extends InventoryKind>(
  clock: Clock,
  source: Source,
  reader: Reader<Kind>,
  call: CallOptions,
  takeNumber: () => Promise<number>,
): Promise<WholeInventory<Kind>> {
  const readAt = new Date(clock.now()).toISOString();
  const things: ObservedThing<Kind>[] = [];
  const rejected: Rejection[] = [];
  let token: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: { readonly size: number; readonly token: string | null } = { size: pageSize, token };
    const number = await takeNumber();
    const read = await askWithin(clock, source, call, (connector, options) =>
      reader.list(connector, page, options, { observedAt: readAt, number }),
    );
    things.push(...read.things);
    rejected.push(...read.rejected);
    token = read.next;
    if (token === null) return { things, rejected, readAt };
  }
  throw new CrossvaultError({
    code: 'answer-unreadable',
    message: `The list does not end after ${mostPages} pages.`,
    source: source.connection.name,
  });
}

/** Reads a plan or an item at its vendor, and keeps what it says where anything is kept. */
export type ReadInventoryRecord = <Kind extends InventoryKind>(
  kind: Kind,
  id: string,
  call: CallOptions,
) => Promise<ObservedThing<Kind>>;

export function createReadInventoryRecord(
  parts: Pick<ActingParts, 'sources' | 'store' | 'clock' | 'logger'>,
): ReadInventoryRecord {
  const { sources, store, clock, logger } = parts;
  return async (kind, id, call) => {
    const { source, key } = addressOfRecord(sources, kind, id);
    /** A failed write is logged, and the answer is returned all the same. */
    const orWarn = async <T>(kept: Promise<T> | undefined): Promise<T | undefined> => {
      try {
        return await kept;
      } catch (error) {
        const { code, message } = CrossvaultError.from(error);
        logger.warn({ connection: source.connection.name, code }, message);
        return undefined;
      }
    };
    const number = await orWarn(store?.takeReadingNumber());
    try {
      const read = await askWithin(clock, source, call, (connector, options) =>
        readers[kind].get(connector, key, options, { observedAt: instantOf(parts), number: number ?? 0 }),
      );
      if (number !== undefined) await orWarn(store?.putThings(kind, [read]));
      return read;
    } catch (error) {
      if (number !== undefined && isRecordNotFound(kind, error)) {
        await orWarn(store?.markThingGone(kind, id, { at: instantOf(parts), number }));
      }
      throw error;
    }
  };
}
