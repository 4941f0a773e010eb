import type { Schedule } from '@crossvault/core';
import type { Due } from './due.ts';
import { createRule } from './expand-rule.ts';
import { offsetsOf } from './zone-offsets.ts';

const dayMs = 86_400_000;

/** A schedule, prepared for many questions. */
export interface ExpandedSchedule {
  /** The runs that are due from an instant on and before another, in the order of time. */
  duesBetween(fromMs: number, untilMs: number): readonly Due[];
  /** The next run that is due after an instant; null where none can be predicted. */
  nextAfter(instantMs: number): Due | null;
}

const prepared = new WeakMap<Schedule, ExpandedSchedule>();

/**
 * Prepares a schedule; one that was prepared before is known by its object. Rules without predictable runs have none: intervals
 * without an anchor, times of day without a zone, runs after other runs.
 */
export function expandSchedule(schedule: Schedule): ExpandedSchedule {
  const known = prepared.get(schedule);
  if (known !== undefined) return known;
  const zone = schedule.timeZone === null ? null : offsetsOf(schedule.timeZone);
  const rules = schedule.rules.flatMap((rule) => createRule(rule, zone, schedule.clockChange) ?? []);
  const duesBetween = (fromMs: number, untilMs: number): readonly Due[] => {
    const dues = rules.flatMap((expand) => expand(fromMs, untilMs));
    return rules.length < 2 ? dues : dues.sort((one, other) => one.dueMs - other.dueMs);
  };
  const created = { duesBetween, nextAfter: (instantMs: number) => findNext(duesBetween, instantMs) };
  prepared.set(schedule, created);
  return created;
}

/** A leap day may be eight years away. */
const searchedDays: readonly number[] = [2, 40, 400, 8 * 366 + 1];

function findNext(duesBetween: ExpandedSchedule['duesBetween'], instantMs: number): Due | null {
  for (const days of searchedDays) {
    const [next] = duesBetween(instantMs + 1, instantMs + days * dayMs);
    if (next !== undefined) return next;
  }
  return null;
}
