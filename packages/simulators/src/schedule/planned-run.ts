import type { Random } from '../fleet/random.ts';
import type { RunEvent } from './event.ts';
import type { Due } from './expand.ts';
import type { SimulatedPlan } from './plan.ts';
import type { Track } from './rule.ts';

export type RunOutcome = 'succeeded' | 'warning' | 'failed' | 'cancelled';

/** One run that a schedule started, from which a vendor makes its jobs. */
export type PlannedRun = {
  readonly plan: SimulatedPlan;
  /** What it is about alone; null: all items of the plan. */
  readonly item: string | null;
  readonly items: readonly string[];
  /** Which of the items failed, where the run is about several. */
  readonly failedItems: readonly string[];
  readonly dueMs: number;
  readonly tracks: readonly Track[];
  readonly startMs: number;
  readonly durationMs: number;
  readonly outcome: RunOutcome;
  /** 1, and more for those after a failure. */
  readonly attempt: number;
  /** For what else the vendor draws. */
  readonly random: Random;
};

/** What is about to run. */
export type DueRun = {
  readonly plan: SimulatedPlan;
  readonly item: string | null;
  readonly items: readonly string[];
  readonly due: Due;
  /** Until when the run before goes on. */
  readonly busyUntilMs: number;
};

const OUTCOMES = { fail: 'failed', warn: 'warning', cancel: 'cancelled' } as const;

const outcomeOf = (events: readonly RunEvent[]): RunOutcome => {
  const kinds = events.map(({ kind }) => kind);
  for (const kind of ['fail', 'cancel', 'warn'] as const) if (kinds.includes(kind)) return OUTCOMES[kind];
  return 'succeeded';
};

const inSeconds = (random: Random, [from, to]: readonly [number, number]): number => random.integer(from, to) * 1000;

const startOf = ({ due, busyUntilMs }: DueRun, events: readonly RunEvent[], lateMs: number): number => {
  const planted = events.map((event) => (event.kind === 'late' ? event.seconds * 1000 : 0));
  return Math.max(due.atMs + Math.max(lateMs, ...planted), busyUntilMs);
};

/** How an attempt ends: where the vendor tries again, it may succeed then. */
const outcomeOfAttempt = (events: readonly RunEvent[], attempt: number): RunOutcome =>
  outcomeOf(attempt === 1 ? events : events.filter((event) => event.kind !== 'fail' || event.recovers !== true));

/** The attempts of a run, the first one and those after its failures; null: the run before is still going, and this one is left out. */
export const startRuns = (wish: DueRun, events: readonly RunEvent[], random: Random): readonly PlannedRun[] | null => {
  const { plan, item, items, due, busyUntilMs } = wish;
  if (plan.skipsWhileRunning && busyUntilMs > due.atMs) return null;
  const [least, most] = plan.minutes;
  const [overrunMs] = events.flatMap((event) => (event.kind === 'overrun' ? [event.seconds * 1000] : []));
  const failures = events.filter((event) => event.kind === 'fail');
  const failedItems = items.filter((one) => failures.some((event) => (event.item ?? one) === one));
  const attempts: PlannedRun[] = [];
  let startMs = startOf(wish, events, inSeconds(random, plan.lateSeconds));
  for (let attempt = 1; attempt <= plan.retries.times + 1; attempt += 1) {
    const drawnMs = inSeconds(random, [least * 60, most * 60]);
    const durationMs = overrunMs ?? drawnMs;
    const outcome = outcomeOfAttempt(events, attempt);
    attempts.push({
      plan,
      item,
      items: attempt === 1 ? items : failedItems,
      failedItems: outcome === 'failed' ? failedItems : [],
      dueMs: due.atMs,
      tracks: due.tracks,
      startMs,
      durationMs,
      outcome,
      attempt,
      random: random.fork(`attempt ${attempt}`),
    });
    if (outcome !== 'failed') break;
    startMs += durationMs + plan.retries.afterSeconds * 1000;
  }
  return attempts;
};
