import { resolve } from 'node:path';
import { CrossvaultError } from '@crossvault/core';
import type { Environment } from '../process/environment.ts';
import { readTextFile } from './text-file.ts';

const defaultName = 'crossvault.yaml';

export interface ConfigurationFile {
  /** Absolute. */
  readonly path: string;
  /** The path as the user wrote it, for messages. */
  readonly shown: string;
  readonly text: string;
}

export interface FileSearch {
  /** The value of `--config`. */
  readonly configPath?: string | undefined;
  readonly environment: Environment;
  readonly cwd: string;
}

interface FileLocation {
  readonly shown: string;
  readonly origin: string;
}

function findLocation({ configPath, environment }: FileSearch): FileLocation {
  if (configPath !== undefined) return { shown: configPath, origin: '--config' };
  const named = environment['CROSSVAULT_CONFIG'];
  if (named !== undefined && named !== '') return { shown: named, origin: 'CROSSVAULT_CONFIG' };
  return { shown: defaultName, origin: `./${defaultName}` };
}

/** Where the configuration file may be. */
export function findConfigurationFile(search: FileSearch): { readonly location: FileLocation; readonly path: string } {
  const location = findLocation(search);
  return { location, path: resolve(search.cwd, location.shown) };
}

/** Reads the file that `--config` names, else CROSSVAULT_CONFIG, else `./crossvault.yaml`. */
export async function readConfigurationFile(search: FileSearch): Promise<ConfigurationFile> {
  const { location, path } = findConfigurationFile(search);
  const read = readTextFile(path);
  if (read.ok) return { path, shown: location.shown, text: read.text };
  throw new CrossvaultError({
    code: 'configuration-unreadable',
    message: `${describeFailure(read.reason, path, location)} ${describeSearch(search)}`,
  });
}

function describeFailure(reason: string, path: string, { origin }: FileLocation): string {
  const file = origin.startsWith('./') ? path : `${path}, named by ${origin},`;
  if (reason === 'does not exist') return `There is no configuration: ${file} does not exist.`;
  return `The configuration ${file} ${reason}.`;
}

function describeSearch({ configPath, environment }: FileSearch): string {
  const named = environment['CROSSVAULT_CONFIG'];
  return [
    `Looked for: --config (${configPath === undefined ? 'not given' : 'given'}),`,
    `else CROSSVAULT_CONFIG (${named === undefined || named === '' ? 'not set' : 'set'}), else ./${defaultName}.`,
  ].join(' ');
}
