import type { SimulatedClock } from '../clock/clock.ts';
import type { Random } from '../fleet/random.ts';
import type { TruthSchedule, VendorId } from '../truth.ts';
import { type EventInput, isRunEvent, type PlantedEvent, type RunEvent, startOfEvent } from './event.ts';
import type { Due } from './expand.ts';
import type { SimulatedPlan } from './plan.ts';
import { createPlanCourse, type PlanCourse } from './plan-course.ts';
import { type PlannedRun, startRuns } from './planned-run.ts';
import { describeEvent, describeOccurrence, type KeptOccurrence } from './recorded.ts';
import type { SimulatedSchedule } from './rule.ts';
import { dayOf } from './zone.ts';

/** Makes the runs of a vendor's plans as the clock reaches their due times. */
export type Planner = {
  /** Starts what has fallen due since the last call. A vendor calls it before it answers or changes anything. */
  advance(): void;
  /** Throws RangeError for an unknown plan or item, and for an instant that was reached already. */
  plant(event: EventInput): void;
  readonly plans: readonly PlanCourse[];
  /** By id or name, in any case. */
  find(plan: string): PlanCourse | undefined;
  truth(): TruthSchedule;
  /** Whether the vendor does not answer requests of that address now. */
  isBlind(address: string): boolean;
};

export type PlannerOptions = {
  readonly vendor: VendorId;
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly plans: readonly SimulatedPlan[];
  readonly events: readonly PlantedEvent[];
  /** Where the history begins. */
  readonly fromMs: number;
  /** What the plan protects at that moment, where that can change without an event. @default its items */
  readonly itemsOf?: ((plan: SimulatedPlan) => readonly string[]) | undefined;
  /** Throws RangeError for a schedule that the vendor cannot tell. */
  readonly check?: ((schedule: SimulatedSchedule) => void) | undefined;
  /** Makes the jobs of a run, and gives their native ids. */
  readonly start: (run: PlannedRun) => readonly string[];
};

