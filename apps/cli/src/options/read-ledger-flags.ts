import { jobPageLimits } from '@crossvault/core/internal';
import type { LedgerPageQuery } from '@crossvault/engine';
import type { GlobalFlags } from '../output/command-io.ts';
import { readText, readWholeNumber } from './read-list-flags.ts';

/** Paging of records that Crossvault keeps. */
export interface LedgerFlags extends GlobalFlags {
  readonly limit: string;
  readonly cursor?: string;
}

export const readLedgerPage = (flags: LedgerFlags): LedgerPageQuery => ({
  limit: readWholeNumber('limit', flags.limit, 1, jobPageLimits.most),
  cursor: readText('cursor', flags.cursor) ?? null,
});
