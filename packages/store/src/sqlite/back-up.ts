import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync } from 'node:sqlite';
import { CrossvaultError } from '@crossvault/core';

/** All pages in one step: in several, every change by another process would begin the copy again. */
const allPages = 2_147_483_647;

/**
 * Copies an open database into a new file, as it is at this moment, by SQLite's own call. Others may read and write
 * meanwhile. The file is there whole, or not at all; its owner alone may read it.
 */
export async function backUp(file: DatabaseSync, target: string): Promise<void> {
  claim(target);
  const part = `${target}.part`;
  try {
    rmSync(part, { force: true });
    closeSync(openSync(part, 'wx', 0o600));
    await backup(file, part, { rate: allPages });
    renameSync(part, target);
  } catch (error) {
    for (const left of [part, target]) rmSync(left, { force: true });
    throw error;
  }
}

/** Throws where there is something already: a backup overwrites nothing. */
function claim(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const why = error instanceof Error ? error.message : String(error);
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: isThere
        ? `There is already a file ${target}. Name another one: a backup overwrites nothing.`
        : `The backup ${target} cannot be written (${why}). Name a file in a folder that is there and that this user may write to.`,
      parameter: 'file',
      cause: error,
    });
  }
}
