import type { Operation, Plan, ProtectedItem } from '@crossvault/core';
import type { InventoryListing, InventoryRecord } from '../actions/action-calls.ts';
import { redactIdentified, redactTexts } from '../connections/redact-records.ts';
import { redactShown } from '../connections/stored-redaction.ts';
import { type Include, withoutRejectedValues } from '../listing/listing.ts';
import { mapInPieces } from '../loop-turns.ts';

/** Fields that plans stored by an earlier version lack until they are read again. */
const addedLater = { sizeBytes: null, details: {} } satisfies Partial<Plan>;

/** A plan or an item as it is shown, with the vendor's answer where that was asked for. */
export function toInventoryView<Thing extends Plan | ProtectedItem>(
  { thing, raw }: InventoryRecord<Thing>,
  { path, include }: { readonly path: 'plans' | 'protected-items'; readonly include: Pick<Include, 'raw'> },
) {
  const shown = {
    ...(path === 'plans' ? addedLater : {}),
    ...redactIdentified(thing, thing.connection),
    links: { self: `/v1/${path}/${thing.id}` },
  };
  return include.raw ? { ...shown, raw: redactTexts(raw, thing.connection) } : shown;
}

/** Things are searched for secrets text by text: so many of them, with their raw values, take a few milliseconds. */
const recordsAtOnce = 25;

const toPage = async <Thing, View>(
  listing: InventoryListing<Thing>,
  view: (record: InventoryRecord<Thing>) => View,
) => ({
  data: await mapInPieces(listing.records, recordsAtOnce, view),
  page: { next: listing.next },
  complete: listing.complete,
  sources: listing.sources.map(withoutRejectedValues),
});

/** A page of plans, as the facade and the command both answer it. */
export const toPlanPage = (listing: InventoryListing<Plan>, include: Pick<Include, 'raw'>) =>
  toPage(listing, (record) => toInventoryView(record, { path: 'plans', include }));

/** A page of protected items, likewise. */
export const toItemPage = (listing: InventoryListing<ProtectedItem>, include: Pick<Include, 'raw'>) =>
  toPage(listing, (record) => toInventoryView(record, { path: 'protected-items', include }));

/** An operation as it is shown, with its address. What an earlier version has stored may not have been rewritten yet. */
export const toOperationView = (operation: Operation): Operation => ({
  ...redactShown(operation, operation.connection),
  links: { ...operation.links, self: `/v1/operations/${operation.id}` },
});
