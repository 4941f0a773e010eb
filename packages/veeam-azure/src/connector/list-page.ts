import { mapRows, unreadableAnswer, withRows } from '@crossvault/client-kit';
import { type JobContext, type ListPage, type SourceWarning, safeParseWire } from '@crossvault/core';
import { jobMapper } from '../mapping/map-job.ts';
import { type SessionListWire, sessionListWire } from '../mapping/wire.ts';
import { type Aligned, align, lookElsewhere, type Window, windowOf } from './align.ts';
import { type Position, toPageToken } from './position.ts';

/** Asks the appliance for a page. */
export type AskWindow = (window: Window) => Promise<unknown>;

/** Rows of a page, and whether another page follows. */
export interface Step {
  readonly rows: readonly unknown[];
  readonly next: Position | null;
  readonly warnings: readonly SourceWarning[];
}

/** How often a position is searched before the list counts as ended early. */
const attempts = 3;

/** Reads the next page of the sessions, in the vendor's order. */
export async function readListPage(
  ask: AskWindow,
  position: Position,
  size: number,
  context: JobContext,
): Promise<ListPage> {
  const { rows, next, warnings } = await readStep(ask, position, size, context.connection);
  return {
    ...mapRows(jobMapper, rows, context),
    withoutRun: 0,
    next: next === null ? null : toPageToken(next),
    warnings,
  };
}

export function parseSessionList(body: unknown, connection: string): SessionListWire {
  const list = safeParseWire(sessionListWire, withRows(body, 'results', 'totalCount'));
  if (list !== undefined) return list;
  throw unreadableAnswer(connection, 'The answer for the list of sessions does not have the documented form.');
}

/**
 * Sessions are added at the top, purged, and leave a filtered list while it is read, and an offset counts from the top:
 * each page therefore begins with sessions that were returned, and reading continues behind them at their new offset.
 * A position that is not found again ends the list early instead of losing or repeating sessions, and so does an
 * appliance that always returns the same page.
 */
export async function readStep(ask: AskWindow, position: Position, size: number, connection: string): Promise<Step> {
  let standing = position;
  let window = windowOf(standing, size);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const list = parseSessionList(await ask(window), connection);
    const page = align(standing, window, list);
    if (page === null) {
      window = lookElsewhere(standing, window, list, size);
    } else if (page.rows.length > 0 || !page.hasMore) {
      return toStep(page);
    } else {
      standing = page.reached;
      window = windowOf(standing, size);
    }
  }
  return endedEarly;
}

const endedEarly: Step = { rows: [], next: null, warnings: ['list-ended-early'] };

function toStep({ rows, hasMore, reached }: Aligned): Step {
  if (hasMore) return { rows, next: reached, warnings: [] };
  return reached.totalCount !== null && reached.offset < reached.totalCount
    ? endedEarly
    : { rows, next: null, warnings: [] };
}
