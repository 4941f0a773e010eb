import {
  type Operation,
  type Plan,
  type ProtectedItem,
  type planPageSchema,
  type planViewSchema,
  type protectedItemPageSchema,
  type protectedItemViewSchema,
  redactAnswer,
} from '@crossvault/contract';
import type { z } from 'zod';
import { withoutRejectedValues } from '../job-view.ts';
import type { InventoryListing, InventoryRecord } from './acting-calls.ts';

type Shown = { readonly raw: boolean };

/** A thing with its address, and with the vendor's answer where that was asked for. */
const toView = <Thing extends { readonly id: string }>(
  path: string,
  { thing, raw }: InventoryRecord<Thing>,
  shown: Shown,
) => ({ ...thing, links: { self: `${path}/${thing.id}` }, ...(shown.raw ? { raw: redactAnswer(raw) } : {}) });

const toPage = <Thing, View>(listing: InventoryListing<Thing>, view: (record: InventoryRecord<Thing>) => View) => ({
  data: listing.records.map(view),
  page: { next: listing.next },
  complete: listing.complete,
  sources: listing.sources.map(withoutRejectedValues),
});

/** One plan, as the facade and the command both answer it. */
export const toPlanView = (record: InventoryRecord<Plan>, shown: Shown): z.output<typeof planViewSchema> =>
  toView('/v1/plans', record, shown);

export const toItemView = (
  record: InventoryRecord<ProtectedItem>,
  shown: Shown,
): z.output<typeof protectedItemViewSchema> => toView('/v1/protected-items', record, shown);

export const toPlanPage = (listing: InventoryListing<Plan>, shown: Shown): z.output<typeof planPageSchema> =>
  toPage(listing, (record) => toPlanView(record, shown));

export const toItemPage = (
  listing: InventoryListing<ProtectedItem>,
  shown: Shown,
): z.output<typeof protectedItemPageSchema> => toPage(listing, (record) => toItemView(record, shown));

/** An operation with its address. */
export const toOperationView = (operation: Operation): Operation => ({
  ...operation,
  links: { ...operation.links, self: `/v1/operations/${operation.id}` },
});
