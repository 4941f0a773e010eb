import type { ActingCalls } from './acting-calls.ts';
import type { ActingParts } from './acting-parts.ts';
import { readLedgerCursor, toLedgerCursor } from './inventory-cursor.ts';
import { requireStore } from './require-store.ts';

/** A page, and where the next one begins; one more was asked for than is told. */
function toPage<Row extends { readonly position: number }>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? toLedgerCursor(last.position) : null };
}

/** What was done: lists, newest first. */
export function createLedgerCalls({
  ledger,
  store,
}: Pick<ActingParts, 'ledger' | 'store'>): Pick<ActingCalls, 'operations' | 'audit'> {
  return {
    async operations({ connection = null, status = null, target = null }, { limit, cursor }) {
      const found = await ledger.listOperations({
        before: readLedgerCursor(cursor),
        limit: limit + 1,
        connections: connection,
        statuses: status,
        targets: target,
      });
      const { page, next } = toPage(found, limit);
      return { operations: page.map(({ operation }) => operation), next };
    },
    async audit({ connection }, { limit, cursor }) {
      const request = { before: readLedgerCursor(cursor), limit: limit + 1, connection };
      const { page, next } = toPage(await requireStore(store).listAudit(request), limit);
      return { entries: page.map(({ entry }) => entry), next };
    },
  };
}
