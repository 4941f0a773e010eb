import type { JobMapper } from '@crossvault/core';
import { parseListKey } from './key.ts';
import { jobMapper } from './map-job.ts';
import { vaultJobMapper } from './map-vault-job.ts';

/** The table of rules for the jobs of a list: its key says which kind of vault they are from. */
export const mapperOf = (listKey: string): JobMapper =>
  parseListKey(listKey)?.kind === 'backup-vault' ? vaultJobMapper : jobMapper;

/** One version for both tables: it increases with either. */
export const mapperVersion = jobMapper.version + vaultJobMapper.version;
