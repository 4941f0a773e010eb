import { type TruthEvent, type TruthOccurrence, type TruthOutcome, toInstant, type VendorId } from '../truth.ts';
import { type EventInput, isRunEvent } from './event.ts';
import type { Due } from './expand.ts';
import type { SimulatedPlan } from './plan.ts';
import type { PlannedRun } from './planned-run.ts';

/** What a due time led to. */
export type KeptOccurrence = {
  readonly vendor: VendorId;
  readonly plan: SimulatedPlan;
  readonly item: string | null;
  readonly due: Due;
  readonly planted: readonly string[];
  /** Why nothing ran; null: it did. */
  readonly never: 'missed' | 'skipped' | null;
  readonly runs: readonly PlannedRun[];
  /** Jobs of each run. */
  readonly nativeIds: readonly (readonly string[])[];
};

const endOf = ({ startMs, durationMs }: PlannedRun): number => startMs + durationMs;

const outcomeAt = (begun: readonly PlannedRun[], runs: readonly PlannedRun[], nowMs: number): TruthOutcome => {
  const last = begun.at(-1);
  if (last === undefined) return 'waiting';
  return begun.length < runs.length || endOf(last) > nowMs ? 'running' : last.outcome;
};

/** One a track, none for what is not due at the simulated time. */
export const describeOccurrence = (
  { vendor, plan, item, due, planted, never, runs, nativeIds }: KeptOccurrence,
  nowMs: number,
): TruthOccurrence[] => {
  if (due.atMs > nowMs) return [];
  const begun = runs.filter(({ startMs }) => startMs <= nowMs);
  const outcome = never ?? outcomeAt(begun, runs, nowMs);
  const [first] = begun;
  const last = begun.at(-1);
  const isOver = last !== undefined && outcome !== 'running';
  return due.tracks.map((track) => ({
    vendor,
    list: plan.list,
    plan: plan.name,
    item,
    track,
    dueAt: toInstant(due.atMs),
    outcome,
    startedAt: first === undefined ? null : toInstant(first.startMs),
    endedAt: isOver ? toInstant(endOf(last)) : null,
    attempts: begun.length,
    failedItems: item === null && isOver ? last.failedItems : [],
    nativeIds: nativeIds.slice(0, begun.length).flat(),
    planted,
  }));
};

export const describeEvent = (vendor: VendorId, event: EventInput, atMs: number): TruthEvent => ({
  vendor,
  kind: event.kind,
  plan: 'plan' in event ? event.plan : null,
  item: 'item' in event ? (event.item ?? null) : null,
  at: toInstant(atMs),
  times: isRunEvent(event) ? (event.times ?? 1) : null,
  seconds: 'seconds' in event ? event.seconds : null,
});
