import { actions, actionTargets, CrossvaultError, type Operation } from '@crossvault/contract';
import type { ActingParts } from './acting-parts.ts';
import type { ReadThing } from './read-thing.ts';

/** How what was acted on stands now, for the audit log and the store; null where that cannot be told. */
export type ReadTarget = (operation: Operation) => Promise<unknown>;

export function createReadTarget({ readJob, closing, logger }: ActingParts, readThing: ReadThing): ReadTarget {
  return async ({ action, target }) => {
    const known = actions.find((each) => each === action);
    const kind = known === undefined ? 'connection' : actionTargets[known];
    try {
      if (kind === 'job') return (await readJob(target, closing)).job;
      return kind === 'connection' ? null : (await readThing(kind, target, { signal: closing })).thing;
    } catch (error) {
      const { code, message } = CrossvaultError.from(error);
      logger.debug({ target, code }, message);
      return null;
    }
  };
}
