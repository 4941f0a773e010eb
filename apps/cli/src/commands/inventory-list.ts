import type { Plan, ProtectedItem } from '@crossvault/core';
import { toItemPage, toPlanPage } from '@crossvault/engine';
import {
  type InventoryFlags,
  readIncludeRaw,
  readInventoryPage,
  readInventoryQuery,
} from '../options/read-inventory-flags.ts';
import type { CommandIo } from '../output/command-io.ts';
import { showPage } from '../output/show-page.ts';
import { createTerminal } from '../output/terminal.ts';
import { withRuntime } from '../runtime/with-runtime.ts';

/** `crossvault plans list`: 0 when every source is complete, else 6. */
export async function listPlans(flags: InventoryFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const [query, page, include] = [readInventoryQuery(flags), readInventoryPage(flags), readIncludeRaw(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { renderPlans } = await import('../output/plans.ts');
    const listing = await engine.plans(query, page, { signal: io.signal });
    return showPage<Plan>(terminal, await toPlanPage(listing, include), 'No plans.', renderPlans);
  });
}

/** `crossvault items list`, likewise. */
export async function listItems(flags: InventoryFlags, io: CommandIo): Promise<number> {
  const terminal = createTerminal(io, flags);
  const [query, page, include] = [readInventoryQuery(flags), readInventoryPage(flags), readIncludeRaw(flags)];
  return withRuntime(io, flags, terminal, async ({ engine }) => {
    const { renderItems } = await import('../output/items.ts');
    const listing = await engine.items(query, page, { signal: io.signal });
    return showPage<ProtectedItem>(terminal, await toItemPage(listing, include), 'No protected items.', renderItems);
  });
}
