import { createUpkeep, createWrites, type Session } from '../store-calls.ts';
import type { ThreadFailure } from './thread-failure.ts';

/** The calls of the thread that writes a file. */
export const createSqliteWrites = (session: Session) => ({ ...createWrites(session), ...createUpkeep(session) });

/** A call of the writing thread. */
export interface WriteRequest {
  readonly id: number;
  /** Null asks it to close the file and end. */
  readonly name: keyof ReturnType<typeof createSqliteWrites> | null;
  readonly args: readonly unknown[];
}

/** Its answer. */
export type WriteReply = { readonly id: number } & (
  | { readonly kind: 'done'; readonly result: unknown }
  | ThreadFailure
);
