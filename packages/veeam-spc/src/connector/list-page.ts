import { type Answer, unreadableAnswer } from '@crossvault/client-kit';
import { type CallOptions, type ConnectorContext, isJsonObject, parseWire, readCount } from '@crossvault/core';
import type { ListRequest } from '../client/calls-v3.ts';
import { either, envelopeWire } from '../mapping/wire.ts';

/** The console's maximum, unless it was set up otherwise. */
export const maxPageSize = 500;

/** A list of v3, and the identity of its rows. */
export interface RowList {
  /** Name of the list in messages. */
  readonly name: string;
  read(request: ListRequest, call: CallOptions): Promise<Answer>;
  /** Identity of a row, or null; used only to detect repeated pages. */
  identify(row: unknown): string | null;
}

/** Where a page begins. */
export interface RowPosition {
  readonly offset: number;
  /** Identity of the first row of the previous page. */
  readonly former: string | null;
}

export interface RowPage {
  readonly rows: readonly unknown[];
  /** Null at the end. */
  readonly next: RowPosition | null;
  /** The console repeated rows, or reported more than it returned. */
  readonly endedEarly: boolean;
}

export const firstPosition: RowPosition = { offset: 0, former: null };

/** How often a page that repeats the previous one is requested before the list counts as ended early. */
const attempts = 3;

/**
 * One page of a list. With some filters consoles ignore the offset and always return the first page: the offset that
 * they echo does not move then, or the page begins as the one before. Its rows were already returned: it is requested again, and
 * if the console repeats it, the list ends.
 */
export async function readRowPage(
  list: RowList,
  request: Omit<ListRequest, 'offset'>,
  position: RowPosition,
  context: ConnectorContext,
  call: CallOptions,
): Promise<RowPage> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { body } = await list.read({ ...request, offset: position.offset }, call);
    const answer = parseEnvelope(body, list.name, context.connection);
    const former = answer.rows.length === 0 ? null : list.identify(answer.rows[0]);
    if (hasMoved(position, answer.offset, former)) return toRowPage(request, position, answer, former);
  }
  context.logger.warn(
    { list: list.name, offset: position.offset },
    'The console ignored the offset and repeated itself.',
  );
  return { rows: [], next: null, endedEarly: true };
}

const hasMoved = (position: RowPosition, echoed: number | null, former: string | null): boolean =>
  position.offset === 0
    ? (echoed ?? 0) === 0
    : (echoed ?? position.offset) >= position.offset && !(former !== null && former === position.former);

function toRowPage(
  { limit }: Omit<ListRequest, 'offset'>,
  { offset }: RowPosition,
  { rows, total }: ReturnType<typeof parseEnvelope>,
  former: string | null,
): RowPage {
  // An additional row comes from the previous page: the next page begins at the same offset.
  const read = offset + Math.min(rows.length, limit);
  const isLast = total === null ? rows.length < limit : read >= total || rows.length >= total;
  if (!isLast && rows.length > 0) return { rows, next: { offset: read, former }, endedEarly: false };
  return { rows, next: null, endedEarly: !isLast };
}

/** All rows of a list. */
export async function readAllRowPages(
  list: RowList,
  filter: string | null,
  context: ConnectorContext,
  call: CallOptions,
): Promise<Omit<RowPage, 'next'>> {
  const rows: unknown[] = [];
  for (let position: RowPosition | null = firstPosition, endedEarly = false; ; ) {
    const page: RowPage = await readRowPage(list, { limit: maxPageSize, filter }, position, context, call);
    rows.push(...page.rows);
    endedEarly = page.endedEarly;
    position = page.next;
    if (position === null) return { rows, endedEarly };
  }
}

/** What is in the envelope of a list. One of the examples writes `skip` instead of `offset`. */
function parseEnvelope(body: unknown, name: string, connection: string) {
  const envelope = isJsonObject(body) ? parseWire(envelopeWire, body) : null;
  const meta = envelope?.meta;
  const paging = isJsonObject(meta) && 'pagingInfo' in meta ? meta.pagingInfo : null;
  const isEmpty = isJsonObject(paging) && readCount(paging.total).value === 0;
  const rows: unknown = envelope?.data ?? (isEmpty ? [] : null);
  if (!Array.isArray(rows)) {
    throw unreadableAnswer(connection, `The console's ${name} is no list. Is this the address of its REST v3?`);
  }
  if (!isJsonObject(paging)) return { rows, total: null, offset: null };
  return {
    rows,
    total: readCount(paging.total).value,
    offset: readCount(either(paging.offset, paging.skip)).value,
  };
}
