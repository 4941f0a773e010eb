import {
  computed,
  foldWord,
  type JobKind,
  type JobTrigger,
  type Reading,
  readWire,
  readWord,
  unsupported,
  type WireValue,
} from '@crossvault/core';

/**
 * The first pattern that matches the folded word decides. Patterns and not words, because every version of the product
 * brings new types that are built from the same parts.
 */
const kindPatterns: readonly (readonly [RegExp, JobKind])[] = [
  [/^configuration|^repository|^vnetrepositoryimport$|^cosmosdbconfiguration$/, 'configure'],
  [/deletion$/, 'delete'],
  [/retention$/, 'retention'],
  [/^healthcheck$|rescan$|indexing$|dataretrieval$/, 'maintenance'],
  [/archive$/, 'archive'],
  [/backuptorepository$/, 'copy'],
  [/restore/, 'restore'],
  [/backup/, 'backup'],
  [/snapshot$/, 'snapshot'],
];

export function readKind(type: WireValue<string>): Reading<JobKind> {
  return readWord(type, lookUpType, 'other');
}

/** A version has some dozens of types. The cache stops growing here. */
const mostKept = 1_000;
const known = new Map<string, JobKind | undefined>();

function lookUpType(type: string): JobKind | undefined {
  if (known.has(type)) return known.get(type);
  const folded = foldWord(type);
  const kind = kindPatterns.find(([pattern]) => pattern.test(folded))?.[1];
  if (known.size < mostKept) known.set(type, kind);
  return kind;
}

/** A policy can also be started by hand, and its sessions look the same. */
export function readTrigger(type: WireValue<string>): Reading<JobTrigger> {
  const reading = readWire<string, JobTrigger>(type, (word) => {
    const folded = foldWord(word);
    if (folded.includes('manual') && !folded.endsWith('deletion')) return computed<JobTrigger>('manual');
    return folded === 'configurationbackupscheduled'
      ? computed<JobTrigger>('scheduled')
      : unsupported<JobTrigger>('unknown');
  });
  return { ...reading, value: reading.value ?? 'unknown' };
}
