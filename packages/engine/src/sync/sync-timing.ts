/** All waits and amounts of a sync. */
export const syncTiming = {
  /** The wait while a job is open. */
  activeMs: 10_000,
  /** The wait while no job is open. */
  idleMs: 300_000,
  /** A job that has been open for so many times this long is asked for this often, between the two above. */
  ageShare: 1_000,
  /** For each request that a look at a list costs, the next one waits at least so long, up to `idleMs`. */
  perRequestMs: 1_000,
  /** Waits after failures double from `activeMs` up to this. */
  longestBackoffMs: 600_000,
  /** No wait of a sync is longer; a later stored turn comes from a wrong clock. */
  longestWaitMs: 660_000,
  /** Starts so far behind the newest one are read again each time: jobs do not show up in the order of their starts. */
  overlapMs: 3_600_000,
  /** A list without order is read so far back the first time; the rest is a gap. */
  firstWindowMs: 86_400_000,
  /** Window of a list without order, where it is read in parts. */
  windowMs: 7 * 86_400_000,
  /** Rows asked for on a page: of what is new, and of what is read in bulk. */
  newestPage: 200,
  bulkPage: 500,
  /** Jobs of a backfill that are stored in one transaction, about: a renewal of a lease waits for no more. */
  storedAtOnce: 500,
  /** Jobs of a slow vendor are not kept longer until more of them have come. */
  longestCollectedMs: 5_000,
  /** Pages of what is new read in one go; what lies below them is a gap. */
  newestPages: 5,
  /** Pages read in one go before other lists have their turn. */
  pagesAtOnce: 20,
  /** Single jobs asked for in one go; more open jobs than this are looked up in the list. */
  getsAtOnce: 20,
  /** The same while a backfill is under way. */
  getsBesideBackfill: 4,
  /** A page of a list is worth it where it spares so many single jobs. */
  getsForPage: 10,
  /** Plans and protected items change seldom; after a failure they are tried again sooner. */
  inventoryMs: 900_000,
  inventoryAgainMs: 300_000,
  /** Where history is sampled reading jobs reads the plans anyway: by themselves they are read this often, also on request. */
  inventorySampledMs: 3_600_000,
  /** A requested sync reads them again, unless they were read within this time. */
  inventoryFreshMs: 60_000,
  /** Requests of the vendor's budget that a sync leaves to other callers. */
  budgetLeft: 20,
  /** When jobs that a pass has missed are looked for again: a list that changed while it was read shows them then. */
  secondLookMs: 600_000,
  /** The timeout of a sync's request. No caller waits for it. */
  patienceMs: 300_000,
} as const;

const dayMs = 86_400_000;

/** Passes over what was read before: they find jobs that were listed late, changed unnoticed, or are gone. */
export const sweeps = [
  { name: 'recent', days: 3, everyMs: 3_600_000 },
  { name: 'deep', days: null, everyMs: dayMs },
] as const;

export const daysBefore = (nowMs: number, days: number): string => new Date(nowMs - days * dayMs).toISOString();

export const addMs = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

export const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** How soon an open job is looked at again: one that has run for days does not end within seconds. */
export const openJobWaitMs = (ageMs: number): number =>
  within(ageMs / syncTiming.ageShare, syncTiming.activeMs, syncTiming.idleMs);

/** How long to wait after so many failures in a row. */
export const backoffMs = (failures: number): number =>
  Math.min(syncTiming.activeMs * 2 ** Math.max(0, failures - 1), syncTiming.longestBackoffMs);

/** Up to a tenth more, so that connections do not synchronize; never less: an early turn would find nothing due. */
export const withJitter = (milliseconds: number, random: () => number): number =>
  Math.ceil(milliseconds * (1 + 0.1 * random()));

export const earlierOf = (one: string, other: string): string => (other < one ? other : one);
export const laterOf = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Clocks of two machines may differ by this much. An instant further in the future comes from a wrong clock. */
const clockSlackMs = 300_000;

const instantAt = (ms: number): string => new Date(ms).toISOString();

/** An instant of the past as it was stored; null where it is so far in the future that it comes from a wrong clock. */
export const believed = (at: string | null, nowMs: number): string | null =>
  at === null || at > instantAt(nowMs + clockSlackMs) ? null : at;

/** The same for display: an instant slightly in the future, from another machine's clock, counts as now. */
export function shownPast(at: string | null, nowMs: number): string | null {
  const plausible = believed(at, nowMs);
  return plausible === null ? null : earlierOf(plausible, instantAt(nowMs));
}

/** Whether a stored instant is further away than the longest wait: then it comes from a wrong clock. */
export const isTooFar = (at: string | null, nowMs: number, longestMs: number): boolean =>
  at !== null && Date.parse(at) - nowMs > longestMs + clockSlackMs;

/** The time until a stored instant; 0 for one from a wrong clock. */
export function plausibleWaitMs(at: string | null, nowMs: number, longestMs: number): number {
  if (at === null || isTooFar(at, nowMs, longestMs)) return 0;
  return Math.min(Math.max(Date.parse(at) - nowMs, 0), longestMs);
}
