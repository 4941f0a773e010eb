import { CrossvaultError, type RunTiming } from '@crossvault/core';
import type { LeaseClaim } from '@crossvault/core/store';
import { readInventoryStates } from '../../sync/inventory-sync.ts';
import { newLeaseOwner, takeLease } from '../../sync/lease.ts';
import { readSyncStatus } from '../../sync/sync-status.ts';
import { type ConnectionMemory, readConnectionMemory } from './connection-memory.ts';
import { evaluateAll } from './evaluate-all.ts';
import type { InsightOptions } from './evaluation-parts.ts';
import { followThings } from './follow-things.ts';
import { type InsightState, insightStates, readInsightState, usualTiming } from './insight-state.ts';
import { type ListCoverage, readListCoverage } from './list-coverage.ts';

const dayMs = 24 * 3_600_000;
const changesAtOnce = 1_000;
const mostOperations = 200;
/** Looks are kept in mind as long as occurrences are judged again. */
const looksMs = 45 * dayMs;
/** Without anything that changed, an evaluation is noted this often: up to then everything is known to be evaluated. */
const restMs = 600_000;

/** How an evaluation is made. */
export interface EvaluationCall {
  readonly signal: AbortSignal;
  /** How the vendor starts runs; null: as the last process knew that had loaded the vendor. */
  readonly timing: RunTiming | null;
}

/**
 * `evaluated`: everything is evaluated up to now. `unread`: jobs and plans were not read yet. `busy`: another evaluation of the connection is
 * under way, in this process or in another one.
 */
export type EvaluationEnd = 'evaluated' | 'unread' | 'busy';

/** Evaluates what is expected of one connection. Any process may do so at any time: a lease of its own admits one at a time. */
export interface ConnectionInsight {
  /** Evaluates what changed, and what the clock changed. Where that is nothing, nothing is written. */
  evaluate(call: EvaluationCall): Promise<EvaluationEnd>;
}

/** What was read before subjects are evaluated. */
interface Reading {
  readonly at: string;
  readonly ms: number;
  readonly position: number;
  readonly nowMs: number;
  readonly timing: RunTiming | null;
  readonly lists: ListCoverage;
}

