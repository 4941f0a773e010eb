import { CrossvaultError } from '../errors/error.ts';

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
