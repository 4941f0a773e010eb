import { type CallOptions, CrossvaultError, type InventoryKind, type ObservedThing } from '@crossvault/contract';
import { askWithin } from '../read-job.ts';
import { type ActingParts, instantOf } from './acting-parts.ts';
import { isNoSuchThing, placeOf } from './place.ts';
import { shelves } from './shelves.ts';

/** Reads a plan or an item at its vendor, and keeps what it says where anything is kept. */
export type ReadThing = <Kind extends InventoryKind>(
  kind: Kind,
  id: string,
  call: CallOptions,
) => Promise<ObservedThing<Kind>>;

export function createReadThing(parts: Pick<ActingParts, 'sources' | 'store' | 'clock' | 'logger'>): ReadThing {
  const { sources, store, clock, logger } = parts;
  return async (kind, id, call) => {
    const { source, key } = placeOf(sources, kind, id);
    const askedAt = instantOf(parts);
    const keep = async (write: () => Promise<void> | undefined): Promise<void> => {
      try {
        await write();
      } catch (error) {
        const { code, message } = CrossvaultError.from(error);
        logger.warn({ connection: source.connection.name, code }, message);
      }
    };
    try {
      const read = await askWithin(clock, source, call, (connector, options) =>
        shelves[kind].get(connector, key, options, instantOf(parts)),
      );
      await keep(() => store?.putThings(kind, [read]));
      return read;
    } catch (error) {
      // The vendor's own word: it has to be in no list any more, and no pass over all of them is needed.
      if (isNoSuchThing(kind, error)) await keep(() => store?.markThingGone(kind, id, askedAt));
      throw error;
    }
  };
}
