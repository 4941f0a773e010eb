import type { Clock, JobRecord, Logger } from '@crossvault/core';
import type { JobStore } from '@crossvault/core/store';
import type { Source } from '../connections/source.ts';
import type { ActingLedger } from './memory-ledger.ts';

/** The dependencies of all actions. They live as long as the engine. */
export interface ActingParts {
  readonly sources: readonly Source[];
  /** Null: operations are kept in memory until the process ends. */
  readonly store: JobStore | null;
  /** Why there is no store yet although the configuration names one; null for any other reason. */
  readonly absentStore: string | null;
  readonly ledger: ActingLedger;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Identifies this start of this process. */
  readonly sender: string;
  readonly hasDied: (sender: string) => boolean;
  /** Reads a job at its vendor, and stores it where there is a store. */
  readonly readJob: (id: string, signal: AbortSignal) => Promise<JobRecord>;
  /** Aborted when the engine closes. */
  readonly closing: AbortSignal;
}

export const instantOf = ({ clock }: Pick<ActingParts, 'clock'>): string => new Date(clock.now()).toISOString();
