import type { Clock, JobRecord, JobStore, Logger, StoredOperation } from '@crossvault/core';
import type { Source } from '../connections/source.ts';
import type { ActingLedger } from './memory-ledger.ts';

/** What acting works with, as long as the engine lives. */
export interface ActingParts {
  readonly sources: readonly Source[];
  /** Where history is kept; null: nothing outlives the process. */
  readonly store: JobStore | null;
  /** Why there is no store yet although the configuration names one; null for any other reason. */
  readonly absentStore: string | null;
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

/** Changes what is stored of an operation, whoever else changes it meanwhile; null leaves it as it is. */
export async function changeOperation(
  { ledger }: Pick<ActingParts, 'ledger'>,
  stored: StoredOperation,
  change: (current: StoredOperation) => StoredOperation | null,
): Promise<StoredOperation> {
  for (let current: StoredOperation | null = stored; current !== null; ) {
    const next = change(current);
    if (next === null) return current;
    if (await ledger.putOperation(next)) return { ...next, version: next.version + 1 };
    current = await ledger.getOperation(stored.operation.id);
  }
  return stored;
}
