import { CrossvaultError, type ErrorCode } from '@crossvault/core';

/** SQLite's own number of what went wrong, from the error that node:sqlite throws. */
export function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode % 256;
}

interface FaultText {
  readonly code: ErrorCode;
  readonly advice: string;
}

const damaged: FaultText = {
  code: 'store-corrupt',
  advice:
    'Stop everything that uses it, keep a copy of the file with its -wal and -shm beside it, and restore a backup; ' +
    'or move it away and let a sync read the history again as far as the vendors still have it.',
};
const unopened: FaultText = {
  code: 'store-unavailable',
  advice: 'Look whether its folder is there and may be entered and written, and whether the disk answers.',
};

/** By the numbers of https://www.sqlite.org/rescode.html. */
const faults: Readonly<Partial<Record<number, FaultText>>> = {
  3: { code: 'store-read-only', advice: 'Give this user the right to write to it. Nothing was changed.' },
  5: { code: 'store-unavailable', advice: 'Another process has been writing for too long; try again.' },
  6: { code: 'store-unavailable', advice: 'Another process has been writing for too long; try again.' },
  8: {
    code: 'store-read-only',
    advice: 'Give this user the right to write to the file and its folder, or name another file. Nothing was changed.',
  },
  10: {
    code: 'store-unavailable',
    advice: 'The disk refused to read or write. Look at the disk; nothing half is kept.',
  },
  11: damaged,
  13: {
    code: 'store-full',
    advice:
      'Make room on its disk: nothing that was stored is lost, it can still be read, and writing continues by itself. ' +
      'Deleting old history with `crossvault store prune` needs some room, too.',
  },
  14: unopened,
  26: {
    ...damaged,
    advice: 'It is no SQLite file, or its beginning was overwritten. Name another file, or restore a backup.',
  },
};

/** An error of SQLite as one of ours; anything else as it is. */
export function toSqliteFault(error: unknown, path: string): Error {
  if (CrossvaultError.isInstance(error)) return error;
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE') {
    return new CrossvaultError({ code: 'store-unavailable', message: `The store ${path} was closed.`, cause: error });
  }
  const fault = faults[primaryCode(error) ?? 0];
  if (fault === undefined || !(error instanceof Error)) return CrossvaultError.from(error);
  const message = `The store ${path} cannot be used (${error.message}). ${fault.advice}`;
  return new CrossvaultError({ code: fault.code, message, cause: error });
}
