import { z } from 'zod';
import { CrossvaultError } from '../errors/error.ts';
import type { Job } from './job.ts';
import type { JobSort } from './query.ts';

/** A place in the merged order: the start (null comes first) and, among equal starts, our id. */
export interface Position {
  readonly startedAt: string | null;
  readonly id: string;
}

/** Where a list stands that does not stand where the merged answer does. */
export interface Lag {
  /** Short names of the lists, made by the engine. */
  readonly lists: readonly string[];
  /** What they have told so far; null: nothing yet. */
  readonly position: Position | null;
}

/** What a cursor remembers. No link of a vendor's, no secret, no data beyond two positions. */
export interface CursorState {
  /** Fingerprint of filters and order. */
  readonly filter: string;
  /** The lower bound that the first page settled on for lists without order; null where there is none. */
  readonly startedAfter: string | null;
  /** The instant that `since` meant on the first page; null without it. */
  readonly since: string | null;
  /** The merged position; null before the first job. */
  readonly position: Position | null;
  /** Lists that failed or were cut off. */
  readonly lags: readonly Lag[];
  /** Short names of lists that broke their promised order and are read whole and sorted from then on. */
  readonly unordered: readonly string[];
}

/** A cursor never grows beyond this, so that it fits into any URL. */
export const cursorLimitBytes = 2048;

const positionWire = z.tuple([z.string().nullable(), z.string()]).nullable();
const cursorWire = z.strictObject({
  v: z.literal(1),
  f: z.string(),
  a: z.string().nullable(),
  s: z.string().nullable(),
  p: positionWire,
  l: z.array(z.tuple([positionWire, z.array(z.string())])),
  u: z.array(z.string()),
});

const fromTuple = (tuple: z.infer<typeof positionWire>): Position | null =>
  tuple === null ? null : { startedAt: tuple[0], id: tuple[1] };
const toTuple = (position: Position | null): z.infer<typeof positionWire> =>
  position === null ? null : [position.startedAt, position.id];

/** The cursor as callers carry it: URL-safe and opaque. */
export function encodeCursor(state: CursorState): string {
  const wire: z.infer<typeof cursorWire> = {
    v: 1,
    f: state.filter,
    a: state.startedAfter,
    s: state.since,
    p: toTuple(state.position),
    l: state.lags.map((lag) => [toTuple(lag.position), [...lag.lists]]),
    u: [...state.unordered],
  };
  return Buffer.from(JSON.stringify(wire), 'utf8').toString('base64url');
}

/** Reads a cursor; throws `invalid-cursor` for any text that {@link encodeCursor} did not make. */
export function decodeCursor(text: string): CursorState {
  const wire = cursorWire.safeParse(parseCursor(text));
  if (!wire.success) {
    throw unreadableCursor();
  }
  const { f, a, s, p, l, u } = wire.data;
  return {
    filter: f,
    startedAfter: a,
    since: s,
    position: fromTuple(p),
    lags: l.map(([position, lists]) => ({
      position: fromTuple(position),
      lists,
    })),
    unordered: u,
  };
}

/** The error for a text that is no cursor of ours. */
export const unreadableCursor = (): CrossvaultError =>
  new CrossvaultError({
    code: 'invalid-cursor',
    message:
      'The cursor cannot be read. Use page.next of the page before, whole and unchanged, or start without a cursor.',
    parameter: 'cursor',
  });

/** The JSON that a cursor carries; undefined for a text that carries none, or is longer than any cursor. */
export function parseCursor(text: string): unknown {
  if (text.length > cursorLimitBytes * 2 || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

export const positionOf = (job: Pick<Job, 'startedAt' | 'id'>): Position => ({ startedAt: job.startedAt, id: job.id });

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Which of two places comes first in the answer: no start before any start, then by start, then by id. */
export function comparePositions(sort: JobSort, a: Position, b: Position): number {
  if (a.startedAt !== b.startedAt) {
    if (a.startedAt === null) return -1;
    if (b.startedAt === null) return 1;
    const byStart = compareText(a.startedAt, b.startedAt);
    return sort === 'startedAt' ? byStart : -byStart;
  }
  return compareText(a.id, b.id);
}

/** Whether a place lies behind a position; everything lies behind none. */
export function isAfter(sort: JobSort, place: Position, position: Position | null): boolean {
  return position === null || comparePositions(sort, place, position) > 0;
}

/** The later of two positions, where null is the very beginning. */
export function laterOf(sort: JobSort, a: Position | null, b: Position | null): Position | null {
  if (a === null) return b;
  return b !== null && comparePositions(sort, b, a) > 0 ? b : a;
}

/** The earlier of two positions, where null is the very beginning. */
export function earlierOf(sort: JobSort, a: Position | null, b: Position | null): Position | null {
  return laterOf(sort, a, b) === a ? b : a;
}

/** A place in the feed of changes: behind the change with this position. */
export interface FeedPosition {
  readonly position: number;
  /** Tells the change from one of the same position in another feed; null for changes that an older version stored. */
  readonly mark: string | null;
}

/** The place before the first change that is kept. */
export const feedStart = '0';

/** The place as callers carry it. */
export const encodeFeedPosition = ({ position, mark }: FeedPosition): string =>
  mark === null ? String(position) : `${position}-${mark}`;

/** What `encodeFeedPosition` makes; a bare number is what versions without marks gave. */
const feedCursorPattern = /^\d{1,16}(?:-[a-z0-9]{1,32})?$/;

/** Throws `invalid-parameter` for any other text. */
export function decodeFeedPosition(text: string, parameter: string): FeedPosition {
  const [position = '', mark = null] = text.split('-');
  if (feedCursorPattern.test(text) && Number.isSafeInteger(Number(position))) {
    return { position: Number(position), mark };
  }
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text.slice(0, 80)}" is no place in the feed. Use the cursor of a change or page.next of a page, whole and unchanged, or ${feedStart} for the first change that is kept.`,
    parameter,
  });
}
