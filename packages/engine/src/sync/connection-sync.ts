import { type Clock, type Connector, CrossvaultError, type JobList, type Logger, toProblem } from '@crossvault/core';
import { joinFailures } from '../connections/part-failures.ts';
import type { Source } from '../connections/source.ts';
import { type ConnectionInsight, createConnectionInsight } from '../insight/evaluation/connection-insight.ts';
import { usualInsightSettings } from '../insight/evaluation/insight-settings.ts';
import { usualTiming } from '../insight/evaluation/insight-state.ts';
import { syncInventory } from './inventory-sync.ts';
import { parseListState } from './lists/list-state.ts';
import { type ListMemory, newListMemory, takeTurn } from './lists/list-sync.ts';
import { type Postponed, readDetails } from './lists/single-jobs.ts';
import { askVendor, connectionOf, endsSync, instantOf, type SyncParts, type SyncStore } from './sync-parts.ts';
import {
  connectionState,
  readSyncStatus,
  readWhole,
  type SyncStatus,
  toSyncStatus,
  toUnnamedStatus,
} from './sync-status.ts';
import { backoffMs, believed, laterOf, syncTiming } from './sync-timing.ts';
import { deleteForgotten, remapOutdated, rewriteStored } from './upkeep.ts';

export interface SyncOptions {
  readonly source: Source;
  readonly connector: Connector;
  readonly store: SyncStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Judges what was due. @default a judge of its own, to whom the operator says nothing */
  readonly insight?: ConnectionInsight | undefined;
}

export interface TurnRequest {
  /** Whether every list is read, due or not. */
  readonly all: boolean;
  /** A number that was taken when the last turn over every list began; null before the first. */
  readonly answered: number | null;
}

export interface TurnEnd {
  readonly status: SyncStatus;
  readonly waitMs: number;
}

/** The sync of one connection in this process, for any holder of the lease. */
export interface ConnectionSync {
  /** One turn of everything that is due. Returns the status, and for how long nothing is due. */
  turn(held: Pick<SyncParts, 'lease' | 'signal'>, request: TurnRequest): Promise<TurnEnd>;
}

const retentionEveryMs = 3_600_000;
/** Batches of what an older version has stored that one turn maps and redacts again; more while the vendor leaves time for it. */
const batchesAtOnce = 20;
const batchesWithoutVendor = 200;

/** Converts an error of a turn. Throws it where it ends the sync: the store fails, the lease is lost or the process ends. */
function toTurnFault({ signal }: SyncParts, error: unknown): CrossvaultError {
  if (signal.aborted) throw signal.reason;
  const fault = CrossvaultError.from(error);
  if (endsSync(fault)) throw fault;
  return fault;
}

