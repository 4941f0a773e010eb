import type { CallOptions, Plan, Provenance } from '@crossvault/core';
import {
  type InventoryKind,
  type InventoryThings,
  isUnderWay,
  type JobStore,
  type LinkedRun,
  type LinkedRuns,
  type StoredSubject,
  type StoredThing,
} from '@crossvault/core/store';
import type { InventoryRecord } from '../actions/action-calls.ts';
import type { ActingParts } from '../actions/action-parts.ts';
import { emptyMemory, readMemory, type SubjectMemory } from '../insight/evaluation/subject-memory.ts';
import { withNextRun } from '../insight/next-run.ts';
import { withReadableSchedule } from '../insight/stored-schedule.ts';

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

/** What jobs are linked by, and what was judged of them. */
export interface LinkParts {
  readonly store: Pick<JobStore, 'runsOf' | 'subjects' | 'during'>;
  /** Evaluates connections up to now. */
  readonly evaluate: (connections: readonly string[], call: CallOptions) => Promise<unknown>;
}

/** What ran follows from stored jobs, and what was expected from the last evaluation; without a store both are unknown. */
export function createJobLinker({ clock }: Pick<ActingParts, 'clock'>, parts: LinkParts | null): LinkJobs {
  return async (kind, things, call) => {
    if (parts === null || things.length === 0) {
      return things.map((stored) => ({ thing: withoutJobs[kind](stored, clock.now()), raw: stored.raw }));
    }
    const ids = things.map(({ thing }) => thing.id);
    await parts.evaluate([...new Set(things.map(({ thing }) => thing.connection))], call);
    const store = parts.store.during(call.signal);
    const [runs, judged] = await Promise.all([store.runsOf(kind, ids, call), readJudged(store, kind, ids, call)]);
    return things.map((stored) => {
      const facts = {
        runs: runs.get(stored.thing.id) ?? noRuns,
        nowMs: clock.now(),
        judged: judged.get(stored.thing.id) ?? null,
      };
      return { thing: linkOfKind[kind](stored, facts), raw: stored.raw };
    });
  };
}

/** Items of a plan that are looked at to know whether one of them missed a run. */
const mostItems = 5_000;

/** What was judged of plans or items. Where the items of a plan are judged, the plan has missed a run when one of them has. */
async function readJudged(
  store: LinkParts['store'],
  kind: InventoryKind,
  ids: readonly string[],
  call: CallOptions,
): Promise<ReadonlyMap<string, Judged>> {
  const subjects = await store.subjects({ connections: null }, { ids }, call);
  const judged = new Map(subjects.map((subject) => [subject.id, toJudged(subject)]));
  const others = kind === 'plan' ? ids.filter((id) => judged.get(id)?.isExpected === false) : [];
  if (others.length === 0) return judged;
  const items = await store.subjects(
    { connections: null, plans: others, areExpected: true },
    { limit: mostItems },
    call,
  );
  const byPlan = Map.groupBy(items.map(toJudged), ({ planId }) => planId);
  for (const id of others) {
    const known = judged.get(id);
    const own = byPlan.get(id) ?? [];
    if (known !== undefined) judged.set(id, { ...known, missed: anyMissed(own) });
  }
  return judged;
}

function anyMissed(items: readonly Judged[]): boolean | null {
  if (items.some(({ missed }) => missed === true)) return true;
  return items.length > 0 && items.every(({ missed }) => missed === false) ? false : null;
}

/** What the last evaluation found of a plan or an item. */
export interface Judged {
  readonly planId: string | null;
  readonly isExpected: boolean;
  readonly missed: boolean | null;
  readonly streak: SubjectMemory['streak'];
  readonly nextMs: number | null;
  /** Whether its schedule was inferred from its runs. */
  readonly isInferred: boolean;
}

function toJudged({ plan, isExpected, facts }: StoredSubject): Judged {
  const { missed, streak, expectedNextMs, inferred } = readMemory(facts) ?? emptyMemory;
  const isInferred = (inferred?.evidence.length ?? 0) > 0;
  return { planId: plan?.id ?? null, isExpected, missed, streak, nextMs: expectedNextMs, isInferred };
}

/** The jobs that are linked to a plan or an item, and what was judged of them. */
export interface LinkFacts {
  readonly runs: LinkedRuns;
  readonly nowMs: number;
  /** Null: nothing was judged. */
  readonly judged: Judged | null;
}

