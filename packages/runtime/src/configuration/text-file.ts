import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { describeCharacter } from './invisible-characters.ts';

/** Maximum size of a configuration, secret or certificate. */
export const mostFileBytes = 1024 * 1024;

export interface TextFile {
  readonly text: string;
  /** Permission bits: `0o600`. */
  readonly mode: number;
}

/** The text of a file, or why it cannot be read: a predicate such as `does not exist`. */
export type TextFileResult = ({ readonly ok: true } & TextFile) | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): TextFileResult => ({ ok: false, reason });

/**
 * Reads a regular file in UTF-8. A pipe or a device is refused before it is opened: reading it could wait forever, or
 * never end. A byte order mark is removed.
 */
export function readTextFile(path: string): TextFileResult {
  const control = [...path].find((character) => /\p{Cc}/u.test(character));
  if (control !== undefined) return refuse(`has a path with the control character ${describeCharacter(control)}`);
  try {
    return readRegular(path);
  } catch (error) {
    return refuse(describeSystemCode(systemCode(error)));
  }
}

/** Before a process has anything else to do: a read of its own thread costs less than the threads of asynchronous reads. */
function readRegular(path: string): TextFileResult {
  // Without O_NONBLOCK the opening of a pipe waits for its writer.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return refuse('is a folder, not a file');
    if (!stats.isFile()) return refuse('is no regular file (a pipe, socket or device)');
    const bytes = readBounded(file, stats.size);
    if (bytes === null) return refuse(`is larger than ${mostFileBytes} bytes`);
    return decode(bytes, stats.mode & 0o777);
  } finally {
    closeSync(file);
  }
}

/** Null for more than the bound. The size that the system reports may be wrong. */
function readBounded(file: number, expectedBytes: number): Buffer | null {
  let buffer = Buffer.alloc(Math.min(expectedBytes, mostFileBytes) + 1);
  let length = 0;
  for (;;) {
    const bytesRead = readSync(file, buffer, length, buffer.length - length, null);
    length += bytesRead;
    if (length > mostFileBytes) return null;
    if (bytesRead === 0) return buffer.subarray(0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(length * 2, mostFileBytes + 1));
  }
}

/** Byte order marks of UTF-32. That of its little-endian form begins with the one of UTF-16. */
const wideMarks = [Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from([0, 0, 0xfe, 0xff])];

function decode(bytes: Buffer, mode: number): TextFileResult {
  if (wideMarks.some((mark) => bytes.subarray(0, mark.length).equals(mark))) {
    return refuse('is written in UTF-32; save it as UTF-8');
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse('is written in UTF-16; save it as UTF-8');
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), mode };
  } catch {
    return refuse('is not written in UTF-8; save it as UTF-8');
  }
}

/** The system's code of an error (`ENOENT`), or a word for a missing code. */
function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

const reasons: Partial<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is no folder',
  ENXIO: 'is no regular file (a pipe, socket or device)',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has a path that is too long',
};

/** The meaning of a system error code for a file: a predicate. */
const describeSystemCode = (code: string): string => reasons[code] ?? `cannot be read (${code})`;

/** The fault in the permissions of a file that holds a secret; null without a fault. */
export function describeOpenMode(mode: number): string | null {
  const actions = [...((mode & 0o004) === 0 ? [] : ['read']), ...((mode & 0o022) === 0 ? [] : ['changed'])];
  if (actions.length === 0) return null;
  return `can be ${actions.join(' and ')} by other users of this machine (mode ${mode.toString(8).padStart(4, '0')}); run chmod 600`;
}