export function createConnectionInsight(options: InsightOptions): ConnectionInsight {
  const { connection, store, clock } = options;
  const { name } = connection;
  let memory: ConnectionMemory | null = null;

  async function evaluate(call: EvaluationCall): Promise<EvaluationEnd> {
    const before = await readState();
    const inventory = await readInventory();
    // Before jobs and plans are read, everything would look missed, and would be announced.
    if (before === null && !(await isRead(inventory.at))) return 'unread';
    if (before !== null && !(await isNeeded(before, inventory.at))) return 'evaluated';
    const lease = await takeLease(options, `judge:${name}`, newLeaseOwner());
    if (lease === null) return 'busy';
    try {
      await evaluateUnder(lease.claim, { ...call, signal: AbortSignal.any([call.signal, lease.signal]) });
      return 'evaluated';
    } catch (error) {
      // Another process has taken it over: what was stored by then is part of its evaluation.
      if (!call.signal.aborted && CrossvaultError.from(error).code === 'lease-lost') return 'busy';
      throw error;
    } finally {
      await lease.release();
    }
  }

  const readState = async (): Promise<InsightState | null> =>
    readInsightState(await store.syncStates(insightStates), name);

  /** Whether anything may have changed since the last evaluation. */
  async function isNeeded(before: InsightState, inventoryAt: string): Promise<boolean> {
    const nowMs = clock.now();
    if (inventoryAt !== before.inventoryAt || Math.abs(nowMs - before.evaluatedMs) > restMs) return true;
    if (((await store.nextEvaluationMs(name)) ?? Number.POSITIVE_INFINITY) <= nowMs) return true;
    const { links, isWhole } = await store.changedLinks(name, before.position, 1);
    return (
      links.length > 0 ||
      !isWhole ||
      isCoverageChanged(before, readListCoverage(name, await store.syncStates(name), nowMs))
    );
  }

  async function evaluateUnder(lease: LeaseClaim, { signal, timing }: EvaluationCall): Promise<void> {
    const nowMs = clock.now();
    const before = await readState();
    const inventory = await readInventory();
    const lists = readListCoverage(name, await store.syncStates(name), nowMs);
    const known = await recall(before?.serial ?? 0, inventory.at, nowMs);
    // What is in mind counts again once all of it is stored.
    memory = null;
    const changed = new Set<string>();
    const read = followThings(known, before, nowMs, changed);
    const position = await addChangedRuns(known, before?.position ?? null, changed);
    const state = nextState(before, { ...inventory, position, nowMs, timing, lists });
    await addDue(known, before, state, changed);
    const overrides = await store.overrides([name], nowMs - looksMs);
    const ownJobs = await readOwnJobs();
    const input = { ...options, known, before, state, lists, overrides, ownJobs, nowMs };
    await evaluateAll(input, [...changed], read, { lease, signal });
    memory = { ...known, serial: state.serial };
  }

  async function isRead(inventoryAt: string): Promise<boolean> {
    return inventoryAt !== '' && (await readSyncStatus(store, name)).progress === 1;
  }

  /** Adds what the clock changes, and everything where another part of the connection can be read than before. */
  async function addDue(
    known: ConnectionMemory,
    before: InsightState | null,
    state: InsightState,
    changed: Set<string>,
  ): Promise<void> {
    if (before === null || before.blind.join('\n') !== state.blind.join('\n'))
      for (const id of known.known.keys()) changed.add(id);
    const due = await store.subjects({ connections: [name] }, { dueMs: state.evaluatedMs });
    for (const { id } of due) changed.add(id);
  }

  /** When plans and items were read last, as one text, and the older of both times. */
  async function readInventory(): Promise<{ readonly at: string; readonly ms: number }> {
    const states = await Promise.all(
      (['plan', 'item'] as const).map((kind) => readInventoryStates(store, kind, [name])),
    );
    const times = states.flatMap((each) => each.get(name)?.at ?? []);
    return { at: times.join(' '), ms: Math.min(...times.map((each) => Date.parse(each)), clock.now()) };
  }

  /** Jobs that Crossvault started: they protect, and meet no schedule. */
  async function readOwnJobs(): Promise<ReadonlySet<string>> {
    const request = { before: null, limit: mostOperations, connections: [name], statuses: null, targets: null };
    const found = (await store.listOperations?.(request)) ?? [];
    return new Set(found.flatMap(({ operation }) => operation.jobs.flatMap(({ id }) => id ?? [])));
  }

  async function recall(serial: number, inventoryAt: string, nowMs: number): Promise<ConnectionMemory> {
    if (memory !== null && memory.serial === serial && memory.inventoryAt === inventoryAt) return memory;
    return readConnectionMemory(store, name, { serial, inventoryAt, looksFromMs: nowMs - looksMs });
  }

  /** Adds what changed jobs may be linked to. Returns where the feed ends. */
  async function addChangedRuns(known: ConnectionMemory, from: number | null, changed: Set<string>): Promise<number> {
    for (let position = from; ; ) {
      const found = await store.changedLinks(name, position, changesAtOnce);
      const ids = found.isWhole ? found.links.flatMap(known.findLinked) : known.known.keys();
      for (const id of ids) changed.add(id);
      position = found.next;
      if (!found.more) return position;
    }
  }

  function nextState(
    before: InsightState | null,
    { at, ms, position, nowMs, timing, lists }: Pick<Reading, 'at' | 'ms' | 'position' | 'nowMs' | 'timing' | 'lists'>,
  ): InsightState {
    const { startGraceMs, reportLagMs, unlistedTracks } = timing ?? before?.timing ?? usualTiming;
    return {
      version: 1,
      position,
      serial: (before?.serial ?? 0) + 1,
      evaluatedMs: nowMs,
      historyFromMs: before?.historyFromMs ?? nowMs - (connection.historyDays ?? 90) * dayMs,
      inventoryAt: at,
      inventoryMs: ms,
      blind: blindOf(lists),
      timing: { startGraceMs, reportLagMs, unlistedTracks: [...unlistedTracks] },
    };
  }

  return { evaluate };
}

const blindOf = ({ parts }: ListCoverage): string[] =>
  parts.flatMap(({ id, blindSinceMs }) => (blindSinceMs === null ? [] : id)).toSorted();

const isCoverageChanged = ({ blind }: InsightState, lists: ListCoverage): boolean =>
  blind.join('\n') !== blindOf(lists).join('\n');
