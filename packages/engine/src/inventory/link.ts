import type { InventoryThings, JobStatus, LinkedRun, LinkedRuns, Plan, StoredThing } from '@crossvault/core';
import { type Expectation, expect } from './expectation.ts';

/** The jobs that are linked to a plan or an item. */
export interface LinkFacts {
  readonly runs: LinkedRuns;
  readonly nowMs: number;
  readonly knownUntilMs: number | null;
}

type Tied = Pick<Plan, 'lastJob' | 'lastSuccessAt' | 'streak' | 'provenance'>;

const open: ReadonlySet<JobStatus> = new Set(['queued', 'running', 'cancelling']);

/** A success that protected nothing neither begins a streak nor ends one. */
function toStreak(recent: readonly LinkedRun[]): Plan['streak'] {
  const ended = recent.filter(({ status, isSuccess }) => !open.has(status) && (isSuccess || status !== 'succeeded'));
  const [newest] = ended;
  if (newest === undefined) return null;
  const other = ended.findIndex(({ status }) => status !== newest.status);
  return { status: newest.status, count: other === -1 ? ended.length : other };
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Completes the vendor's values from jobs. The vendor's value about a later job than any known one stays. */
function tieRuns<Thing extends Tied>(thing: Thing, { recent, lastSuccessAt }: LinkedRuns): Thing {
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
export function tiePlan({ thing, dueAt }: StoredThing<'plan'>, { runs, nowMs, knownUntilMs }: LinkFacts): Plan {
  const plan = tieRuns(thing, runs);
  const expectation = expect({
    runs,
    nextAt: plan.nextRunAt,
    dueAt,
    isExpected: plan.enabled !== false,
    nowMs,
    knownUntilMs,
  });
  const isNew = plan.nextRunAt === null && expectation.nextAt !== null;
  return {
    ...plan,
    nextRunAt: plan.nextRunAt ?? expectation.nextAt,
    missed: plan.missed ?? expectation.missed,
    provenance: { ...plan.provenance, ...provenanceOf(expectation, 'nextRunAt', isNew) },
  };
}

/** An item, completed from its jobs. */
export function tieItem(
  { thing, dueAt }: StoredThing<'item'>,
  { runs, nowMs, knownUntilMs }: LinkFacts,
): InventoryThings['item'] {
  const item = tieRuns(thing, runs);
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
