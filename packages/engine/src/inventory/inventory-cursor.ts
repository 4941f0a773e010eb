import { createHash } from 'node:crypto';
import { CrossvaultError } from '@crossvault/core';
import { parseCursor, unreadableCursor } from '@crossvault/core/internal';
import type { InventoryPosition } from '@crossvault/core/store';
import { z } from 'zod';

const cursorWire = z.strictObject({ v: z.literal(1), f: z.string(), n: z.string(), i: z.string() });

/** The same filters in any order give the same name. */
export function nameQuery(kind: string, query: object): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name, Array.isArray(value) ? value.toSorted() : value])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([kind, entries]))
    .digest('base64url')
    .slice(0, 12);
}

export const toCursor = (queryName: string, { name, id }: InventoryPosition): string =>
  Buffer.from(JSON.stringify({ v: 1, f: queryName, n: name, i: id } satisfies z.infer<typeof cursorWire>)).toString(
    'base64url',
  );

/** Where a page begins; throws for a malformed cursor, and for one of other filters. */
export function readCursor(cursor: string | null, queryName: string): InventoryPosition | null {
  if (cursor === null) return null;
  const wire = cursorWire.safeParse(parseCursor(cursor));
  if (!wire.success) throw unreadableCursor();
  const { f, n: name, i: id } = wire.data;
  if (f === queryName) return { name, id };
  throw new CrossvaultError({
    code: 'cursor-mismatch',
    message:
      'The cursor was made for other filters. Send the same filters as for the first page, or start without one.',
    parameter: 'cursor',
  });
}

/** A position in the ledger, as a cursor; `isOwn`: it counts the rows of the connections that were asked for alone. */
export const toLedgerCursor = (position: number, isOwn: boolean): string =>
  Buffer.from(`${isOwn ? 'o' : 'l'}${position}`).toString('base64url');

export function readLedgerCursor(cursor: string | null, isOwn: boolean): number | null {
  if (cursor === null) return null;
  const [, kind, position] = /^([lo])(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (position !== undefined && (kind === 'o') === isOwn) return Number(position);
  throw new CrossvaultError({
    code: 'invalid-cursor',
    message: 'The cursor cannot be read. Use page.next of the page before, or start without a cursor.',
    parameter: 'cursor',
  });
}
