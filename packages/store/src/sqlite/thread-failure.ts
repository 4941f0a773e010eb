import { CrossvaultError, errorCodes } from '@crossvault/core';
import { toSqliteFault } from './sqlite-faults.ts';

/** An error as it crosses threads: what makes it again on the other side. */
export interface ThreadFailure {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
}

/** What went wrong in a thread that has this file open. */
export function toThreadFailure(error: unknown, path: string): ThreadFailure {
  const { code, message } = CrossvaultError.from(toSqliteFault(error, path));
  return { kind: 'failed', code, message };
}

/** The error again, where its thread was asked. */
export function fromThreadFailure({ code, message }: ThreadFailure): CrossvaultError {
  return new CrossvaultError({ code: errorCodes.find((known) => known === code) ?? 'internal-error', message });
}
