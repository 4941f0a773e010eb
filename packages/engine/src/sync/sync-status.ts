import {
  type Connection,
  type CrossvaultError,
  type Problem,
  problemSchema,
  sourceReportSchema,
  toProblem,
} from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import { z } from 'zod';
import { wholeConnection } from '../listing/list-plan.ts';
import { type ListState, parseListState } from './lists/list-state.ts';
import type { ListMemory } from './lists/list-sync.ts';
import type { SyncStore } from './sync-parts.ts';
import { shownPast, syncTiming } from './sync-timing.ts';

const syncStatusSchema = z.object({
  /** `waiting`: not begun; `syncing`: at the first reading or a backfill; `current`: everything is read; `failing`. */
  state: z.enum(['waiting', 'syncing', 'current', 'failing']),
  /** Everything that was new up to here is stored; null before the first whole turn. */
  lastAt: z.string().nullable(),
  nextAt: z.string().nullable(),
  /** How much of the history is read, 0 to 1; null before anything is. */
  progress: z.number().nullable(),
  /** Where history is sampled: runs that must have been between two looks. */
  missedRuns: z.number(),
  /** Taken when the last turn over every list began: requests of other processes with lower numbers are answered. */
  answered: z.number().nullable().catch(null),
  /** When the last whole turn of each list began, by the list's key; absent before they were read. */
  whole: z.record(z.string(), z.string()).optional(),
  /** What its lists hold besides jobs; absent before they were read. */
  beside: sourceReportSchema.pick({ rejected: true, withoutRun: true, warnings: true }).optional(),
  problem: z.unknown().transform((value): Problem | null => problemSchema.safeParse(value).data ?? null),
});

/** The sync status of a connection after its last turn. */
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** A status is parsed when it was stored anew: compiling its schema would take longer than all that a command parses. */
const uncompiled = { jitless: true };

const notBegun: SyncStatus = {
  state: 'waiting',
  lastAt: null,
  nextAt: null,
  progress: null,
  missedRuns: 0,
  answered: null,
  problem: null,
};

/** The key of the connection itself among the states of its lists. */
export const connectionState = wholeConnection.key;

/** When each list was whole, as the last process that read it has stored it. */
export function readWhole(states: ReadonlyMap<string, unknown>): (list: string) => string | null {
  const status = syncStatusSchema.safeParse(states.get(connectionState), uncompiled).data ?? notBegun;
  // A version before stored no instant for each list: all of them were whole then.
  return (list) => (status.whole === undefined ? status.lastAt : (status.whole[list] ?? null));
}

/** A status as it was read. */
export interface ReadStatus extends SyncStatus {
  /** Keys of the lists of which something is stored; absent where they were not read with it. */
  readonly lists?: readonly string[];
}

/** The status that the syncing process has stored. */
export async function readSyncStatus(store: Pick<SyncStore, 'syncStates'>, connection: string): Promise<ReadStatus> {
  const states = await store.syncStates(connection);
  const status = syncStatusSchema.safeParse(states.get(connectionState), uncompiled).data ?? notBegun;
  const lists = [...states].flatMap(([key, stored]) => (key === connectionState ? [] : (parseListState(stored) ?? [])));
  // The lists' own states are stored with each page, the status at the end of a turn.
  const keys = [...states.keys()].filter((key) => key !== connectionState);
  return lists.length === 0
    ? { ...status, lists: keys }
    : { ...status, lists: keys, progress: boundProgress(toProgress(lists), status.lastAt !== null) };
}

export const nothingBeside: NonNullable<SyncStatus['beside']> = {
  rejected: { count: 0, items: [] },
  withoutRun: 0,
  warnings: [],
};

/**
 * The status as it is reported now. An instant from a clock that was ahead does not count as fresh: the connection is
 * not current until it is read again.
 */
export function toReportedStatus(status: ReadStatus, nowMs: number): ReadStatus {
  const lastAt = shownPast(status.lastAt, nowMs);
  const isAhead = status.lastAt !== null && lastAt === null;
  const isFar = status.nextAt !== null && Date.parse(status.nextAt) - nowMs > syncTiming.longestWaitMs;
  const beside = status.beside ?? nothingBeside;
  return {
    ...status,
    ...(isAhead ? { beside: { ...beside, warnings: [...beside.warnings, 'last-sync-in-future'] } } : {}),
    lastAt,
    nextAt: isFar ? null : status.nextAt,
    state: isAhead && status.state === 'current' ? 'syncing' : status.state,
  };
}

