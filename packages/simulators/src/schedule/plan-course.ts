import type { EventInput } from './event.ts';
import { type Due, dueBetween, nextDueAfter } from './expand.ts';
import type { SimulatedPlan } from './plan.ts';
import type { SimulatedSchedule } from './rule.ts';

type Version = { readonly fromMs: number; readonly schedule: SimulatedSchedule };

/** A plan over time: its schedules, when it is enabled, and which of its items are gone. */
export type PlanCourse = {
  readonly plan: SimulatedPlan;
  /** Due times of the plan's own rules in a span, where it is enabled and not gone. */
  dueBetween(fromMs: number, untilMs: number): readonly Due[];
  /** null: it is disabled or gone, or nothing is due. */
  nextDueMs(atMs: number): number | null;
  scheduleAt(atMs: number): SimulatedSchedule;
  isEnabledAt(atMs: number): boolean;
  /** Without an item, the plan itself. */
  isGoneAt(item: string | null, atMs: number): boolean;
  itemsAt(atMs: number): readonly string[];
  apply(event: EventInput, atMs: number): void;
};

const withoutSilent = ({ silentTracks }: SimulatedPlan, schedule: SimulatedSchedule): SimulatedSchedule => ({
  ...schedule,
  rules: schedule.rules.filter(({ track }) => !silentTracks.includes(track)),
});

export const createPlanCourse = (plan: SimulatedPlan): PlanCourse => {
  const versions: Version[] = [{ fromMs: Number.NEGATIVE_INFINITY, schedule: plan.schedule }];
  const turns: { readonly atMs: number; readonly isEnabled: boolean }[] = [];
  const gone = new Map<string | null, number>();
  let next: { readonly fromMs: number; readonly atMs: number | null; readonly schedule: SimulatedSchedule } | null =
    null;

  const scheduleAt = (atMs: number): SimulatedSchedule =>
    versions.findLast(({ fromMs }) => fromMs <= atMs)?.schedule ?? plan.schedule;
  const isEnabledAt = (atMs: number): boolean =>
    turns.filter((turn) => turn.atMs <= atMs).reduce((_, { isEnabled }) => isEnabled, true);
  const isGoneAt = (item: string | null, atMs: number): boolean =>
    [item, null].some((one) => atMs >= (gone.get(one) ?? Number.POSITIVE_INFINITY));

  const nextDueMs = (atMs: number): number | null => {
    if (!isEnabledAt(atMs) || isGoneAt(null, atMs)) return null;
    const schedule = scheduleAt(atMs);
    const isKnown = next !== null && next.fromMs <= atMs && (next.atMs === null || next.atMs > atMs);
    if (next === null || !isKnown || next.schedule !== schedule) {
      next = { fromMs: atMs, atMs: nextDueAfter(withoutSilent(plan, schedule), atMs), schedule };
    }
    return next.atMs;
  };

  return Object.freeze({
    plan,
    scheduleAt,
    isEnabledAt,
    isGoneAt,
    nextDueMs,
    itemsAt: (atMs: number) => plan.items.filter((item) => !isGoneAt(item, atMs)),
    dueBetween: (fromMs: number, untilMs: number) =>
      versions
        .flatMap((version, index) => {
          const endMs = versions[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
          const schedule = withoutSilent(plan, version.schedule);
          return dueBetween(schedule, Math.max(fromMs, version.fromMs), Math.min(untilMs, endMs));
        })
        .filter(({ atMs }) => isEnabledAt(atMs) && !isGoneAt(null, atMs)),
    apply: (event: EventInput, atMs: number) => {
      next = null;
      if (event.kind === 'disable' || event.kind === 'enable') {
        turns.push({ atMs, isEnabled: event.kind === 'enable' });
        turns.sort((one, other) => one.atMs - other.atMs);
      } else if (event.kind === 'retire') {
        gone.set(event.item ?? null, atMs);
      } else if (event.kind === 'edit-schedule') {
        const { timeZone, skipped } = scheduleAt(atMs);
        versions.push({
          fromMs: atMs,
          schedule: { rules: event.rules, timeZone: event.timeZone ?? timeZone, skipped },
        });
        versions.sort((one, other) => one.fromMs - other.fromMs);
      }
    },
  });
};
