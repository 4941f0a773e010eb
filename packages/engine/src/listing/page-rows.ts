import type { CallOptions, PageQuery } from '@crossvault/core';
import { encodeCursor } from '@crossvault/core/internal';
import {
  completeTenant,
  documentSeparator,
  type JobStore,
  type JoinedPage,
  type Position,
} from '@crossvault/core/store';
import type { Tenants } from '../connections/tenants.ts';
import { mapInPieces } from '../loop-turns.ts';
import type { Criteria } from './list-plan.ts';
import type { ReadPage } from './page-cache.ts';
import { type SearchedTexts, toSentText } from './searched-texts.ts';

/** What a page of stored jobs is read with. */
export interface PageRequest {
  /** Also of the connections that are answered from the store. */
  readonly criteria: Criteria;
  readonly page: PageQuery;
  /** The last job of the page before; null for the first page. */
  readonly after: Position | null;
}

export interface PageRowsParts {
  readonly store: Pick<JobStore, 'listJobs' | 'joinPage'>;
  readonly searched: SearchedTexts;
  readonly tenants: Tenants;
}

/** The jobs of a page out of the store, as they are sent. */
export type PageRows = Omit<ReadPage, 'validator' | 'since'>;

/** Reads the rows as one text where the store can join them, and each by itself where a text has to be written again. */
export async function readPageRows(parts: PageRowsParts, request: PageRequest, call: CallOptions): Promise<PageRows> {
  const isPlain = request.criteria.since === null && request.page.include?.tasks === false;
  const joined = isPlain ? await joinRows(parts, request, call) : null;
  return joined ?? readEachRow(parts, request, call);
}

async function joinRows(
  { store, searched, tenants }: PageRowsParts,
  { criteria, page: { sort, limit }, after }: PageRequest,
  call: CallOptions,
): Promise<PageRows | null> {
  const joined = (await store.joinPage?.(criteria, { sort, after, limit }, call)) ?? null;
  if (joined === null || !isSentAsStored(searched, joined)) return null;
  const { connections, next } = joined;
  return {
    sinceUntil: null,
    jobs: { data: completeTenants(joined, tenants), counts: countEach(connections), next: toNext(criteria, next) },
  };
}

/** Documents are taken apart only where the configuration names a customer. */
function completeTenants({ documents, connections }: JoinedPage, tenants: Tenants): string {
  if (connections.every((connection) => !tenants.has(connection))) return documents;
  return documents
    .split(documentSeparator)
    .map((document, index) => completeTenant(document, tenants.get(connections[index] ?? '') ?? null))
    .join(documentSeparator);
}

const isSentAsStored = (searched: SearchedTexts, { isOfThisVersion, documents }: JoinedPage): boolean =>
  isOfThisVersion && !searched.pageHoldsSecret(documents);

/** Rows that are written again in one piece, where their texts are of an earlier version. */
const rowsAtOnce = 50;

async function readEachRow(
  { store, searched, tenants }: PageRowsParts,
  { criteria, page, after }: PageRequest,
  call: CallOptions,
): Promise<PageRows> {
  const { sort, limit, include = { tasks: true, raw: false } } = page;
  // One more than the page, which shows whether more jobs follow.
  const rows = await store.listJobs(criteria, { sort, after, limit: limit + 1, include }, call);
  const listed = rows.slice(0, limit);
  const last = rows.length > limit ? listed.at(-1) : undefined;
  const texts = await mapInPieces(listed, rowsAtOnce, ({ position, connection, document, tasks, textVersion }) =>
    toSentText({ searched, tenants }, { id: position.id, connection, text: { document, tasks }, textVersion }),
  );
  const isBounded = criteria.since !== null;
  return {
    sinceUntil: isBounded ? rows.reduce<string | null>((first, row) => earlier(first, row.sinceUntil), null) : null,
    jobs: {
      data: texts.join(','),
      counts: countEach(listed.map(({ connection }) => connection)),
      next: toNext(criteria, last?.position ?? null),
    },
  };
}

function countEach(connections: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const connection of connections) counts.set(connection, (counts.get(connection) ?? 0) + 1);
  return counts;
}

/** The cursor of the next page; null where no job follows. */
const toNext = ({ fingerprint, unorderedAfter, since }: Criteria, position: Position | null): string | null =>
  position === null
    ? null
    : encodeCursor({
        filter: fingerprint,
        startedAfter: unorderedAfter,
        since,
        position,
        lags: [],
        unordered: [],
      });

const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;
