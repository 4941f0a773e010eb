import { z } from 'zod';
import { CrossvaultError } from '../errors/error.ts';
import type { Job } from './job.ts';
import type { JobSort } from './query.ts';

/** A position in the merged order: the start (null comes first) and, among equal starts, the id. */
export interface Position {
  readonly startedAt: string | null;
  readonly id: string;
}

/** The position of lists that are behind the merged answer. */
export interface Lag {
  /** Short names of the lists, made by the engine. */
  readonly lists: readonly string[];
  /** The last job that they have returned; null: none yet. */
  readonly position: Position | null;
}

/** The content of a cursor. It holds no vendor link, no secret, and no data beyond positions. */
export interface CursorState {
  /** Fingerprint of filters and order. A request with other filters is refused with `cursor-mismatch`. */
  readonly filter: string;
  /** The lower bound that the first page chose for lists without order; null where there is none. */
  readonly startedAfter: string | null;
  /** The instant that `since` stood for on the first page; null without it. */
  readonly since: string | null;
  /** The merged position; null before the first job. */
  readonly position: Position | null;
  /** Lists that failed or were cut off. */
  readonly lags: readonly Lag[];
  /** Short names of lists that broke their documented order and are read whole and sorted from then on. */
  readonly unordered: readonly string[];
}

/** Maximum size of a cursor in bytes, so that it fits into any URL. */
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

/** Encodes a cursor for callers: URL-safe and opaque. */
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

/** The error for a text that is not a cursor of Crossvault. */
export const unreadableCursor = (): CrossvaultError =>
  new CrossvaultError({
    code: 'invalid-cursor',
    message:
      'The cursor cannot be read. Use page.next of the previous page, complete and unchanged, or start without a cursor.',
    parameter: 'cursor',
  });

/** The JSON in a cursor; undefined for a text that is not base64url JSON, or is too long. */
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

/** Compares two positions in the order of the answer: jobs without a start first, then by start, then by id. */
export function comparePositions(sort: JobSort, a: Position, b: Position): number {
  if (a.startedAt !== b.startedAt) {
    if (a.startedAt === null) return -1;
    if (b.startedAt === null) return 1;
    const byStart = compareText(a.startedAt, b.startedAt);
    return sort === 'startedAt' ? byStart : -byStart;
  }
  return compareText(a.id, b.id);
}

/** Whether a candidate comes after a position. Every candidate comes after null. */
export function isAfter(sort: JobSort, candidate: Position, position: Position | null): boolean {
  return position === null || comparePositions(sort, candidate, position) > 0;
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

/** A position in the feed of changes: after the change with this number. */
export interface FeedPosition {
  readonly position: number;
  /** Distinguishes the change from one with the same number in another feed; null for changes that an older version stored. */
  readonly mark: string | null;
}

/** The position before the oldest change that is kept. */
export const feedStart = '0';

/** Encodes a feed position for callers. */
export const encodeFeedPosition = ({ position, mark }: FeedPosition): string =>
  mark === null ? String(position) : `${position}-${mark}`;

/** The form of `encodeFeedPosition`. A bare number comes from a version without marks. */
const feedCursorPattern = /^\d{1,16}(?:-[a-z0-9]{1,32})?$/;

/** Throws `invalid-parameter` for any other text. */
export function decodeFeedPosition(text: string, parameter: string): FeedPosition {
  const [position = '', mark = null] = text.split('-');
  if (feedCursorPattern.test(text) && Number.isSafeInteger(Number(position))) {
    return { position: Number(position), mark };
  }
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text.slice(0, 80)}" is not a position in the change feed. Use the cursor of a change or page.next of a page, complete and unchanged, or ${feedStart} for the oldest change that is kept.`,
    parameter,
  });
}
