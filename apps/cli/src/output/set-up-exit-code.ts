import { type ErrorCode, errorTable } from '@crossvault/core';

const incomplete = errorTable['sources-incomplete'].exitCode;
const notSetUp = errorTable['sources-not-set-up'].exitCode;

/** 0 without faulty connections (null); 7 when all are misconfigured; else 6. */
export function toSetUpExitCode(faults: readonly (ErrorCode | null)[]): number {
  if (faults.every((code) => code === null)) return 0;
  const allSetUp = faults.every((code) => code !== null && errorTable[code].fault === 'setup');
  return allSetUp ? notSetUp : incomplete;
}
