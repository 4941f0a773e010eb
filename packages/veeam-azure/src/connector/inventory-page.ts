import { parseToken, unreadableAnswer, withRows } from '@crossvault/client-kit';
import { isJsonObject, type PageRequest } from '@crossvault/core';
import { z } from 'zod';
import { type PageWire, pageWire } from '../mapping/wire-policy.ts';

/** A page of one of several lists that are read one after the other. */
export interface InventoryPage<Sort> {
  readonly sort: Sort;
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** Reads a page of one type; null where the appliance has no such list. Without `page`, the answer is the one row. */
export type AskSort<Sort> = (
  sort: Sort,
  slice: { readonly offset: number; readonly limit: number },
) => Promise<{ readonly body: unknown; readonly isPage: boolean } | null>;

const positionSchema = z.strictObject({ sort: z.string(), offset: z.int().nonnegative() });

/** Reads the next page that has rows, over the lists of the sorts in their order. */
export async function readInventoryPage<Sort extends string>(
  ask: AskSort<Sort>,
  sorts: readonly Sort[],
  page: PageRequest,
  { list, connection }: { readonly list: string; readonly connection: string },
): Promise<InventoryPage<Sort> | null> {
  const position = page.token === null ? null : parseToken(page.token, positionSchema, list, connection);
  const named: string = position?.sort ?? sorts[0] ?? '';
  let offset = position?.offset ?? 0;
  const first = sorts.map(String).indexOf(named);
  for (const [index, sort] of sorts.entries()) {
    if (first < 0 || index < first) continue;
    const answer = await ask(sort, { offset, limit: Math.max(1, page.size) });
    const read = answer === null ? nothing : readAnswer(answer, { offset, list, connection });
    const next = nextToken(sorts, index, read.reached);
    if (read.rows.length > 0 || next === null) return { sort, rows: read.rows, next };
    offset = 0;
  }
  return null;
}

/** `reached`: the next offset of the type; null at its end. */
interface ReadPart {
  readonly rows: readonly unknown[];
  readonly reached: number | null;
}

const nothing: ReadPart = { rows: [], reached: null };

function readAnswer({ body, isPage }: { readonly body: unknown; readonly isPage: boolean }, asked: Asked): ReadPart {
  if (!isPage) return { rows: [body], reached: null };
  const wire = parsePage(body, asked);
  const reached = asked.offset + wire.results.length;
  return { rows: wire.results, reached: hasMore(wire, reached) ? reached : null };
}

function nextToken(sorts: readonly string[], index: number, reached: number | null): string | null {
  const sort = reached === null ? sorts[index + 1] : sorts[index];
  return sort === undefined ? null : toToken(sort, reached ?? 0);
}

const toToken = (sort: string, offset: number): string => JSON.stringify({ sort, offset });

interface Asked {
  readonly offset: number;
  readonly list: string;
  readonly connection: string;
}

/** A page from another offset than requested would be returned repeatedly. */
export function parsePage(body: unknown, { offset, list, connection }: Asked): PageWire {
  const wire = pageWire.safeParse(withRows(body, 'results', 'totalCount')).data;
  if (wire === undefined) {
    throw unreadableAnswer(connection, `The answer for the list of ${list} does not have the documented form.`);
  }
  if (typeof wire.offset === 'number' && wire.offset !== offset) {
    throw unreadableAnswer(connection, `The appliance gives another part of the list of ${list} than is asked for.`);
  }
  return wire;
}

/** Without a total and without a link nothing says that there is more. */
function hasMore({ results, totalCount, _links }: PageWire, reached: number): boolean {
  if (results.length === 0) return false;
  if (typeof totalCount === 'number' && reached < totalCount) return true;
  return isJsonObject(_links) && _links['next'] !== null && _links['next'] !== undefined;
}
