import {
  type CallOptions,
  CrossvaultError,
  type InventoryPageQuery,
  type SourceReport,
  toProblem,
} from '@crossvault/core';
import {
  compareThings,
  type InventoryKind,
  type InventoryThings,
  matchesThing,
  positionOfThing,
  type StoredThing,
  type ThingsRequest,
} from '@crossvault/core/store';
import type { InventoryRecord } from '../actions/action-calls.ts';
import type { ActingParts } from '../actions/action-parts.ts';
import type { Source } from '../connections/source.ts';
import { type InventoryState, readInventoryStates } from '../sync/inventory-sync.ts';
import { shownPast } from '../sync/sync-timing.ts';
import { readers, readWholeInventory, type WholeInventory } from './inventory-readers.ts';
import type { LinkJobs } from './link-jobs.ts';

/** Gives what is asked for, in order, behind a position. */
export type InventoryPart<Kind extends InventoryKind> = (
  request: ThingsRequest,
) => Promise<readonly InventoryRecord<InventoryThings[Kind]>[]>;

/** Where a page comes from, and how each source is there. Their counts are not known yet. */
export interface InventorySources<Kind extends InventoryKind> {
  readonly parts: readonly InventoryPart<Kind>[];
  readonly reports: readonly SourceReport[];
}

/** How long what was read live is held for the next page. */
const heldMs = 60_000;

type OpenSources = <Kind extends InventoryKind>(
  kind: Kind,
  covered: readonly Source[],
  page: Pick<InventoryPageQuery, 'cursor' | 'fresh'>,
  call: CallOptions,
) => Promise<InventorySources<Kind>>;

type Held = {
  readonly [Kind in InventoryKind]: Map<string, { readonly reader: WholeInventory<Kind>; readonly sinceMs: number }>;
};

export function createInventorySources({ store, clock, logger }: ActingParts, linkJobs: LinkJobs): OpenSources {
  const held: Held = { plan: new Map(), item: new Map() };

  async function readWhole<Kind extends InventoryKind>(
    kind: Kind,
    source: Source,
    page: Pick<InventoryPageQuery, 'cursor' | 'fresh'>,
    call: CallOptions,
  ): Promise<WholeInventory<Kind>> {
    const { name } = source.connection;
    const known = page.cursor === null ? undefined : held[kind].get(name);
    if (known !== undefined && clock.monotonicMs() - known.sinceMs < heldMs) return known.reader;
    const warn = (error: unknown): void => {
      const { code, message } = CrossvaultError.from(error);
      logger.warn({ connection: name, code }, message);
    };
    let isNumbered = store !== null;
    const takeNumber = async (): Promise<number> => {
      if (store === null || !isNumbered) return 0;
      return store.takeReadingNumber().catch((error: unknown) => {
        warn(error);
        isNumbered = false;
        return 0;
      });
    };
    const read = await readWholeInventory(clock, source, readers[kind], call, takeNumber);
    held[kind].set(name, { reader: read, sinceMs: clock.monotonicMs() });
    // Without a number its age is unknown: it is returned and not stored.
    if (isNumbered) await store?.putThings(kind, read.things).catch(warn);
    return read;
  }

  /** Null for a vendor that has none of this kind. */
  async function openLive<Kind extends InventoryKind>(
    kind: Kind,
    source: Source,
    page: Pick<InventoryPageQuery, 'cursor' | 'fresh'>,
    call: CallOptions,
  ): Promise<{ readonly part: InventoryPart<Kind> | null; readonly report: SourceReport } | null> {
    try {
      if (!readers[kind].isOffered(await source.connector())) return null;
      const read = await readWhole(kind, source, page, call);
      return { part: partOf(kind, read, call), report: reportLive(source, read) };
    } catch (error) {
      return { part: null, report: reportFailed(source, CrossvaultError.from(error)) };
    }
  }

  const partOf =
    <Kind extends InventoryKind>(
      kind: Kind,
      { things }: WholeInventory<Kind>,
      call: CallOptions,
    ): InventoryPart<Kind> =>
    (request) => {
      const page = things
        .filter(({ thing }) => matchesThing(thing, request))
        .map((each): StoredThing<Kind> => ({ ...each, dueAt: null, goneAt: null }))
        .toSorted((a, b) => compareThings(positionOfThing(a.thing), positionOfThing(b.thing)))
        .filter(({ thing }) => request.after === null || compareThings(positionOfThing(thing), request.after) > 0);
      return linkJobs(kind, page.slice(0, request.limit), call);
    };

  return async (kind, covered, page, call) => {
    const names = covered.map(({ connection }) => connection.name);
    const states = store === null ? null : await readInventoryStates(store, kind, names);
    const isStored = ({ connection: { name } }: Source): boolean =>
      !page.fresh && (states?.get(name)?.at ?? null) !== null;
    const stored = covered.filter(isStored);
    const opened = await Promise.all(
      covered.filter((source) => !isStored(source)).map((source) => openLive(kind, source, page, call)),
    );
    const live = opened.filter((each) => each !== null);
    const storedNames = stored.map(({ connection }) => connection.name);
    const ofStore = async (request: ThingsRequest) => {
      if (store === null || storedNames.length === 0) return [];
      const query = { ...request.query, connection: storedNames };
      return linkJobs(kind, await store.during(call.signal).listThings(kind, { ...request, query }, call), call);
    };
    return {
      parts: [ofStore, ...live.flatMap(({ part }) => part ?? [])],
      reports: [
        ...stored.map((source) => reportStored(source, states?.get(source.connection.name), clock.now())),
        ...live.map(({ report }) => report),
      ],
    };
  };
}

/** A good reading that is older than this was not followed by another one when it should have been. */
const staleMs = 2_700_000;
const shownRejections = 20;

/** A report that counts nothing yet. */
const baseOf = ({ connection: { name, vendor } }: Source) => ({
  connection: name,
  vendor,
  count: 0,
  window: { startedAfter: null, startedBefore: null },
  rejected: { count: 0, items: [] },
  withoutRun: 0,
  warnings: [],
  problem: null,
  retryAfterSeconds: null,
  caughtUp: false,
});

function reportStored(source: Source, state: InventoryState | undefined, nowMs: number): SourceReport {
  const { name, fault } = source.connection;
  // What a clock that was ahead has written says nothing about how fresh it is.
  const at = shownPast(state?.at ?? null, nowMs);
  const isOld = at === null || nowMs - Date.parse(at) > staleMs;
  const problem = fault === null ? (state?.problem ?? null) : toProblem(fault.at(name));
  return {
    ...baseOf(source),
    warnings: at === null && typeof state?.at === 'string' ? ['last-sync-in-future'] : [],
    status: isOld || problem !== null ? 'stale' : 'ok',
    asOf: at,
    problem,
    retryAfterSeconds: problem?.retryAfterSeconds ?? null,
  };
}

function reportLive(source: Source, { rejected, readAt }: WholeInventory<InventoryKind>): SourceReport {
  return {
    ...baseOf(source),
    status: rejected.length === 0 ? 'ok' : 'partial',
    asOf: readAt,
    rejected: { count: rejected.length, items: rejected.slice(0, shownRejections) },
  };
}

function reportFailed(source: Source, error: CrossvaultError): SourceReport {
  const problem = toProblem(error.at(source.connection.name));
  const retryAfterSeconds = problem.retryAfterSeconds ?? null;
  return { ...baseOf(source), status: 'failed', asOf: null, problem, retryAfterSeconds };
}