/** The stored status with a fault that could not be stored. */
export const toFailing = (status: ReadStatus, problem: CrossvaultError): ReadStatus => ({
  ...status,
  state: 'failing',
  problem: toProblem(problem),
});

const toProgress = (lists: readonly (ListState | null)[]): number =>
  Math.round((lists.reduce((sum, each) => sum + progressOf(each), 0) / lists.length) * 1000) / 1000;

/** Lists that have stored nothing yet are missing in the sum: it is all of the history only when the connection was read whole. */
const boundProgress = (progress: number, isWhole: boolean): number => (isWhole ? progress : Math.min(progress, 0.99));

const progressOf = (state: ListState | null): number => {
  if (state === null) return 0;
  if (state.gap === null) return 1;
  const { after, before, from } = state.gap;
  const [low, high, here] = [after, from, before ?? from].map((instant) => Date.parse(instant));
  if (low === undefined || high === undefined || here === undefined || high <= low) return 0;
  return Math.min(1, Math.max(0, (high - here) / (high - low)));
};

const shownRejections = 20;

function besideJobs(memories: readonly ListMemory[]): NonNullable<SyncStatus['beside']> {
  const states = memories.flatMap(({ state }) => state ?? []);
  const items = states.flatMap(({ setAside }) => setAside.map(({ seenAt: _seenAt, ...item }) => item));
  return {
    rejected: { count: items.length, items: items.slice(0, shownRejections) },
    withoutRun: states.reduce((sum, { withoutRun }) => sum + withoutRun, 0),
    warnings: states.some(({ unordered }) => unordered) ? ['order-broken'] : [],
  };
}

type TurnOutcome = Pick<SyncStatus, 'nextAt' | 'answered' | 'problem'>;

/** The status of a turn in which the lists could not be named and none is known: what is stored of them stays true. */
export const toUnnamedStatus = (stored: SyncStatus, turn: TurnOutcome): SyncStatus => ({
  ...stored,
  ...turn,
  state: 'failing',
});

/** Combines the memories of a connection's lists. */
export function toSyncStatus(
  lists: ReadonlyMap<string, ListMemory>,
  turn: TurnOutcome & { readonly startedAt: string },
): SyncStatus {
  const { startedAt, nextAt, answered, problem } = turn;
  const memories = [...lists.values()];
  const whole = memories.flatMap(({ wholeAt }) => wholeAt ?? []).toSorted();
  const missedRuns = memories.reduce((sum, { state }) => sum + (state?.missedRuns ?? 0), 0);
  const isWhole = whole.length === memories.length;
  const progress = memories.length === 0 ? 1 : boundProgress(toProgress(memories.map(({ state }) => state)), isWhole);
  return {
    state: problem !== null ? 'failing' : progress < 1 || !isWhole ? 'syncing' : 'current',
    lastAt: isWhole ? (whole[0] ?? startedAt) : null,
    nextAt,
    progress,
    missedRuns,
    answered,
    whole: Object.fromEntries([...lists].flatMap(([key, { wholeAt }]) => (wholeAt === null ? [] : [[key, wholeAt]]))),
    beside: besideJobs(memories),
    problem,
  };
}

type ShownSync = NonNullable<Connection['sync']>;

/** The sync status of every connection, as callers see it. `lagSeconds`: how old the stored state may be. */
export async function viewSyncs(
  synchronizer: { states(): Promise<ReadonlyMap<string, SyncStatus>> },
  store: Pick<JobStore, 'countJobs'>,
  nowMs: number,
): Promise<ReadonlyMap<string, ShownSync>> {
  const [states, jobs] = await Promise.all([synchronizer.states(), store.countJobs()]);
  return new Map([...states].map(([name, status]) => [name, toShownSync(status, jobs.get(name) ?? 0, nowMs)]));
}

function toShownSync(status: SyncStatus, jobs: number, nowMs: number): ShownSync {
  const { state, lastAt, nextAt, progress, missedRuns, problem } = status;
  const lagSeconds = lastAt === null ? null : Math.max(0, Math.round((nowMs - Date.parse(lastAt)) / 1000));
  return { state, lastAt, nextAt, jobs, lagSeconds, progress, missedRuns, problem };
}
