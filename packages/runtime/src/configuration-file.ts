import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CrossvaultError } from '@crossvault/contract';
import type { Environment } from './environment.ts';

const defaultName = 'crossvault.yaml';

export interface ConfigurationFile {
  /** Absolute. */
  readonly path: string;
  /** As it was named, for messages. */
  readonly shown: string;
  readonly text: string;
}

export interface FileSearch {
  /** What `--config` says. */
  readonly configPath?: string | undefined;
  readonly environment: Environment;
  readonly cwd: string;
}

interface Place {
  readonly shown: string;
  readonly origin: string;
}

function findPlace({ configPath, environment }: FileSearch): Place {
  if (configPath !== undefined) return { shown: configPath, origin: '--config' };
  const named = environment['CROSSVAULT_CONFIG'];
  if (named !== undefined && named !== '') return { shown: named, origin: 'CROSSVAULT_CONFIG' };
  return { shown: defaultName, origin: `./${defaultName}` };
}

/** Reads the file that `--config` names, else CROSSVAULT_CONFIG, else `./crossvault.yaml`. */
export async function readConfigurationFile(search: FileSearch): Promise<ConfigurationFile> {
  const place = findPlace(search);
  const path = resolve(search.cwd, place.shown);
  try {
    return { path, shown: place.shown, text: await readFile(path, 'utf8') };
  } catch (error) {
    throw new CrossvaultError({
      code: 'configuration-unreadable',
      message: `${describeFailure(error, path, place)} ${describeSearch(search)}`,
      cause: error,
    });
  }
}

function describeFailure(error: unknown, path: string, { origin }: Place): string {
  const code = systemCode(error);
  const file = origin.startsWith('./') ? path : `${path}, named by ${origin},`;
  if (code === 'ENOENT') return `There is no configuration: ${file} does not exist.`;
  return `The configuration ${file} ${describeSystemCode(code)}.`;
}

function describeSearch({ configPath, environment }: FileSearch): string {
  const named = environment['CROSSVAULT_CONFIG'];
  return [
    `Looked for: --config (${configPath === undefined ? 'not given' : 'given'}),`,
    `else CROSSVAULT_CONFIG (${named === undefined || named === '' ? 'not set' : 'set'}), else ./${defaultName}.`,
  ].join(' ');
}

/** The system's code of an error (`ENOENT`), or its absence in a word. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

const reasons: Partial<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies below something that is no folder',
};

/** What a system's code means for a file: a predicate. */
export const describeSystemCode = (code: string): string => reasons[code] ?? `cannot be read (${code})`;
