import type { SimulatedClock } from '../clock/clock.ts';
import { createRandom } from '../fleet/random.ts';
import type { Planner } from '../schedule/planner.ts';
import { type ItemSort, KNOWN_THINGS, type ProtectedThing } from './protected-items.ts';

/** What the appliance protects now, with its restore points. */
export type Things = { of(sort: ItemSort): readonly ProtectedThing[] };

const DAY_MS = 86_400_000;
const KEPT_POINTS = 5;

/** Where no schedule makes them there is one point a day, the newest a day old. */
export const fixedThings = (clock: SimulatedClock): Things => ({
  of: (sort) => {
    const nowMs = clock.now();
    const points = Array.from({ length: KEPT_POINTS }, (_, index) => ({
      atMs: nowMs - (KEPT_POINTS - index) * DAY_MS,
    }));
    return KNOWN_THINGS[sort].map((thing) => ({ ...thing, points }));
  },
});

const idOf = (sort: ItemSort, name: string): string =>
  KNOWN_THINGS[sort].find((known) => known.name === name)?.id ?? createRandom(`machine ${name}`).uuid();

/** Only what was good leaves a point. */
const isGood = (outcome: string): boolean => outcome === 'succeeded' || outcome === 'warning';

export const createPlannedThings = (clock: SimulatedClock, planner: Planner): Things => ({
  of: (sort) => {
    const { occurrences } = planner.truth();
    const courses = planner.plans.filter(({ plan }) => plan.sort === sort);
    return courses.flatMap((course) =>
      course.itemsAt(clock.now()).map((name) => {
        const runs = occurrences.filter(({ plan, startedAt }) => plan === course.plan.name && startedAt !== null);
        const good = runs.filter(({ outcome, failedItems }) =>
          outcome === 'failed' ? failedItems.length > 0 && !failedItems.includes(name) : isGood(outcome),
        );
        const starts = [...new Set(good.map(({ startedAt }) => Date.parse(startedAt ?? '')))];
        return { id: idOf(sort, name), name, points: starts.slice(-KEPT_POINTS).map((atMs) => ({ atMs })) };
      }),
    );
  },
});
