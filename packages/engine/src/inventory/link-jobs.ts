import type { CallOptions, InventoryKind, InventoryThings, JobStore, LinkedRuns, StoredThing } from '@crossvault/core';
import type { InventoryRecord } from '../actions/action-calls.ts';
import type { ActingParts } from '../actions/action-parts.ts';
import type { History } from '../changes/history.ts';
import { type LinkFacts, tieItem, tiePlan } from './link.ts';

/** Plans or items, completed from their jobs. */
export type LinkJobs = <Kind extends InventoryKind>(
  kind: Kind,
  things: readonly StoredThing<Kind>[],
  call: CallOptions,
) => Promise<readonly InventoryRecord<InventoryThings[Kind]>[]>;

const ties: {
  readonly [Kind in InventoryKind]: (thing: StoredThing<Kind>, facts: LinkFacts) => InventoryThings[Kind];
} = {
  plan: tiePlan,
  item: tieItem,
};

const noRuns: LinkedRuns = { recent: [], lastSuccessAt: null };

/** Jobs are known up to the last good sync of their connection; before the first one, and without a store, this is unknown. */
export function createJobLinker(
  { clock }: Pick<ActingParts, 'clock'>,
  history: (Pick<History, 'synchronizer'> & { readonly store: Pick<JobStore, 'runsOf' | 'during'> }) | null,
): LinkJobs {
  return async (kind, things, call) => {
    if (history === null || things.length === 0) return things.map(({ thing, raw }) => ({ thing, raw }));
    const [runs, syncs] = await Promise.all([
      history.store.during(call.signal).runsOf(
        kind,
        things.map(({ thing }) => thing.id),
        call,
      ),
      history.synchronizer.states(),
    ]);
    return things.map((stored) => {
      const sync = syncs.get(stored.thing.connection);
      const known = sync?.progress === 1 ? sync.lastAt : null;
      const facts = {
        runs: runs.get(stored.thing.id) ?? noRuns,
        nowMs: clock.now(),
        knownUntilMs: known === null ? null : Date.parse(known),
      };
      return { thing: ties[kind](stored, facts), raw: stored.raw };
    });
  };
}
