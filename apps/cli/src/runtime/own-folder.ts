import { lstat, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CrossvaultError } from '@crossvault/core';

/**
 * Makes a folder that only this user can change, or takes one that already is so. Another user could otherwise prepare
 * links in it, and what is written would land elsewhere. Throws `configuration-unreadable` with the reason.
 */
export async function makeOwnFolder(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  for (const folder of [dirname(path), path]) {
    const reason = await whyNotOwn(folder);
    if (reason === null) continue;
    throw new CrossvaultError({
      code: 'configuration-unreadable',
      message: `The folder ${folder} cannot be used: ${reason}. Remove it, or start in another folder.`,
    });
  }
}

async function whyNotOwn(folder: string): Promise<string | null> {
  const stats = await lstat(folder);
  if (stats.isSymbolicLink()) return 'it is a link';
  if (!stats.isDirectory()) return 'it is not a folder';
  const uid = process.getuid?.();
  // Without user ids (Windows) the permission bits say nothing.
  if (uid === undefined) return null;
  if (stats.uid !== uid) return `it belongs to another user (uid ${stats.uid})`;
  return (stats.mode & 0o022) === 0 ? null : `other users can change it (mode ${(stats.mode & 0o777).toString(8)})`;
}
