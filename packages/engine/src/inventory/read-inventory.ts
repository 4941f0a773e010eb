import {
  type CallOptions,
  CrossvaultError,
  type InventoryPageQuery,
  type InventoryQuery,
  parseJobId,
  type SourceReport,
} from '@crossvault/core';
import {
  compareThings,
  type InventoryKind,
  type InventoryPosition,
  type InventoryThings,
  positionOfThing,
  type StoredThing,
  type ThingsRequest,
  toSearchedWords,
} from '@crossvault/core/store';
import type { ActingCalls, InventoryListing, InventoryRecord } from '../actions/action-calls.ts';
import type { ActingParts } from '../actions/action-parts.ts';
import { addressOfRecord, isRecordNotFound } from '../actions/action-target.ts';
import { coveredSources, findSource } from '../connections/source.ts';
import { connectionsOfTenants, tenantsOf, withTenant } from '../connections/tenants.ts';
import { askWithin } from '../jobs/read-job.ts';
import { jointFault, SourcesError } from '../listing/listing.ts';
import { nameQuery, readCursor, toCursor } from './inventory-cursor.ts';
import type { ReadInventoryRecord } from './inventory-readers.ts';
import { createInventorySources, type InventoryPart } from './inventory-sources.ts';
import { createJudgedFilter } from './judged-filter.ts';
import type { LinkJobs } from './link-jobs.ts';

type InventoryCalls = Pick<ActingCalls, 'plans' | 'plan' | 'items' | 'item'>;

/** Things read in one go where only few of them may be what is asked for. */
const chunk = 200;

/** Plans and protected items of all connections in the order of their names: stored ones, and live ones beside them. */
export function createInventoryCalls(
  parts: ActingParts,
  readInventoryRecord: ReadInventoryRecord,
  linkStoredJobs: LinkJobs,
): InventoryCalls {
  const { sources, store, clock } = parts;
  const tenants = tenantsOf(sources.map(({ connection }) => connection));
  const linkJobs: LinkJobs = async (kind, things, call) => {
    const linked = await linkStoredJobs(kind, things, call);
    return linked.map((record) => ({ ...record, thing: withTenant(record.thing, tenants) }));
  };
  const openSources = createInventorySources(parts, linkJobs);

  /** Converts our id of a plan to the vendor's, which items name. Any other text is taken for a vendor's id. */
  async function resolvePlan(id: string, call: CallOptions): Promise<string> {
    if (parseJobId(id)?.key[0] !== 'plan') return id;
    const { thing } = (await store?.getThing('plan', id)) ?? (await readInventoryRecord('plan', id, call));
    return thing.nativeId;
  }

  async function list<Kind extends InventoryKind>(
    kind: Kind,
    asked: InventoryQuery,
    page: InventoryPageQuery,
    call: CallOptions,
  ): Promise<InventoryListing<InventoryThings[Kind]>> {
    const queryName = nameQuery(kind, asked);
    const { missed: _missed, problem: _problem, stale: _stale, streak: _streak, q, plan, ...rest } = asked;
    const isWanted = createJudgedFilter(asked, clock.now());
    const plans = plan === undefined ? null : await Promise.all(plan.map((id) => resolvePlan(id, call)));
    const query = { ...rest, ...(plans === null ? {} : { plan: plans }) };
    const covered = coveredSources(sources, asked);
    const opened = await openSources(kind, covered, page, call);
    const after = readCursor(page.cursor, queryName);
    const request: ThingsRequest = {
      query,
      words: q === undefined ? [] : toSearchedWords(q),
      after,
      limit: page.limit + 1,
      tenantConnections: connectionsOfTenants(covered, asked.tenant),
    };
    const found = await Promise.all(opened.parts.map((part) => readPart(part, request, isWanted)));
    const merged = found.flat().toSorted((a, b) => compareThings(positionOfThing(a.thing), positionOfThing(b.thing)));
    const listing = toListing(merged, opened.reports, page, queryName);
    const { sources: reports, complete } = listing;
    const failed = reports.length > 0 && reports.every(({ status }) => status === 'failed');
    if (!failed && (complete || !page.strict)) return listing;
    throw new SourcesError(failed ? jointFault(reports) : 'sources-incomplete', reports);
  }

  /** Reads as many of each part as a page may need; what a filter judges is known only after the jobs are read. */
  async function readPart<Kind extends InventoryKind>(
    part: InventoryPart<Kind>,
    request: ThingsRequest,
    isWanted: ReturnType<typeof createJudgedFilter>,
  ) {
    const found: InventoryRecord<InventoryThings[Kind]>[] = [];
    const limit = isWanted === null ? request.limit : Math.max(request.limit, chunk);
    for (let after: InventoryPosition | null = request.after; ; ) {
      const some = await part({ ...request, after, limit });
      found.push(...some.filter(({ thing }) => isWanted?.(thing) ?? true));
      const last = some.at(-1);
      if (last === undefined || some.length < limit || found.length >= request.limit) break;
      after = positionOfThing(last.thing);
    }
    return found.slice(0, request.limit);
  }

  async function one<Kind extends InventoryKind>(kind: Kind, id: string, call: CallOptions, fresh: boolean) {
    addressOfRecord(sources, kind, id);
    const stored = fresh ? null : await store?.getThing(kind, id);
    if (stored !== null && stored !== undefined && stored.goneAt === null) return linkOne(kind, stored, call);
    try {
      const read = await readInventoryRecord(kind, id, call);
      return linkOne(kind, (await store?.getThing(kind, id)) ?? { ...read, dueAt: null, goneAt: null }, call);
    } catch (error) {
      const known = await store?.getThing(kind, id);
      // When the vendor cannot be read, the stored state is returned.
      if (isRecordNotFound(kind, error) || call.signal.aborted || known === null || known === undefined) throw error;
      return linkOne(kind, known, call);
    }
  }

  async function linkOne<Kind extends InventoryKind>(kind: Kind, stored: StoredThing<Kind>, call: CallOptions) {
    const [linked] = await linkJobs(kind, [stored], call);
    if (linked !== undefined) return linked;
    throw new CrossvaultError({ code: 'internal-error', message: 'A plan or an item that was read is missing.' });
  }

  return {
    plans: (query, page, call) => list('plan', query, page, call),
    items: (query, page, call) => list('item', query, page, call),
    plan: (id, call, { fresh = false } = {}) => one('plan', id, call, fresh),
    item: (id, call, { fresh = false } = {}) => one('item', id, call, fresh),
  };
}