type Kept<Event> = { readonly event: Event; readonly atMs: number };

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const createPlanner = (options: PlannerOptions): Planner => {
  const { vendor, clock, start, fromMs } = options;
  const random = options.random.fork('planned runs');
  const checkSchedule = (schedule: SimulatedSchedule): void => {
    // An unknown zone is refused here, and not at the first due time.
    dayOf(clock.now(), schedule.timeZone);
    options.check?.(schedule);
  };
  for (const { schedule } of options.plans) checkSchedule(schedule);
  const plans = options.plans.map(createPlanCourse);
  const events: Kept<EventInput>[] = [];
  const occurrences: KeptOccurrence[] = [];
  /** By plan and item. */
  const busyUntilMs = new Map<string, number>();
  /** By plan: ends of runs, for the plans that follow them. */
  const ends = new Map(options.plans.map(({ id }): [string, number[]] => [id, []]));
  /** How many due times an event was about already, by event and subject. */
  const used = new Map<string, number>();
  let reachedMs = fromMs - 1;

  const itemsAt = (course: PlanCourse, atMs: number): readonly string[] =>
    options.itemsOf === undefined
      ? course.itemsAt(atMs)
      : options.itemsOf(course.plan).filter((item) => !course.isGoneAt(item, atMs));

  const find = (name: string): PlanCourse | undefined =>
    plans.find(({ plan }) => same(plan.id, name)) ?? plans.find(({ plan }) => same(plan.name, name));

  /** Events about a run, each for its number of due times. */
  const take = ({ plan }: PlanCourse, item: string | null, due: Due): RunEvent[] =>
    events.flatMap(({ event, atMs }, index) => {
      if (!isRunEvent(event) || atMs > due.atMs || find(event.plan)?.plan !== plan) return [];
      if (item !== null && event.item !== undefined && !same(event.item, item)) return [];
      const key = `${index}/${item}`;
      const count = used.get(key) ?? 0;
      if (count >= (event.times ?? 1)) return [];
      used.set(key, count + 1);
      return [event];
    });

  const runDue = (course: PlanCourse, item: string | null, due: Due): void => {
    const { plan } = course;
    const key = `${plan.id}/${item}`;
    const taken = take(course, item, due);
    const common = { vendor, plan, item, due, planted: taken.map(({ kind }) => kind) };
    const items = item === null ? itemsAt(course, due.atMs) : [item];
    if (taken.some(({ kind }) => kind === 'miss')) {
      occurrences.push({ ...common, never: 'missed', runs: [], nativeIds: [] });
      return;
    }
    const wish = { plan, item, items, due, busyUntilMs: busyUntilMs.get(key) ?? 0 };
    const runs = startRuns(wish, taken, random.fork(`${key}/${due.atMs}`));
    const last = runs?.at(-1);
    if (runs === null || last === undefined) {
      occurrences.push({ ...common, never: 'skipped', runs: [], nativeIds: [] });
      return;
    }
    const endMs = last.startMs + last.durationMs;
    busyUntilMs.set(key, endMs);
    ends.get(plan.id)?.push(endMs);
    occurrences.push({ ...common, never: null, runs, nativeIds: runs.map(start) });
  };

  /** A plan that follows another is due when a run of that one has ended. */
  const followed = ({ plan, scheduleAt, isEnabledAt }: PlanCourse, afterMs: number, untilMs: number): Due[] =>
    plan.schedule.rules.flatMap((rule) => {
      if (rule.kind !== 'after') return [];
      const endsOfOther = ends.get(find(rule.plan)?.plan.id ?? '') ?? [];
      const within = endsOfOther.filter((atMs) => atMs > afterMs && atMs <= untilMs && isEnabledAt(atMs));
      return within
        .filter((atMs) => scheduleAt(atMs).rules.includes(rule))
        .map((atMs) => ({ atMs, tracks: [rule.track] }));
    });

  /** Whether nothing of the plan is due in the span: most requests come between two due times. */
  const isQuiet = (course: PlanCourse, afterMs: number, untilMs: number): boolean => {
    const isFollowing = course.plan.schedule.rules.some(({ kind }) => kind === 'after');
    const nextMs = course.nextDueMs(afterMs);
    const isEdited = course.scheduleAt(afterMs) !== course.scheduleAt(untilMs);
    return nextMs !== null && nextMs > untilMs && course.isEnabledAt(untilMs) && !isFollowing && !isEdited;
  };

  const advance = (): void => {
    const [afterMs, untilMs] = [reachedMs, clock.now()];
    if (untilMs <= afterMs) return;
    reachedMs = untilMs;
    for (const course of plans.filter((one) => !isQuiet(one, afterMs, untilMs))) {
      for (const due of [...course.dueBetween(afterMs + 1, untilMs + 1), ...followed(course, afterMs, untilMs)]) {
        const subjects = course.plan.hasRunPerItem ? itemsAt(course, due.atMs) : [null];
        for (const item of subjects) runDue(course, item, due);
      }
    }
  };

  const courseOf = (name: string): PlanCourse => {
    const course = find(name);
    if (course !== undefined) return course;
    throw new RangeError(`no plan ${name}; there are ${plans.map(({ plan }) => plan.name).join(', ')}`);
  };

  const checkItem = (course: PlanCourse, event: EventInput, atMs: number): void => {
    const { plan } = course;
    const item = 'item' in event ? event.item : undefined;
    if (item === undefined) return;
    const items = [...new Set([...plan.items, ...itemsAt(course, atMs)])];
    if (!items.some((one) => same(one, item))) {
      throw new RangeError(`no item ${item} in ${plan.name}; there are ${items.join(', ')}`);
    }
    if (!plan.hasRunPerItem && event.kind !== 'fail' && event.kind !== 'retire') {
      throw new RangeError(`a run of ${plan.name} is about all its items: leave the item out`);
    }
  };

  const check = (event: EventInput, atMs: number, earliestMs: number): void => {
    if (event.kind === 'blind') return;
    const course = courseOf(event.plan);
    checkItem(course, event, atMs);
    if (atMs < earliestMs) throw new RangeError('what has fallen due already cannot be changed: plant it earlier');
    if (event.kind !== 'edit-schedule') return;
    const { timeZone, skipped } = course.scheduleAt(atMs);
    checkSchedule({ rules: event.rules, timeZone: event.timeZone ?? timeZone, skipped });
  };

  const plant = (event: EventInput, earliestMs: number): void => {
    const atMs = startOfEvent(event, clock.now());
    check(event, atMs, earliestMs);
    events.push({ event, atMs });
    if (event.kind !== 'blind') find(event.plan)?.apply(event, atMs);
  };
  for (const { vendor: of, ...event } of options.events) if (of === vendor) plant(event, Number.NEGATIVE_INFINITY);

  return Object.freeze({
    advance,
    plans,
    find,
    plant: (event: EventInput) => {
      advance();
      plant(event, clock.now());
    },
    isBlind: (address: string) =>
      events.some(({ event, atMs }) => {
        if (event.kind !== 'blind') return false;
        const isNow = clock.now() >= atMs && clock.now() < atMs + event.seconds * 1000;
        return isNow && (event.path === undefined || address.toLowerCase().includes(event.path.toLowerCase()));
      }),
    truth: () => {
      advance();
      return {
        occurrences: occurrences.flatMap((one) => describeOccurrence(one, clock.now())),
        events: events.map(({ event, atMs }) => describeEvent(vendor, event, atMs)),
      };
    },
  });
};
