import { resolve } from 'node:path';
import { isJsonObject } from '@crossvault/contract';

/**
 * The entry with the path of its credential's file (a certificate) seen from the folder of the configuration, as every
 * other file that it names. A connector that reads the file knows no folder.
 */
export function placeCredentialFile(entry: unknown, folder: string): unknown {
  const credential = isJsonObject(entry) ? entry['credential'] : undefined;
  const path = isJsonObject(credential) ? credential['path'] : undefined;
  if (!isJsonObject(entry) || !isJsonObject(credential) || typeof path !== 'string' || path.trim() === '') return entry;
  return { ...entry, credential: { ...credential, path: resolve(folder, path.trim()) } };
}
