import { CrossvaultError } from '@crossvault/core';
import { askWithin } from '../jobs/read-job.ts';
import { findSource } from '../listing/covered-sources.ts';
import type { ActingCalls } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import { addressOfThing } from './action-target.ts';

const notOffered = (title: string, what: string): never => {
  throw new CrossvaultError({ code: 'action-not-supported', message: `Crossvault reads no ${what} at ${title}.` });
};

/** What is always asked of the vendor itself. */
export function createVendorCalls({
  sources,
  clock,
}: Pick<ActingParts, 'sources' | 'clock'>): Pick<ActingCalls, 'recoveryPoints' | 'containers'> {
  return {
    async recoveryPoints(id, call) {
      const { source, key } = addressOfThing(sources, 'item', id);
      return askWithin(clock, source, call, async ({ protectedItems }, options) => {
        const points = protectedItems?.recoveryPoints?.(key, options);
        return points ?? notOffered(source.connection.title, 'recovery points');
      });
    },
    async containers(name, call) {
      const source = findSource(sources, name);
      return askWithin(clock, source, call, async ({ protectedItems }, options) => {
        const containers = protectedItems?.containers?.(options);
        return containers ?? notOffered(source.connection.title, 'containers');
      });
    },
  };
}
