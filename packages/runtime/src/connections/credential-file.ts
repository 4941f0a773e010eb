import { resolve } from 'node:path';
import { isJsonObject } from '@crossvault/core';
import type { Issue, KeyPath } from '../configuration/issue.ts';
import { describeOpenMode, readTextFile } from '../configuration/text-file.ts';

/**
 * The entry with the path of its credential's file (a certificate) seen from the folder of the configuration, as every
 * other file that it names. The connector that reads the file does not have the folder.
 */
export function resolveCredentialPath(entry: unknown, folder: string): unknown {
  const credential = isJsonObject(entry) ? entry['credential'] : undefined;
  const path = isJsonObject(credential) ? credential['path'] : undefined;
  if (!isJsonObject(entry) || !isJsonObject(credential) || typeof path !== 'string' || path.trim() === '') return entry;
  return { ...entry, credential: { ...credential, path: resolve(folder, path.trim()) } };
}

/** Checks the file of a credential before a connector needs it: the error would occur later, as a refused log-in. */
export async function checkCredentialFile(
  entry: unknown,
  at: KeyPath,
): Promise<{ readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] }> {
  const credential = isJsonObject(entry) ? entry['credential'] : undefined;
  const file = isJsonObject(credential) ? credential['path'] : undefined;
  if (typeof file !== 'string' || file.trim() === '') return { issues: [], warnings: [] };
  const path = [...at, 'credential', 'path'];
  const name = (text: string): readonly Issue[] => [
    { path, message: `names ${file}, which ${text}`, code: 'configuration-invalid' },
  ];
  const read = readTextFile(file);
  if (!read.ok) return { issues: name(read.reason), warnings: [] };
  if (!read.text.includes('-----BEGIN ')) return { issues: name('holds nothing in PEM form'), warnings: [] };
  const open = describeOpenMode(read.mode);
  return { issues: [], warnings: open === null ? [] : name(open) };
}
