import type { createWrites } from '../store-calls.ts';
import type { ThreadFailure } from './thread-failure.ts';

/** All that a writer of SQLite does. */
export type SqliteWrites = ReturnType<typeof createWrites>;

/** A call of the writing thread. */
export interface WriteRequest<Arguments> {
  readonly id: number;
  /** Null asks it to close the file and end. */
  readonly name: keyof SqliteWrites | null;
  readonly args: Arguments;
}

/** Its answer. */
export type WriteReply<Result> = { readonly id: number } & (
  | { readonly kind: 'done'; readonly result: Result }
  | ThreadFailure
);
