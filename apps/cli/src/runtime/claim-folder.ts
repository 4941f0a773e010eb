import { lstat, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isProcessRunning } from '@crossvault/runtime';
import { makeOwnFolder } from './own-folder.ts';

/** A folder that this process has to itself. */
export interface ClaimedFolder {
  readonly path: string;
  /** Releases the folder to other processes. Its contents stay. */
  release(): Promise<void>;
}

const mostFolders = 100;

/**
 * Claims a folder of this name, or the first of `<name>-2`, `<name>-3` … that no running process has. A claim is a file
 * with the id of the process. A claim of a process that was killed remains and can be taken over.
 */
export async function claimFolder(path: string): Promise<ClaimedFolder> {
  for (let index = 1; index <= mostFolders; index += 1) {
    const folder = index === 1 ? path : `${path}-${index}`;
    const claim = join(folder, 'running.pid');
    await makeOwnFolder(folder);
    if (await take(claim)) return { path: folder, release: () => rm(claim, { force: true }) };
  }
  throw new Error(`${path} and ${mostFolders - 1} more like it are all in use`);
}

async function take(claim: string): Promise<boolean> {
  if (await write(claim)) return true;
  const isFile = (await lstat(claim).catch(() => null))?.isFile() === true;
  const owner = Number(isFile ? await readFile(claim, 'utf8').catch(() => '') : '');
  if (Number.isInteger(owner) && owner > 0 && isProcessRunning(owner)) return false;
  await rm(claim, { force: true });
  return write(claim);
}

async function write(claim: string): Promise<boolean> {
  try {
    await writeFile(claim, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
