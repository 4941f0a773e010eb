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
  return readWord(type, (word) => kindPatterns.find(([pattern]) => pattern.test(foldWord(word)))?.[1], 'other');
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