export function createConnectionSync(options: SyncOptions): ConnectionSync {
  const { source, clock, store } = options;
  const { connection } = source;
  const insight =
    options.insight ?? createConnectionInsight({ connection, store, clock, settings: usualInsightSettings });
  const memories = new Map<string, ListMemory>();
  const postponed: Postponed = new Map();
  /** When retention ran last, by the monotonic clock. */
  let retainedAtMs = Number.NEGATIVE_INFINITY;
  /** When plans and items were read last, and when they are due, likewise. */
  let inventory = { readMs: Number.NEGATIVE_INFINITY, dueMs: Number.NEGATIVE_INFINITY };
  /** Whether texts may be stored that an earlier version has redacted less. */
  let hasOldTexts = true;
  /** Consecutive turns in which the lists could not be read. */
  let failures = 0;

  const memoryOf = (list: JobList): ListMemory => {
    const known = memories.get(list.key) ?? newListMemory();
    memories.set(list.key, known);
    return known;
  };

  /** Loads what other processes have stored of these lists since this one read them. Times never move backwards. */
  function recallTurns(states: ReadonlyMap<string, unknown>, lists: readonly JobList[]): void {
    const whole = readWhole(states);
    const nowMs = clock.now();
    for (const list of lists) {
      const memory = memoryOf(list);
      const own = believed(memory.wholeAt, nowMs);
      // The clock was ahead when it was read, and was corrected since.
      if (own !== memory.wholeAt) memory.dueMs = Number.NEGATIVE_INFINITY;
      memory.wholeAt = laterOf(own, believed(whole(list.key), nowMs));
      memory.state = parseListState(states.get(list.key)) ?? memory.state;
    }
  }

  async function readLists(parts: SyncParts, lists: readonly JobList[], all: boolean): Promise<CrossvaultError | null> {
    for (const key of memories.keys()) if (!lists.some((list) => list.key === key)) memories.delete(key);
    const states = await store.syncStates(connectionOf(parts));
    recallTurns(states, lists);
    const due = lists.filter((list) => all || memoryOf(list).dueMs <= clock.monotonicMs());
    const waiting = [...due];
    const work = async (): Promise<void> => {
      for (let list = waiting.shift(); list !== undefined; list = waiting.shift()) {
        await takeTurn(parts, list, states.get(list.key), memoryOf(list));
      }
    };
    // All lists end before the turn does, so that turns do not overlap.
    const ends = await Promise.allSettled(Array.from({ length: source.connection.concurrency }, work));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    const failed = [...memories].flatMap(([list, { problem }]) =>
      problem === null ? [] : [{ list, failure: problem }],
    );
    return joinFailures(failed, lists.length);
  }

  /** The work after the lists, while the vendor answers. Returns whether there is more. */
  async function tidyUp(parts: SyncParts): Promise<boolean> {
    const isBackfilling = [...memories.values()].some(({ state }) => state?.gap !== null);
    const hasMore = await readDetails(
      parts,
      postponed,
      isBackfilling ? syncTiming.getsBesideBackfill : syncTiming.getsAtOnce,
    );
    if (clock.monotonicMs() - retainedAtMs >= retentionEveryMs) {
      await deleteForgotten(parts);
      retainedAtMs = clock.monotonicMs();
    }
    return hasMore;
  }

  /** Maps and redacts again what an older version has stored, also while the vendor does not answer. Returns whether there is more. */
  async function renewStored(parts: SyncParts, batches: number): Promise<boolean> {
    let isOutdated = true;
    for (let batch = 0; batch < batches && isOutdated; batch += 1) isOutdated = await remapOutdated(parts);
    for (let batch = 0; batch < batches && hasOldTexts; batch += 1) hasOldTexts = await rewriteStored(parts);
    return isOutdated || hasOldTexts;
  }

  async function readInventory(parts: SyncParts, all: boolean): Promise<void> {
    const nowMs = clock.monotonicMs();
    const isSampled = options.connector.history === 'sampled';
    const isWanted = all && !isSampled && nowMs - inventory.readMs >= syncTiming.inventoryFreshMs;
    if (nowMs < inventory.dueMs && !isWanted) return;
    const isWhole = await syncInventory(parts);
    const usualMs = isSampled ? syncTiming.inventorySampledMs : syncTiming.inventoryMs;
    inventory = { readMs: nowMs, dueMs: nowMs + (isWhole ? usualMs : syncTiming.inventoryAgainMs) };
  }

  /** Judges what was due, also where nothing could be read: that is known then. A failure does not affect jobs. */
  async function judgeExpected(parts: SyncParts): Promise<void> {
    const { signal, connector, logger } = parts;
    try {
      await insight.evaluate({ signal, timing: connector.runTiming ?? usualTiming });
    } catch (error) {
      const { code, message } = toTurnFault(parts, error);
      logger.warn({ connection: connection.name, code }, `Expected runs were not evaluated: ${message}`);
    }
  }

  /** The time until the first list is due or the remaining work can continue; never less than the vendor's Retry-After. */
  function nextWaitMs(hasMore: boolean): number {
    const nowMs = clock.monotonicMs();
    const { waitMs: vendorsMs } = options.connector.condition();
    const dueMs = Math.min(nowMs + syncTiming.idleMs, ...[...memories.values()].map((memory) => memory.dueMs));
    const nextMs = hasMore ? Math.min(dueMs, nowMs + syncTiming.activeMs) : dueMs;
    return Math.max(
      nextMs - nowMs,
      Math.min(vendorsMs, syncTiming.longestBackoffMs),
      failures === 0 ? 0 : backoffMs(failures),
      0,
    );
  }

  return {
    async turn(held, { all, answered }) {
      const parts: SyncParts = { ...options, ...held };
      const startedAt = instantOf(parts);
      let problem: CrossvaultError | null = null;
      let hasMore = false;
      let isNamed = false;
      try {
        const lists = await askVendor(parts, (connector, call) => connector.jobLists(call));
        isNamed = true;
        problem = await readLists(parts, lists, all);
        failures = 0;
        hasMore = await tidyUp(parts);
        await readInventory(parts, all);
      } catch (error) {
        problem = toTurnFault(parts, error);
        failures += 1;
      }
      try {
        const batches = problem === null ? batchesAtOnce : batchesWithoutVendor;
        hasMore = (await renewStored(parts, batches)) || hasMore;
      } catch (error) {
        problem ??= toTurnFault(parts, error);
      }
      source.note(problem, problem !== null && [...memories.values()].every(({ problem: each }) => each !== null));
      const waitMs = nextWaitMs(hasMore);
      const nextAt = new Date(clock.now() + waitMs).toISOString();
      const reported = problem === null ? null : toProblem(problem.at(source.connection.name));
      const name = connectionOf(parts);
      const outcome = { nextAt, answered, problem: reported };
      const status =
        isNamed || memories.size > 0
          ? toSyncStatus(memories, { ...outcome, startedAt })
          : toUnnamedStatus(await readSyncStatus(store, name), outcome);
      await store.putSyncStates([{ connection: name, list: connectionState, state: status }], parts.lease);
      await judgeExpected(parts);
      return { status, waitMs };
    },
  };
}
