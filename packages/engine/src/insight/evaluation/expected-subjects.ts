import type { SubjectRun } from '@crossvault/core/store';
import type { ConnectionMemory } from './connection-memory.ts';
import type { JudgedThing } from './judged-thing.ts';

/** Ids of plans whose jobs name items: their items are judged, and they are not. */
export function linkedPlansOf({ known, things }: ConnectionMemory): ReadonlySet<string> {
  const plans = new Set<string>();
  for (const [id, { memory }] of known) {
    const thing = memory.isLinked ? things.get(id) : undefined;
    if (thing?.kind === 'item' && thing.plan !== null) plans.add(thing.plan.id);
  }
  return plans;
}

/**
 * Whether runs of a thing are expected. A run is judged once: of the items that runs name, else of the plan. An item whose runs all belong to
 * plans that are judged has its age alone.
 */
export function readExpected(
  thing: JudgedThing,
  { things }: ConnectionMemory,
  linkedPlans: ReadonlySet<string>,
  runs: readonly SubjectRun[],
): boolean {
  if (thing.kind === 'plan') return !linkedPlans.has(thing.id) && !(thing.isEmpty && runs.length === 0);
  if (thing.isUnprotected) return false;
  if (thing.plan !== null && things.has(thing.plan.id)) return linkedPlans.has(thing.plan.id);
  const plans = new Set([...things.values()].filter(({ kind }) => kind === 'plan').flatMap(({ links }) => links.ids));
  return runs.some(({ planId }) => planId === null || !plans.has(planId));
}
