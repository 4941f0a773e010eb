/**
 * Plans of a year, with schedule code of their own: what judges them shares none of it. All instants are in milliseconds since 1970. The
 * clocks of the plans are those of Berlin, whose changes are written down here.
 */

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const yearStartMs = Date.parse('2026-01-01T00:00:00Z');
export const yearEndMs = Date.parse('2027-01-01T00:00:00Z');
const summerStartMs = Date.parse('2026-03-29T01:00:00Z');
const summerEndMs = Date.parse('2026-10-25T01:00:00Z');

export type Random = () => number;

/** A generator of numbers from 0 to 1, the same for each seed. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The instant at which clocks of Berlin show a time of a day; a time that is skipped is the one an hour later. */
function inBerlin(midnightMs: number, timeMs: number): number {
  const wallMs = midnightMs + timeMs;
  const inSummer = wallMs - 2 * hourMs;
  return inSummer >= summerStartMs && inSummer < summerEndMs ? inSummer : wallMs - hourMs;
}

interface Day {
  readonly midnightMs: number;
  readonly weekday: number;
  readonly date: number;
  readonly isLast: boolean;
  readonly number: number;
}

const daysOfYear: readonly Day[] = Array.from({ length: 365 }, (_, number) => {
  const midnightMs = yearStartMs + number * dayMs;
  const date = new Date(midnightMs);
  const isLast = new Date(midnightMs + dayMs).getUTCDate() === 1;
  return { midnightMs, weekday: date.getUTCDay(), date: date.getUTCDate(), isLast, number };
});

const time = (hours: number, minutes = 0): number => hours * hourMs + minutes * minuteMs;
const isWorkday = ({ weekday }: Day): boolean => weekday >= 1 && weekday <= 5;
const inUtc = (midnightMs: number, timeMs: number): number => midnightMs + timeMs;

function onDays(isDue: (day: Day) => boolean, times: readonly number[], toInstant = inBerlin): readonly number[] {
  return daysOfYear.filter(isDue).flatMap(({ midnightMs }) => times.map((timeMs) => toInstant(midnightMs, timeMs)));
}

/** A kind of plan. */
export interface SimulatedPlan {
  readonly name: string;
  readonly duesMs: readonly number[];
  /** Runs start at most so much after their time. */
  readonly lateMs: number;
  /** How many of the runs are not made. */
  readonly missShare: number;
  /** Nothing is planted before so many days have passed. */
  readonly learningDays: number;
}

const often = { lateMs: 14 * minuteMs, missShare: 0.02, learningDays: 60 };
const rare = { lateMs: 30 * minuteMs, missShare: 0.1, learningDays: 125 };
const everyFourHours = Array.from({ length: 2190 }, (_, index) => yearStartMs + time(0, 10) + index * 4 * hourMs);

export const simulatedPlans: readonly SimulatedPlan[] = [
  { name: 'every day at 22:00', ...often, duesMs: onDays(() => true, [time(22)]) },
  {
    name: 'Mondays to Fridays at 23:50, up to 90 minutes late',
    ...often,
    lateMs: 90 * minuteMs,
    duesMs: onDays(isWorkday, [time(23, 50)]),
  },
  { name: 'every day at 21:00 in UTC', ...often, duesMs: onDays(() => true, [time(21)], inUtc) },
  {
    name: 'Mondays to Fridays at 08:00, 12:00 and 18:00',
    ...often,
    duesMs: onDays(isWorkday, [time(8), time(12), time(18)]),
  },
  { name: 'every four hours', ...often, missShare: 0.01, duesMs: everyFourHours },
  {
    name: 'every three days at 01:30',
    ...often,
    missShare: 0.05,
    duesMs: onDays(({ number }) => number % 3 === 0, [time(1, 30)]),
  },
  {
    name: 'Sundays at 04:00',
    ...rare,
    missShare: 0.05,
    learningDays: 60,
    duesMs: onDays(({ weekday }) => weekday === 0, [time(4)]),
  },
  {
    name: 'every day at 22:00, and from July on at 02:00',
    ...often,
    duesMs: [...onDays(({ number }) => number < 181, [time(22)]), ...onDays(({ number }) => number > 181, [time(2)])],
  },
  {
    name: 'the first Saturday of the month at 20:00',
    ...rare,
    duesMs: onDays(({ weekday, date }) => weekday === 6 && date <= 7, [time(20)]),
  },
  { name: 'the 15th of the month at 03:00', ...rare, duesMs: onDays(({ date }) => date === 15, [time(3)]) },
  {
    name: 'the last day of the month at 23:00 in UTC',
    ...rare,
    duesMs: onDays(({ isLast }) => isLast, [time(23)], inUtc),
  },
];

