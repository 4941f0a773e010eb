import type { Clock, JobRecord, JobStore, Logger } from '@crossvault/core';
import type { Source } from '../connections/source.ts';
import type { ActingLedger } from './memory-ledger.ts';

/** What acting works with, as long as the engine lives. */
export interface ActingParts {
  readonly sources: readonly Source[];
  /** Where history is kept; null: nothing outlives the process. */
  readonly store: JobStore | null;
  readonly ledger: ActingLedger;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Names this start of this process. */
  readonly sender: string;
  readonly hasDied: (sender: string) => boolean;
  /** Reads a job at its vendor, and keeps it where anything is kept. */
  readonly readJob: (id: string, signal: AbortSignal) => Promise<JobRecord>;
  /** Ends with the engine. */
  readonly closing: AbortSignal;
}

export const instantOf = ({ clock }: Pick<ActingParts, 'clock'>): string => new Date(clock.now()).toISOString();
