import { redactAnswer } from '@crossvault/contract';
import type { InventoryRecord } from './acting-calls.ts';

/** A plan or an item as it is shown, with the vendor's answer where that was asked for. */
export function toInventoryView<Thing extends { readonly id: string }>(
  { thing, raw }: InventoryRecord<Thing>,
  { path, include }: { readonly path: 'plans' | 'protected-items'; readonly include: { readonly raw: boolean } },
) {
  const shown = { ...thing, links: { self: `/v1/${path}/${thing.id}` } };
  return include.raw ? { ...shown, raw: redactAnswer(raw) } : shown;
}
