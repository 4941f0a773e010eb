import { type CallOptions, CrossvaultError, type InventoryKind, type ObservedThing } from '@crossvault/core';
import { type ActingParts, instantOf } from '../actions/action-parts.ts';
import { addressOfThing, isNoSuchThing } from '../actions/action-target.ts';
import { askWithin } from '../jobs/read-job.ts';
import { readers } from './inventory-readers.ts';

/** Reads a plan or an item at its vendor, and keeps what it says where anything is kept. */
export type ReadThing = <Kind extends InventoryKind>(
  kind: Kind,
  id: string,
  call: CallOptions,
) => Promise<ObservedThing<Kind>>;

export function createReadThing(parts: Pick<ActingParts, 'sources' | 'store' | 'clock' | 'logger'>): ReadThing {
  const { sources, store, clock, logger } = parts;
  return async (kind, id, call) => {
    const { source, key } = addressOfThing(sources, kind, id);
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
      if (number !== undefined && isNoSuchThing(kind, error)) {
        await orWarn(store?.markThingGone(kind, id, { at: instantOf(parts), number }));
      }
      throw error;
    }
  };
}
