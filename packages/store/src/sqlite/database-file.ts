import { accessSync, chmodSync, closeSync, constants, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CrossvaultError, type Logger } from '@crossvault/core';
import { createTroubleLog } from '../trouble-log.ts';

/** Files that SQLite keeps beside the one that was named. */
const endings = ['', '-wal', '-shm'] as const;

/** How a file is opened: never so that SQLite makes one. `immutable`: it cannot change, and nothing is made beside it. */
export type FileUse = 'rw' | 'immutable';

export function toFileAddress(path: string, use: FileUse): URL {
  const address = pathToFileURL(path);
  address.search = use === 'rw' ? '?mode=rw' : '?mode=ro&immutable=1';
  return address;
}

/** Makes an empty file that its owner alone may read, where there is none. */
export function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw toUnmade(error, path);
  }
}

function toUnmade(error: unknown, path: string): CrossvaultError {
  const why = error instanceof Error ? error.message : String(error);
  return new CrossvaultError({
    code: 'store-unavailable',
    message: `The store ${path} cannot be made (${why}). See that its folder is there, and that this user may write to it.`,
    cause: error,
  });
}

/** Whether the disk or the folder is read-only for this process. */
export function isUnwritable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Whether there are changes beside the file that are not in it. */
export function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * Takes files that every user of the machine may read or write from all but their owner. What only a group may read was
 * given to it by hand, and stays.
 */
export function closeToOthers(path: string, logger: Logger): void {
  for (const ending of endings) {
    const file = `${path}${ending}`;
    const found = statSync(file, { throwIfNoEntry: false });
    // Windows keeps no such bits.
    if (found === undefined || process.platform === 'win32' || (found.mode & 0o007) === 0) continue;
    try {
      chmodSync(file, 0o600);
    } catch {
      logger.warn({ file }, 'Every user of this machine can read the store, and this user may not change that.');
    }
  }
}

/** Says whether what is at the path is still what was opened there. */
export interface DatabaseFile {
  /** Throws `store-unavailable` when it is not; that is logged once. */
  requireSame(): void;
  /** The same, where it was not found to be so in this turn of the event loop already. */
  requireSameInTurn(): void;
}

/** To be made when the file is open. */
export function watchDatabaseFile(path: string, logger: Logger): DatabaseFile {
  const trouble = createTroubleLog(logger, {
    failing:
      'The file of the store was removed or replaced: nothing is read or written until it is back, or until a restart.',
    well: 'The file of the store is back.',
  });
  const files = [path, `${path}-wal`].map((file) => ({ file, known: identify(file) }));
  let isFoundInTurn = false;
  function requireSame(): void {
    for (const each of files) {
      const found = identify(each.file);
      // A log is made with the first change.
      if (each.known === null && each.file !== path) each.known = found;
      if (found === each.known && found !== null) continue;
      if (found === null && each.known === null) continue;
      const fault = toMoved(each.file, found === null);
      trouble.note(fault);
      throw fault;
    }
    trouble.end();
  }
  return {
    requireSame,
    requireSameInTurn() {
      if (isFoundInTurn) return;
      requireSame();
      isFoundInTurn = true;
      setImmediate(() => {
        isFoundInTurn = false;
      }).unref();
    },
  };
}

/** Device and number of a file, which a name alone is not. */
function identify(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

const toMoved = (file: string, isGone: boolean): CrossvaultError =>
  new CrossvaultError({
    code: 'store-unavailable',
    message:
      `The file ${file} of the store was ${isGone ? 'removed or renamed' : 'replaced by another one'} while Crossvault had it open. ` +
      'Stop Crossvault, put the right file in its place, and start it again. Until then nothing is read or written.',
  });
