import { closeSync, existsSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { CrossvaultError } from '@crossvault/core';
import { hasLog } from './database-file.ts';

/** Marks begin again behind it. */
const marks = 2_000_000_000;

/**
 * Counts transactions on the first page of the file, in the number that SQLite leaves to its users. SQLite itself does not
 * see whether a log (`-wal`) belongs to a file: by this count it can be seen.
 */
export function createMarker(file: DatabaseSync) {
  const readChanges = file.prepare('select total_changes() as changes');
  const readMark = file.prepare('pragma user_version');
  let before = 0;
  const changes = (): number => Number(readChanges.get()?.['changes'] ?? 0);
  return {
    begin(): void {
      before = changes();
    },
    /** Within the transaction, at its end. One that changed nothing is not counted, and costs nothing. */
    commit(): void {
      if (changes() === before) return;
      const mark = Number(readMark.get()?.['user_version'] ?? 0);
      file.exec(`pragma user_version = ${(mark + 1) % marks}`);
    },
  };
}

/**
 * Throws `store-corrupt` where a log lies without its file: SQLite would empty the log as soon as a new file is made beside
 * it, and the log holds changes that are nowhere else.
 */
export function refuseLogWithoutFile(path: string): void {
  // A process that makes a store makes the file before the log: the file is looked for last.
  const left = [`${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  if (left.length === 0 || existsSync(path)) return;
  throw new CrossvaultError({
    code: 'store-corrupt',
    message:
      `The file ${path} is missing, but ${left.join(' and ')} beside it still hold its newest changes. ` +
      'If the file was moved, put it back. To restore a backup, or to begin with an empty store, stop Crossvault and remove them. ' +
      'Nothing was changed.',
  });
}

/** Throws `store-corrupt`, before SQLite opens anything, for a file beside the log of another one: to open them would destroy the file or the log. */
export function refuseForeignLog(named: string): void {
  const path = followLinks(named);
  // Another process may be at work on both between two looks.
  for (let looks = 0; looks < 5; looks += 1) {
    const isEmpty = statSync(path, { throwIfNoEntry: false })?.size === 0;
    const before = readMarkOf(path);
    const log = readLog(`${path}-wal`);
    if (isEmpty ? !hasLog(path) : before === null || log === null || belongs(before, log)) return;
  }
  throw new CrossvaultError({
    code: 'store-corrupt',
    message:
      `The file ${path} was replaced, and the log ${path}-wal beside it belongs to the file that was there before. ` +
      `If the file is a restored backup, remove ${path}-wal and ${path}-shm and start again; ` +
      'else put the file back to which the log belongs. Nothing was changed.',
  });
}

/** SQLite keeps the log beside the file that a link leads to. */
function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

interface Log {
  /** Marks of the first and the last transaction that it holds. */
  readonly first: number;
  readonly last: number;
}

/** A file has at least the mark that it had when the log began, and at most that of the log's end. */
function belongs(mark: number, { first, last }: Log): boolean {
  const start = first - 1;
  const distance = (to: number): number => (((to - start) % marks) + marks) % marks;
  return distance(mark) <= distance(last);
}

/** https://www.sqlite.org/fileformat2.html: the place of the user's number on the first page. */
const markAt = 60;
const frameHeader = 24;
const logHeader = 32;
const logBeginnings: readonly number[] = [0x377f0682, 0x377f0683];

function readMarkOf(path: string): number | null {
  return read(path, (take) => take(markAt, 4)?.readUInt32BE(0) ?? null);
}

/** Null where there is no log, an empty one, or one that never touched the first page. */
function readLog(path: string): Log | null {
  return read(path, (take) => {
    const found = [...marksOf(take)];
    const [first, last] = [found[0], found.at(-1)];
    return first === undefined || last === undefined ? null : { first, last };
  });
}

/** The marks of all first pages that a log holds, in order. */
function* marksOf(take: Take): Generator<number> {
  const header = take(0, logHeader);
  const pageSize = header?.readUInt32BE(8) ?? 0;
  const isLog = header !== null && logBeginnings.includes(header.readUInt32BE(0)) && pageSize >= 512;
  if (!isLog || pageSize > 65_536) return;
  const salts = header.subarray(16, 24);
  for (let at = logHeader; ; at += frameHeader + pageSize) {
    const frame = take(at, frameHeader);
    // What an earlier log left has other salts.
    if (frame === null || !frame.subarray(8, 16).equals(salts)) return;
    const mark = frame.readUInt32BE(0) === 1 ? take(at + frameHeader + markAt, 4) : null;
    if (mark !== null) yield mark.readUInt32BE(0);
  }
}

type Take = (position: number, length: number) => Buffer | null;

/** Null where the file is not there or may not be read: SQLite says then what is wrong. */
function read<Result>(path: string, look: (take: Take) => Result | null): Result | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    return look((position, length) => {
      const bytes = Buffer.alloc(length);
      return readSync(file, bytes, 0, length, position) === length ? bytes : null;
    });
  } finally {
    closeSync(file);
  }
}
