import type { Clock } from '@crossvault/core';
import type { IdempotencyClaim, StoredOperation, StoreLedger } from '@crossvault/core/store';

/** The part of the ledger that actions use. */
export type ActingLedger = Omit<StoreLedger, 'appendAudit' | 'listAudit'>;

/** The most operations in memory; beyond them the oldest are deleted. */
const mostOperations = 10_000;

interface Row {
  readonly position: number;
  readonly text: string;
  readonly heldUntil: string | null;
}

/** A ledger in memory, for engines without a store. It holds serialized operations, so that no object is shared. */
export function createMemoryLedger(clock: Clock): ActingLedger {
  /** The wall clock at the start. Later times add the monotonic clock to it, so setting the wall clock has no effect. */
  const startMs = clock.now() - clock.monotonicMs();
  const rows = new Map<string, Row>();
  const claims = new Map<string, { readonly bodyHash: string; readonly id: string }>();
  let last = 0;

  const read = ({ text }: Row): StoredOperation => JSON.parse(text);
  const nameOf = ({ actor, key }: Pick<IdempotencyClaim, 'actor' | 'key'>): string => JSON.stringify([actor, key]);
  const find = (claim: Pick<IdempotencyClaim, 'actor' | 'key'>) => {
    const found = claims.get(nameOf(claim));
    const row = rows.get(found?.id ?? '');
    return found === undefined || row === undefined ? null : { bodyHash: found.bodyHash, stored: read(row) };
  };
  const freeClaim = (operationId: string): void => {
    for (const [name, { id }] of claims) if (id === operationId) claims.delete(name);
  };
  const dueOf = (row: Row): string | null => row.heldUntil ?? read(row).dueAt;
  const ofConnections = (connections: readonly string[]) =>
    [...rows].filter(([, row]) => connections.includes(read(row).operation.connection));

  return {
    async beginOperation(stored, claim) {
      const known = claim === null ? null : find(claim);
      if (known !== null) return known;
      const { id } = stored.operation;
      if (claim !== null) claims.set(nameOf(claim), { bodyHash: claim.bodyHash, id });
      last += 1;
      rows.set(id, { position: last, text: JSON.stringify(stored), heldUntil: null });
      const [oldest] = rows.keys();
      if (rows.size > mostOperations && oldest !== undefined) {
        rows.delete(oldest);
        freeClaim(oldest);
      }
      return null;
    },
    findClaim: async (actor, key) => find({ actor, key }),
    freeClaim: async (operationId) => freeClaim(operationId),
    async putOperation(stored) {
      const { id } = stored.operation;
      const row = rows.get(id);
      if (row === undefined || read(row).version !== stored.version) return false;
      rows.set(id, { ...row, text: JSON.stringify({ ...stored, version: stored.version + 1 }), heldUntil: null });
      return true;
    },
    async getOperation(id) {
      const row = rows.get(id);
      return row === undefined ? null : read(row);
    },
    async listOperations({ before, limit, connections, statuses, targets }) {
      return [...rows.values()]
        .map((row) => ({ position: row.position, operation: read(row).operation }))
        .filter(({ operation }) => connections?.includes(operation.connection) ?? true)
        .map(({ position, operation }, index) => ({ position: connections === null ? position : index + 1, operation }))
        .filter(({ position }) => before === null || position < before)
        .filter(({ operation }) => statuses?.includes(operation.status) ?? true)
        .filter(({ operation }) => targets?.includes(operation.target) ?? true)
        .toReversed()
        .slice(0, limit);
    },
    async takeDueOperations({ connections, id, now, holdUntil, limit }) {
      const due = ofConnections(connections)
        .filter(([each, row]) => (id === null || each === id) && (dueOf(row) ?? '9') <= now)
        .slice(0, limit);
      for (const [each, row] of due) rows.set(each, { ...row, heldUntil: holdUntil });
      return due.map(([, row]) => read(row));
    },
    nowMs: async () => startMs + clock.monotonicMs(),
    async nextDueAt(connections) {
      return (
        ofConnections(connections)
          .flatMap(([, row]) => dueOf(row) ?? [])
          .toSorted()[0] ?? null
      );
    },
  };
}
