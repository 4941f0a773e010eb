import type { ScheduleRule, SimulatedSchedule, Track } from './rule.ts';

/** A plan of a simulated vendor, whose runs become its jobs. */
export type SimulatedPlan = {
  /** The vendor's id of it, unique within the vendor. */
  readonly id: string;
  readonly name: string;
  /** Key of the list that has its jobs; '' where there is one. */
  readonly list: string;
  /** What it backs up, in the vendor's own word: a management, a path of policies, a mode of agents, a service. */
  readonly sort: string;
  readonly items: readonly string[];
  readonly schedule: SimulatedSchedule;
  /** Whether each item has a job of its own; else one job is about all items. */
  readonly hasRunPerItem: boolean;
  /** How late runs start, from and to. */
  readonly lateSeconds: readonly [number, number];
  /** How long runs take, from and to. */
  readonly minutes: readonly [number, number];
  /** How often the vendor tries again after a failure, and how long after it. */
  readonly retries: { readonly times: number; readonly afterSeconds: number };
  /** Whether a run that falls due during another one is left out. */
  readonly skipsWhileRunning: boolean;
  /** Tracks whose runs the vendor does not show as jobs. */
  readonly silentTracks: readonly Track[];
};

/** What a plan is asked to be; the vendor decides the rest. */
export type PlanWish = {
  readonly name: string;
  readonly rules: readonly ScheduleRule[];
  /** @default 'UTC' */
  readonly timeZone?: string;
  /** Names of machines, shares, databases; a vendor whose plans are of one computer has one. */
  readonly items?: readonly string[];
  /** @default that of the vendor's machines */
  readonly sort?: string;
  /** Name of the vault or server that has its jobs. @default the vendor's first */
  readonly list?: string;
  readonly lateSeconds?: readonly [number, number];
  readonly minutes?: readonly [number, number];
};

/** A plan as a wish has it, with what is usual. */
export const toPlan = (
  wish: PlanWish,
  own: Pick<SimulatedPlan, 'id' | 'list' | 'sort'> &
    Partial<SimulatedPlan> & { readonly skipped?: SimulatedSchedule['skipped'] },
): SimulatedPlan => {
  const { skipped = 'none', ...rest } = own;
  return {
    name: wish.name,
    items: wish.items ?? [],
    schedule: { rules: wish.rules, timeZone: wish.timeZone ?? 'UTC', skipped },
    hasRunPerItem: false,
    lateSeconds: wish.lateSeconds ?? [5, 240],
    minutes: wish.minutes ?? [4, 40],
    retries: { times: 0, afterSeconds: 0 },
    skipsWhileRunning: false,
    silentTracks: [],
    ...rest,
  };
};