/** Machines that run when they are on. */
export const irregularMachines: readonly {
  readonly name: string;
  readonly starts: (random: Random) => readonly number[];
}[] = [
  {
    name: 'a laptop that runs when it is opened',
    starts: (random) =>
      daysOfYear
        .filter((day) => isWorkday(day) && random() < 0.75)
        .map(({ midnightMs }) => inBerlin(midnightMs, time(7, 30) + random() * time(3))),
  },
  {
    name: 'a laptop that runs at noon when it is on, else in the evening',
    starts: (random) =>
      daysOfYear
        .filter((day) => random() < (isWorkday(day) ? 0.9 : 0.2))
        .map(({ midnightMs }) =>
          inBerlin(midnightMs, random() < 0.88 ? time(12) + random() * time(0, 5) : time(17) + random() * time(5)),
        ),
  },
  {
    name: 'a machine that runs every hour in office hours',
    starts: (random) =>
      daysOfYear
        .filter(isWorkday)
        .flatMap(({ midnightMs }) =>
          Array.from({ length: 10 }, (_, hour) => inBerlin(midnightMs, time(8 + hour) + random() * time(0, 5))),
        ),
  },
  {
    name: 'a machine that a person runs now and then',
    starts: (random) => {
      const starts: number[] = [];
      for (let ms = yearStartMs; ms < yearEndMs; ms += (0.2 + 4 * random()) * dayMs) starts.push(ms);
      return starts;
    },
  },
];

interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What happened to one item in a year. */
export interface SimulatedYear {
  /** Starts that the list of jobs shows. */
  readonly startsMs: readonly number[];
  /** Due times of runs that were not made. */
  readonly missedMs: readonly number[];
  /** When the list was not read. */
  readonly blind: readonly Stretch[];
}

/**
 * A year of a plan that was made on one of its first 60 days: misses of single runs, two outages of some days, three days on which the vendor
 * was not read, a run in fifty that a person started, and one in a hundred that starts up to 50 minutes late.
 */
export function simulateYear(
  { duesMs, lateMs, missShare, learningDays }: SimulatedPlan,
  random: Random,
): SimulatedYear {
  const madeMs = yearStartMs + random() * 60 * dayMs;
  const learnedMs = madeMs + learningDays * dayMs;
  const stretch = (days: number): Stretch => {
    const fromMs = learnedMs + random() * (yearEndMs - learnedMs - days * dayMs);
    return { fromMs, untilMs: fromMs + days * dayMs };
  };
  const outages = [stretch(1 + 3 * random()), stretch(1 + 3 * random())];
  const blind = [stretch(3)];
  const lies = (stretches: readonly Stretch[], ms: number): boolean =>
    stretches.some(({ fromMs, untilMs }) => ms >= fromMs && ms < untilMs);
  const startsMs: number[] = [];
  const missedMs: number[] = [];
  for (const dueMs of duesMs.filter((ms) => ms > madeMs)) {
    const startMs = dueMs + random() * random() * lateMs + (random() < 0.01 ? random() * 35 * minuteMs : 0);
    const isMissed = dueMs > learnedMs && (lies(outages, dueMs) || random() < missShare);
    const byHandMs = dueMs + (3 + 8 * random()) * hourMs;
    if (random() < 0.02 && !lies(blind, byHandMs) && !lies(outages, byHandMs)) startsMs.push(byHandMs);
    if (lies(blind, dueMs) || lies(blind, startMs)) continue;
    if (isMissed) missedMs.push(dueMs);
    else startsMs.push(startMs);
  }
  return { startsMs: startsMs.sort((one, other) => one - other), missedMs, blind };
}
