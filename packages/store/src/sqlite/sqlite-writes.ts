import type { createWrites } from '../store-calls.ts';

/** All that a writer of SQLite does. */
export type SqliteWrites = ReturnType<typeof createWrites>;

/** A call of the writing thread. */
export interface WriteRequest<Arguments> {
  readonly id: number;
  /** Null asks it to close the file and end. */
  readonly name: keyof SqliteWrites | null;
  readonly args: Arguments;
}

/** Its answer: an error crosses threads as what makes it again. */
export type WriteReply<Result> =
  | { readonly id: number; readonly kind: 'done'; readonly result: Result }
  | { readonly id: number; readonly kind: 'failed'; readonly code: string; readonly message: string };
