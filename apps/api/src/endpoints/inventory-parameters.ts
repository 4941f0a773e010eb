import { jobPageLimits } from '@crossvault/core/internal';
import { z } from 'zod';
import { freshnessHeaders } from '../http/freshness.ts';
import { listOf, searchText, several, spanOrInstant } from '../http/parameter.ts';
import { tenantFilter } from './job-parameters.ts';

/** Filters that plans and protected items have in common. */
export const inventoryFilters = {
  connection: listOf(z.string()).exactOptional().meta(several('Names of connections.')),
  vendor: listOf(z.string()).exactOptional().meta(several('Ids of vendors.')),
  name: listOf(z.string()).exactOptional().meta(several("Names or the vendors' own ids, without regard to case.")),
  tenant: tenantFilter,
  q: searchText('Words or beginnings of words, all to be found in name and native id.'),
  problem: z
    .boolean()
    .exactOptional()
    .describe(
      'True: only those with a protection error, a missed run, or a last job that failed, has a warning or is unknown. False: only the rest.',
    ),
  stale: spanOrInstant()
    .exactOptional()
    .meta({
      description: 'Only those without a success since: a span back from now, or an instant.',
      examples: ['3d'],
    }),
  streak: z.int().min(1).max(1000).exactOptional().describe('Only those that failed at least so many times in a row.'),
  missed: z.boolean().exactOptional().describe('True: only those that missed a run. False: only those that did not.'),
};

export const includeRaw = listOf(z.enum(['raw']))
  .exactOptional()
  .meta(several("The vendor's answers as they came."));

/** How a list of plans or protected items is paged and shown. */
export const inventoryPaging = {
  limit: z.int().min(1).max(jobPageLimits.most).default(jobPageLimits.usual).describe('The maximum number on a page.'),
  cursor: z.string().exactOptional().describe('`page.next` of the previous page, with the same filters.'),
  include: includeRaw,
  strict: z.boolean().default(false).describe('The request fails if any source is incomplete.'),
};

/** Paging of records that Crossvault keeps, newest first. */
export const ledgerPaging = {
  limit: inventoryPaging.limit,
  cursor: z.string().exactOptional().describe('`page.next` of the previous page.'),
};

export const freshHeaders = freshnessHeaders.pick({ 'Cache-Control': true });

export const planParameters = z.object({ id: z.string().meta({ description: 'The Crossvault id of the plan.' }) });
export const itemParameters = z.object({
  id: z.string().meta({ description: 'The Crossvault id of the protected item.' }),
});

/** The schema of a page with data and a cursor alone. */
export const pageOf = <Row extends z.ZodType>(id: string, row: Row) =>
  z
    .object({
      data: z.array(row),
      page: z.object({ next: z.string().nullable().describe('Cursor of the next page; null at the end.') }),
    })
    .meta({ id });

/** The data and the results of the sources, without the times at which they were read. */
export const inventoryContent = <Thing>({
  data,
  page,
  sources,
}: {
  readonly data: readonly Thing[];
  readonly page: { readonly next: string | null };
  readonly sources: readonly { readonly connection: string; readonly status: string }[];
}): unknown => ({
  data,
  more: page.next !== null,
  sources: sources.map(({ connection, status }) => ({ connection, status })),
});
