import {
  asRead,
  computed,
  isJsonObject,
  type JobContext,
  type JobRaw,
  type ParsedAnswers,
  parseWire,
  type Reading,
} from '@crossvault/core';
import { readPart } from './job-answer.ts';
import { readJobName, toJobKey } from './key.ts';
import {
  type VaultExtendedInfoWire,
  type VaultJobWire,
  vaultExtendedInfoWire,
  vaultJobResourceWire,
  vaultJobWire,
} from './wire-backup-vault.ts';

/** What the rules of Backup vaults read: a job's answer, taken apart. */
export interface VaultJobAnswer {
  readonly nativeId: Reading<string>;
  readonly job: VaultJobWire;
  readonly extended: VaultExtendedInfoWire;
  /** Whether the single answer was read; that a list row has all of it is not documented. */
  readonly isFull: boolean;
}

export function parseVaultJobAnswer(raw: JobRaw, context: JobContext): ParsedAnswers<VaultJobAnswer> {
  const seen = raw.get ?? raw.list;
  if (!isJsonObject(seen)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const row = parseWire(vaultJobResourceWire, seen);
  const named = readJobName(row);
  if (named === null) return { kind: 'rejected', nativeId: null, reason: 'no-readable-id' };
  const job = readPart(row.properties, vaultJobWire);
  const input: VaultJobAnswer = {
    nativeId: named.from === 'name' ? asRead(named.name) : computed(named.name),
    job,
    extended: readPart(job.extendedInfo, vaultExtendedInfoWire),
    isFull: raw.get !== undefined,
  };
  return { kind: 'input', input, key: toJobKey(context.list, named.name) };
}