type Linkable = Pick<Plan, 'lastJob' | 'lastSuccessAt' | 'streak' | 'provenance'>;

/** Of expected runs, where there are any; else of what ran. A success that protected nothing neither begins a streak nor ends one. */
function toStreak(recent: readonly LinkedRun[], judged: Judged | null): Plan['streak'] {
  if (judged?.isExpected === true && judged.streak !== null) {
    const { kind, count } = judged.streak;
    return { status: kind === 'bad' ? 'failed' : 'succeeded', count };
  }
  const ended = recent.filter((run) => !isUnderWay(run) && (run.isSuccess || run.status !== 'succeeded'));
  const [newest] = ended;
  if (newest === undefined) return null;
  const other = ended.findIndex(({ status }) => status !== newest.status);
  return { status: newest.status, count: other === -1 ? ended.length : other };
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Completes the vendor's values from jobs. The vendor's value about a later job than any known one stays. */
function linkRuns<Thing extends Linkable>(thing: Thing, { runs, judged }: LinkFacts): Thing {
  const { recent, lastSuccessAt } = runs;
  const [newest] = recent;
  if (newest === undefined) return thing;
  const { id, status, startedAt } = newest;
  const isKnownBetter = (thing.lastJob?.startedAt ?? '') > (startedAt ?? '');
  const success = later(thing.lastSuccessAt, lastSuccessAt);
  return {
    ...thing,
    lastJob: isKnownBetter ? thing.lastJob : { id, status, startedAt },
    lastSuccessAt: success,
    streak: thing.streak ?? toStreak(recent, judged),
    provenance: {
      ...thing.provenance,
      ...(isKnownBetter ? {} : { lastJob: 'computed' as const }),
      ...(success === thing.lastSuccessAt ? {} : { lastSuccessAt: 'computed' as const }),
      ...(thing.streak === null ? { streak: 'computed' as const } : {}),
    },
  };
}

/** The next run and whether the last one was missed, as it was judged. */
function linkExpectation(judged: Judged | null, nowMs: number) {
  const how: Provenance = judged?.isInferred === true ? 'inferred' : 'computed';
  const nextMs = judged?.nextMs ?? null;
  return {
    nextAt: nextMs === null || nextMs <= nowMs ? null : new Date(nextMs).toISOString(),
    missed: judged?.missed ?? null,
    how,
  };
}

/** A plan, completed from its jobs. */
export function linkPlan({ thing }: StoredThing<'plan'>, facts: LinkFacts): Plan {
  // A run that the schedule predicts outranks one that earlier runs suggest.
  const known = withNextRun(linkRuns(withReadableSchedule(thing), facts), facts.nowMs);
  const { nextAt, missed, how } = linkExpectation(facts.judged, facts.nowMs);
  const isPassed = known.nextRunAt !== null && Date.parse(known.nextRunAt) <= facts.nowMs;
  const nextRunAt = isPassed ? nextAt : (known.nextRunAt ?? nextAt);
  return {
    ...known,
    nextRunAt,
    missed: known.missed ?? missed,
    provenance: {
      ...known.provenance,
      ...(nextRunAt !== null && nextRunAt !== known.nextRunAt ? { nextRunAt: how } : {}),
      ...(known.missed === null && missed !== null ? { missed: how } : {}),
    },
  };
}

/** An item, completed from its jobs. */
export function linkItem({ thing }: StoredThing<'item'>, facts: LinkFacts): InventoryThings['item'] {
  const item = linkRuns(thing, facts);
  const { nextAt, missed, how } = linkExpectation(facts.judged, facts.nowMs);
  const reported = item.expectedNextAt ?? item.plan?.nextRunAt ?? null;
  const isPassed = reported === null || Date.parse(reported) <= facts.nowMs;
  const expectedNextAt = isPassed ? nextAt : (item.expectedNextAt ?? reported);
  return {
    ...item,
    expectedNextAt,
    missed: item.missed ?? missed,
    provenance: {
      ...item.provenance,
      ...(expectedNextAt !== null && expectedNextAt !== item.expectedNextAt ? { expectedNextAt: how } : {}),
      ...(item.missed === null && missed !== null ? { missed: how } : {}),
    },
  };
}
