import { type InventoryPageQuery, type InventoryQuery, protectedItemSchema } from '@crossvault/core';
import { jobPageLimits } from '@crossvault/core/internal';
import type { GlobalFlags } from '../output/command-io.ts';
import { given, readText, readTexts, readWholeNumber, readWords } from './read-list-flags.ts';

/** The options of `plans list` and `items list`, as they were written. */
export interface InventoryFlags extends GlobalFlags {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  readonly name?: readonly string[];
  readonly tenant?: readonly string[];
  readonly text?: string;
  readonly problem?: boolean;
  readonly stale?: string;
  readonly streak?: string;
  readonly missed?: boolean;
  readonly plan?: readonly string[];
  readonly protection?: readonly string[];
  readonly type?: readonly string[];
  readonly enabled?: readonly string[];
  readonly limit?: string;
  readonly cursor?: string;
  readonly strict?: boolean;
  readonly refresh?: boolean;
  readonly include?: readonly string[];
}

const { protection, type } = protectedItemSchema.shape;

/** The options as a query. Throws `invalid-parameter`, which names the option and what is allowed. */
export function readInventoryQuery(flags: InventoryFlags): InventoryQuery {
  const [enabled] = readWords('enabled', flags.enabled, ['yes', 'no']) ?? [];
  return {
    ...given(readTexts('connection', flags.connection), (connection) => ({ connection })),
    ...given(readTexts('vendor', flags.vendor), (vendor) => ({ vendor })),
    ...given(readTexts('name', flags.name), (name) => ({ name })),
    ...given(readTexts('tenant', flags.tenant), (tenant) => ({ tenant })),
    ...given(readText('text', flags.text), (q) => ({ q })),
    ...given(flags.problem, (problem) => ({ problem })),
    ...given(readText('stale', flags.stale), (stale) => ({ stale })),
    ...given(flags.streak, (streak) => ({ streak: readWholeNumber('streak', streak, 1, 1000) })),
    ...given(flags.missed, (missed) => ({ missed })),
    ...given(enabled, (word) => ({ enabled: word === 'yes' })),
    ...given(readTexts('plan', flags.plan), (plan) => ({ plan })),
    ...given(readWords('protection', flags.protection, protection.options), (words) => ({ protection: words })),
    ...given(readWords('type', flags.type, type.options), (words) => ({ type: words })),
  };
}

export const readInventoryPage = (flags: InventoryFlags): InventoryPageQuery => ({
  limit: readWholeNumber('limit', flags.limit ?? String(jobPageLimits.usual), 1, jobPageLimits.most),
  cursor: readText('cursor', flags.cursor) ?? null,
  strict: flags.strict === true,
  fresh: flags.refresh === true,
});

/** Whether the vendors' answers are shown, too. */
export const readIncludeRaw = ({ include }: Pick<InventoryFlags, 'include'>): { readonly raw: boolean } => ({
  raw: (readWords('include', include, ['raw']) ?? []).includes('raw'),
});
