import { actions, actionTargets, CrossvaultError, type Operation } from '@crossvault/core';
import { readers } from '../inventory/inventory-readers.ts';
import { readReader } from '../inventory/read-live-things.ts';
import type { ReadThing } from '../inventory/read-thing.ts';
import { findSource } from '../listing/covered-sources.ts';
import type { ActingParts } from './action-parts.ts';

/** How what was acted on stands now, for the audit log and the store; null where that cannot be told. */
export type ReadTarget = (operation: Operation) => Promise<unknown>;

export function createReadTarget(
  { readJob, closing, logger, sources, store, clock }: ActingParts,
  readThing: ReadThing,
): ReadTarget {
  /** What was put under protection is an item that no id is known of: the list has it. */
  async function readItems(connection: string): Promise<void> {
    if (store === null) return;
    const source = findSource(sources, connection);
    const takeNumber = () => store.takeReadingNumber();
    const { things } = await readReader(clock, source, readers.item, { signal: closing }, takeNumber);
    await store.putThings('item', things);
  }

  return async ({ action, target, connection }) => {
    const known = actions.find((each) => each === action);
    const kind = known === undefined ? 'connection' : actionTargets[known];
    try {
      if (kind === 'job') return (await readJob(target, closing)).job;
      if (action === 'protect') await readItems(connection);
      return kind === 'connection' ? null : (await readThing(kind, target, { signal: closing })).thing;
    } catch (error) {
      const { code, message } = CrossvaultError.from(error);
      logger.debug({ target, code }, message);
      return null;
    }
  };
}
