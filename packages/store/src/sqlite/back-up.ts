import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync } from 'node:sqlite';
import { CrossvaultError, type ErrorCode } from '@crossvault/core';
import { primaryCode, toSqliteFault } from './sqlite-faults.ts';

/** All pages in one step: in several, every change by another process would begin the copy again. */
const allPages = 2_147_483_647;

/** What SQLite makes beside a file that it writes. */
const besides = ['', '-journal', '-wal', '-shm'] as const;

interface OpenedSource {
  readonly file: DatabaseSync;
  readonly path: string;
}

/** SQLite's own call. */
type CopyFile = (file: DatabaseSync, target: string) => Promise<unknown>;

const copyAtOnce: CopyFile = (file, target) => backup(file, target, { rate: allPages });

/**
 * Copies an open database into a new file, as it is at this moment, by SQLite's own call. Others may read and write
 * meanwhile. The file is there whole, or not at all; its owner alone may read it.
 */
export async function backUp({ file, path }: OpenedSource, target: string, copy: CopyFile = copyAtOnce): Promise<void> {
  claim(target);
  const part = `${target}.part`;
  const removePart = (): void => {
    for (const ending of besides) rmSync(`${part}${ending}`, { force: true });
  };
  try {
    removePart();
    closeSync(openSync(part, 'wx', 0o600));
    await copy(file, part);
    renameSync(part, target);
  } catch (error) {
    removePart();
    rmSync(target, { force: true });
    throw toTargetFault(error, target) ?? toSqliteFault(error, path);
  }
}

/** Throws where there is something already: a backup overwrites nothing. */
function claim(target: string): void {
  try {
    closeSync(openSync(target, 'wx', 0o600));
  } catch (error) {
    const full = toTargetFault(error, target);
    if (full?.code === 'store-full') throw full;
    const isThere = systemCode(error) === 'EEXIST';
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

const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** The system's words for a disk, or a quota, without room. */
const fullCodes: readonly (string | null)[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** SQLite's numbers of what fails at the file that is written: the store itself is only read. */
const targetFaults: Readonly<Partial<Record<number, { readonly code: ErrorCode; readonly advice: string }>>> = {
  8: { code: 'store-read-only', advice: 'Name a file in a folder that this user may write to.' },
  10: { code: 'store-unavailable', advice: 'Look at the disk of the backup and at that of the store.' },
  13: { code: 'store-full', advice: 'Make room on the disk of the backup, or name a file on another disk.' },
  14: { code: 'store-unavailable', advice: 'Name a file in a folder that this user may write to.' },
};

/** An error that the target is at fault for. Null for any other: the store cannot be read then. */
function toTargetFault(error: unknown, target: string): CrossvaultError | null {
  const system = systemCode(error);
  const isSystem = system !== null && error instanceof Error && 'syscall' in error;
  const number = fullCodes.includes(system) ? 13 : isSystem ? 14 : (primaryCode(error) ?? 0);
  const fault = targetFaults[number];
  if (fault === undefined || !(error instanceof Error)) return null;
  const message = `The backup ${target} cannot be written (${error.message}). ${fault.advice} Nothing of it is left.`;
  return new CrossvaultError({ code: fault.code, message, cause: error });
}
