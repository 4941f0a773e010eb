import type { VendorCore } from '../simulated-vendor.ts';
import type { VendorId } from '../truth.ts';
import type { SimulatedPlan } from './plan.ts';
import { createPlanner, type Planner, type PlannerOptions } from './planner.ts';
import type { ScheduleOptions } from './schedule-options.ts';

const DAY_MS = 86_400_000;

/** The planner of a vendor, with a history as long as the fleet's; null where jobs start at random times. */
export const createVendorPlanner = (
  core: VendorCore,
  vendor: VendorId,
  parts: Pick<PlannerOptions, 'start' | 'itemsOf' | 'check'> & {
    readonly plansOf: (options: ScheduleOptions) => readonly SimulatedPlan[];
  },
): Planner | null => {
  const { schedules, clock, random, anchorMs, days } = core;
  if (schedules === undefined) return null;
  const { plansOf, ...rest } = parts;
  const fromMs = anchorMs - days * DAY_MS;
  return createPlanner({
    vendor,
    clock,
    random,
    fromMs,
    plans: plansOf(schedules),
    events: schedules.events ?? [],
    ...rest,
  });
};
