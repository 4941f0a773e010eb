import { parseSince, parseUntil } from '@crossvault/core/internal';
import { z } from 'zod';
import { listOf, several, textReadBy } from '../../http/parameter.ts';
import { ledgerPaging } from '../inventory-parameters.ts';

/** Errors of every answer about expected runs and findings. */
export const insightErrors = ['store-missing'] as const;
/** The same of a list in pages. */
export const insightPageErrors = ['invalid-cursor', 'cursor-mismatch', ...insightErrors] as const;

/** Filters that all answers about expected runs and findings have in common. */
export const coveredFilters = {
  connection: listOf(z.string()).exactOptional().meta(several('Names of connections.')),
  vendor: listOf(z.string()).exactOptional().meta(several('Ids of vendors.')),
  tenant: listOf(z.string()).exactOptional().meta(several('Names of customers.')),
  tag: listOf(z.string()).exactOptional().meta(several('Tags of connections.')),
  item: listOf(z.string())
    .exactOptional()
    .meta(several('Our ids or names of protected items, without regard to case.')),
  plan: listOf(z.string()).exactOptional().meta(several('Our ids or names of plans, without regard to case.')),
};

/** How a list of expected runs or findings is paged. */
export const insightPaging = {
  limit: ledgerPaging.limit,
  cursor: z.string().exactOptional().describe('`page.next` of the previous page, with the same filters.'),
};

/** Any instant by which a span can be read: only its form is checked. */
const someInstantMs = Date.parse('2026-01-01T00:00:00Z');

/** `last-night`, a span before now, or an instant. */
export const sinceLastNight = () => textReadBy((text) => text === 'last-night' || parseSince(text, someInstantMs));

/** A span ahead of now, or an instant. */
export const spanAheadOrInstant = () => textReadBy((text) => parseUntil(text, someInstantMs));

/** How many days a calendar or a ratio covers. */
export const days = z.int().min(1).max(400).default(30).describe('Business days up to now.');

interface PagedAnswer {
  readonly data: readonly unknown[];
  readonly page: { readonly next: string | null };
  readonly sources: readonly { readonly connection: string; readonly status: string }[];
}

/** The part of a page that must stay the same for it to count as unchanged: all but the times at which sources were read. */
export const insightContent = ({ data, page, sources, ...rest }: PagedAnswer): unknown => ({
  ...rest,
  data,
  more: page.next !== null,
  sources: sources.map(({ connection, status }) => ({ connection, status })),
});
