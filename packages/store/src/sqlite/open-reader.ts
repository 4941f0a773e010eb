import { CrossvaultError } from '@crossvault/core';
import { hasLog, isUnwritable } from './database-file.ts';
import { type OpenedFile, openFile } from './node-sqlite-dialect.ts';

/**
 * Opens the file for reading. SQLite makes files beside the one that it reads, which a read-only disk or folder refuses:
 * a file that holds all of its changes is then read as one that cannot change.
 */
export function openReader(path: string): OpenedFile {
  try {
    return openAndLook(path, 'rw');
  } catch (error) {
    if (!isUnwritable(path)) throw error;
    if (!hasLog(path)) return openAndLook(path, 'immutable');
    throw new CrossvaultError({
      code: 'store-read-only',
      message:
        `The store ${path} stands where nothing can be written, and its newest changes are in ${path}-wal, which can be read ` +
        'only where its folder can be written. Copy both files into such a folder, and name the copy.',
      cause: error,
    });
  }
}

function openAndLook(path: string, use: 'rw' | 'immutable'): OpenedFile {
  const opened = openFile(path, 'reader', use);
  try {
    opened.look();
    return opened;
  } catch (error) {
    opened.file.close();
    throw error;
  }
}
