import { parseToken, unreadableAnswer } from '@crossvault/client-kit';
import { isJsonObject, type PageRequest } from '@crossvault/contract';
import { z } from 'zod';
import { type PageWire, pageWire } from './wire-policy.ts';

/** A page of one of several lists that are read one after the other. */
export interface InventoryPage<Sort> {
  readonly sort: Sort;
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** Asks for a page of one sort; null where the appliance has no such list. Without `page`, the answer is the one row. */
export type AskSort<Sort> = (
  sort: Sort,
  slice: { readonly offset: number; readonly limit: number },
) => Promise<{ readonly body: unknown; readonly isPage: boolean } | null>;

const placeSchema = z.strictObject({ sort: z.string(), offset: z.int().nonnegative() });

/** Reads the next page that has rows, over the lists of the sorts in their order. */
export async function readInventoryPage<Sort extends string>(
  ask: AskSort<Sort>,
  sorts: readonly Sort[],
  page: PageRequest,
  { list, connection }: { readonly list: string; readonly connection: string },
): Promise<InventoryPage<Sort> | null> {
  const place = page.token === null ? null : parseToken(page.token, placeSchema, list, connection);
  const from = place === null ? 0 : sorts.findIndex((sort) => sort === place.sort);
  if (from < 0) return null;
  for (const [index, sort] of sorts.entries()) {
    if (index < from) continue;
    const offset = index === from ? (place?.offset ?? 0) : 0;
    const answer = await ask(sort, { offset, limit: Math.max(1, page.size) });
    const following = sorts[index + 1];
    const nextSort = following === undefined ? null : toToken(following, 0);
    if (answer === null) continue;
    if (!answer.isPage) return { sort, rows: [answer.body], next: nextSort };
    const wire = parsePage(answer.body, { offset, list, connection });
    const reached = offset + wire.results.length;
    const next = hasMore(wire, reached) ? toToken(sort, reached) : nextSort;
    if (wire.results.length > 0 || next === null) return { sort, rows: wire.results, next };
  }
  return null;
}

const toToken = (sort: string, offset: number): string => JSON.stringify({ sort, offset });

interface Asked {
  readonly offset: number;
  readonly list: string;
  readonly connection: string;
}

/** A page from another place than asked for would be told again and again. */
export function parsePage(body: unknown, { offset, list, connection }: Asked): PageWire {
  const wire = pageWire.safeParse(body).data;
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
