import type { CallOptions, Plan } from '@crossvault/core';
import {
  type InventoryKind,
  type InventoryThings,
  isUnderWay,
  type JobStore,
  type LinkedRun,
  type LinkedRuns,
  type StoredThing,
} from '@crossvault/core/store';
import type { InventoryRecord } from '../actions/action-calls.ts';
import type { ActingParts } from '../actions/action-parts.ts';
import type { History } from '../changes/history.ts';
import { withNextRun } from '../insight/next-run.ts';
import { withReadableSchedule } from '../insight/stored-schedule.ts';
import { type Expectation, expect } from './expectation.ts';

/** Plans or items, completed from their jobs. */
export type LinkJobs = <Kind extends InventoryKind>(
  kind: Kind,
  things: readonly StoredThing<Kind>[],
  call: CallOptions,
) => Promise<readonly InventoryRecord<InventoryThings[Kind]>[]>;

const linkOfKind: {
  readonly [Kind in InventoryKind]: (thing: StoredThing<Kind>, facts: LinkFacts) => InventoryThings[Kind];
} = {
  plan: linkPlan,
  item: linkItem,
};

/** What follows from the clock alone, where no jobs are stored. */
const withoutJobs: {
  readonly [Kind in InventoryKind]: (thing: StoredThing<Kind>, nowMs: number) => InventoryThings[Kind];
} = {
  plan: ({ thing }, nowMs) => withNextRun(thing, nowMs),
  item: ({ thing }) => thing,
};

const noRuns: LinkedRuns = { recent: [], lastSuccessAt: null };

/** Jobs are known up to the last good sync of their connection; before the first one, and without a store, this is unknown. */
export function createJobLinker(
  { clock }: Pick<ActingParts, 'clock'>,
  history: (Pick<History, 'synchronizer'> & { readonly store: Pick<JobStore, 'runsOf' | 'during'> }) | null,
): LinkJobs {
  return async (kind, things, call) => {
    if (history === null || things.length === 0) {
      return things.map((stored) => ({ thing: withoutJobs[kind](stored, clock.now()), raw: stored.raw }));
    }
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
      return { thing: linkOfKind[kind](stored, facts), raw: stored.raw };
    });
  };
}

/** The jobs that are linked to a plan or an item. */
export interface LinkFacts {
  readonly runs: LinkedRuns;
  readonly nowMs: number;
  readonly knownUntilMs: number | null;
}

type Linkable = Pick<Plan, 'lastJob' | 'lastSuccessAt' | 'streak' | 'provenance'>;

/** A success that protected nothing neither begins a streak nor ends one. */
function toStreak(recent: readonly LinkedRun[]): Plan['streak'] {
  const ended = recent.filter((run) => !isUnderWay(run) && (run.isSuccess || run.status !== 'succeeded'));
  const [newest] = ended;
  if (newest === undefined) return null;
  const other = ended.findIndex(({ status }) => status !== newest.status);
  return { status: newest.status, count: other === -1 ? ended.length : other };
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Completes the vendor's values from jobs. The vendor's value about a later job than any known one stays. */
function linkRuns<Thing extends Linkable>(thing: Thing, { recent, lastSuccessAt }: LinkedRuns): Thing {
  const [newest] = recent;
  if (newest === undefined) return thing;
  const { id, status, startedAt } = newest;
  const isKnownBetter = (thing.lastJob?.startedAt ?? '') > (startedAt ?? '');
  const success = later(thing.lastSuccessAt, lastSuccessAt);
  return {
    ...thing,
    lastJob: isKnownBetter ? thing.lastJob : { id, status, startedAt },
    lastSuccessAt: success,
    streak: thing.streak ?? toStreak(recent),
    provenance: {
      ...thing.provenance,
      ...(isKnownBetter ? {} : { lastJob: 'computed' as const }),
      ...(success === thing.lastSuccessAt ? {} : { lastSuccessAt: 'computed' as const }),
      ...(thing.streak === null ? { streak: 'computed' as const } : {}),
    },
  };
}

function provenanceOf(expectation: Expectation, field: string, isNew: boolean): Plan['provenance'] {
  const how = expectation.isInferred ? 'inferred' : 'computed';
  return {
    ...(isNew ? { [field]: how } : {}),
    ...(expectation.missed === null ? {} : { missed: how }),
  };
}

/** A plan, completed from its jobs. */
export function linkPlan({ thing, dueAt }: StoredThing<'plan'>, { runs, nowMs, knownUntilMs }: LinkFacts): Plan {
  const plan = linkRuns(withReadableSchedule(thing), runs);
  const expectation = expect({
    runs,
    nextAt: plan.nextRunAt,
    dueAt,
    isExpected: plan.enabled !== false,
    nowMs,
    knownUntilMs,
  });
  // A run that the schedule predicts outranks one that earlier runs suggest.
  const known = withNextRun(plan, nowMs);
  const isNew = known.nextRunAt === null && expectation.nextAt !== null;
  return {
    ...known,
    nextRunAt: known.nextRunAt ?? expectation.nextAt,
    missed: plan.missed ?? expectation.missed,
    provenance: { ...known.provenance, ...provenanceOf(expectation, 'nextRunAt', isNew) },
  };
}

/** An item, completed from its jobs. */
export function linkItem(
  { thing, dueAt }: StoredThing<'item'>,
  { runs, nowMs, knownUntilMs }: LinkFacts,
): InventoryThings['item'] {
  const item = linkRuns(thing, runs);
  const nextAt = item.expectedNextAt ?? item.plan?.nextRunAt ?? null;
  const isExpected = item.protection !== 'stopped' && item.protection !== 'paused';
  const expectation = expect({ runs, nextAt, dueAt, isExpected, nowMs, knownUntilMs });
  const isNew = item.expectedNextAt === null && expectation.nextAt !== null;
  return {
    ...item,
    expectedNextAt: item.expectedNextAt ?? expectation.nextAt,
    missed: item.missed ?? expectation.missed,
    provenance: { ...item.provenance, ...provenanceOf(expectation, 'expectedNextAt', isNew) },
  };
}
