import type { SourceCondition } from '@crossvault/core';

/** How a vendor's answers are read: all that differs from vendor to vendor. */
export interface AnswerReaders {
  /** Seconds that the vendor asks to wait; null when it does not say. */
  readWait(response: Response, body: unknown): number | null;
  /** What the vendor says is left; null when this answer does not say. */
  readBudget(response: Response): SourceCondition['budget'];
  /** The status that the answer really has. */
  readStatus(response: Response, body: unknown): number;
  /** Header with the vendor's own request id; null where it has none. */
  readonly requestIdHeader: string | null;
  /** Header in which our own request id is sent; null: it is not. */
  readonly sendRequestIdAs: string | null;
}