/** A page, with the contribution of each source. */
function toListing<Thing extends InventoryThings[InventoryKind]>(
  found: readonly InventoryRecord<Thing>[],
  reports: readonly SourceReport[],
  { limit }: Pick<InventoryPageQuery, 'limit'>,
  queryName: string,
): InventoryListing<Thing> {
  const records = found.slice(0, limit);
  const last = records.at(-1);
  return {
    records,
    next: found.length > limit && last !== undefined ? toCursor(queryName, positionOfThing(last.thing)) : null,
    complete: reports.every(({ status }) => status === 'ok'),
    sources: reports.map((report) => ({
      ...report,
      count: records.filter(({ thing }) => thing.connection === report.connection).length,
    })),
  };
}

const notOffered = (title: string, what: string): never => {
  throw new CrossvaultError({ code: 'action-not-supported', message: `Crossvault reads no ${what} at ${title}.` });
};

/** The calls that are always read live. */
export function createVendorCalls({
  sources,
  clock,
}: Pick<ActingParts, 'sources' | 'clock'>): Pick<ActingCalls, 'recoveryPoints' | 'containers'> {
  return {
    async recoveryPoints(id, call) {
      const { source, key } = addressOfRecord(sources, 'item', id);
      return askWithin(clock, source, call, async ({ protectedItems }, options) => {
        const points = protectedItems?.recoveryPoints?.(key, options);
        return points ?? notOffered(source.connection.title, 'recovery points');
      });
    },
    async containers(name, call) {
      const source = findSource(sources, name);
      return askWithin(clock, source, call, async ({ protectedItems }, options) => {
        const containers = protectedItems?.containers?.(options);
        return containers ?? notOffered(source.connection.title, 'containers');
      });
    },
  };
}
