import type { AuditEntry } from '@crossvault/core';
import { redactLine } from '../connections/stored-redaction.ts';
import { readLedgerCursor, toLedgerCursor } from '../inventory/inventory-cursor.ts';
import type { ActingCalls } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import { requireStore } from './require-store.ts';

type Connections = readonly string[] | null;

/** A page, and where the next one begins; one more was asked for than is told. */
function toPage<Row extends { readonly position: number }>(
  rows: readonly Row[],
  limit: number,
  connections: Connections,
) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? toLedgerCursor(last.position, connections !== null) : null;
  return { page, next };
}

/** As it is shown: what an earlier version has stored may not have been rewritten yet. */
const hideInLine = (entry: AuditEntry): AuditEntry =>
  entry.connection === null ? entry : redactLine(entry, entry.connection);

/** What was done: lists, newest first. */
export function createLedgerCalls({
  ledger,
  ...presence
}: Pick<ActingParts, 'ledger' | 'store' | 'absentStore'>): Pick<ActingCalls, 'operations' | 'audit'> {
  return {
    async operations({ connection: connections = null, status = null, target = null }, { limit, cursor }, call) {
      // Without a configured store the process itself remembers its operations.
      if (presence.absentStore !== null) requireStore(presence);
      const before = readLedgerCursor(cursor, connections !== null);
      const request = { before, limit: limit + 1, connections, statuses: status, targets: target };
      const { page, next } = toPage(await ledger.listOperations(request, call), limit, connections);
      return { operations: page.map(({ operation }) => operation), next };
    },
    async audit({ connections }, { limit, cursor }, call) {
      const request = { before: readLedgerCursor(cursor, connections !== null), limit: limit + 1, connections };
      const { page, next } = toPage(await requireStore(presence).listAudit(request, call), limit, connections);
      return { entries: page.map(({ entry }) => hideInLine(entry)), next };
    },
  };
}
