import { type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import type { AuditEntry } from '@crossvault/core/store';
import { type AskVendor, type History, readAndKeep, requireStore } from '../changes/history.ts';
import type { Source } from '../connections/source.ts';
import { redactLine } from '../connections/stored-redaction.ts';
import { readLedgerCursor, toLedgerCursor } from '../inventory/inventory-cursor.ts';
import { createReadInventoryRecord } from '../inventory/inventory-readers.ts';
import { createJobLinker, type LinkParts } from '../inventory/link-jobs.ts';
import { createInventoryCalls, createVendorCalls } from '../inventory/read-inventory.ts';
import { addressOf, askWithin, readJob } from '../jobs/read-job.ts';
import { type LeaseOwner, newLeaseOwner } from '../sync/lease.ts';
import { createAct } from './act.ts';
import type { ActingCalls } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import { createKeyCalls } from './manage-keys.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createFollower } from './operation-follower.ts';
import { createStep } from './operation-step.ts';
import { createAudit, createReadTarget } from './record-audit.ts';

interface ActingOptions {
  readonly sources: readonly Source[];
  readonly history: History | null;
  readonly clock: Clock;
  readonly logger: Logger;
  /** @default an owner that knows no other process */
  readonly owner?: LeaseOwner | undefined;
  /** Evaluates what is expected of connections up to now. @default nothing */
  readonly evaluate?: LinkParts['evaluate'] | undefined;
  /** Why there is no store yet although the configuration names one; null for any other reason. */
  readonly absentStore: string | null;
}

interface Acting extends ActingCalls {
  /** Follows every operation of the store from now on, also those that other processes began. */
  follow(): void;
  /** Aborts the work of this process. Another process with the same store continues it. */
  stop(): Promise<void>;
}

/** Opens the calls that change something at vendors, and those that list such changes. */
export function createActing(options: ActingOptions): Acting {
  const { sources, history, clock, logger, owner = newLeaseOwner(), absentStore } = options;
  const ended = new AbortController();
  const store = history?.store ?? null;
  const { evaluate = async () => undefined } = options;
  const linkParts = store === null ? null : { store, evaluate };
  const parts: ActingParts = {
    sources,
    store,
    absentStore,
    ledger: store ?? createMemoryLedger(clock),
    clock,
    logger,
    sender: owner.name,
    hasDied: owner.hasDied,
    closing: ended.signal,
    async readJob(id, signal) {
      const address = addressOf(sources, id);
      if (history === null) return readJob(clock, address, { signal });
      const known = await history.store.getJob(id);
      const ask: AskVendor = (run) => askWithin(clock, address.source, { signal }, run);
      return readAndKeep(history, ask, known?.record.key ?? address.key, known?.id);
    },
  };
  const audit = createAudit(parts);
  const readInventoryRecord = createReadInventoryRecord(parts);
  const follower = createFollower(parts, createStep(parts, audit, createReadTarget(parts, readInventoryRecord)));
  const sending = new Set<Promise<unknown>>();
  const track = <Outcome>(work: Promise<Outcome>): Promise<Outcome> => {
    const tracked = work.finally(() => sending.delete(tracked));
    sending.add(tracked);
    return tracked;
  };
  return {
    act: createAct(parts, audit, { onAccepted: follower.wake, track }),
    operation: follower.operation,
    ...createLedgerCalls(parts),
    ...createInventoryCalls(parts, readInventoryRecord, createJobLinker(parts, linkParts)),
    ...createVendorCalls(parts),
    ...createKeyCalls(parts, audit),
    follow: follower.start,
    async stop() {
      ended.abort(new CrossvaultError({ code: 'interrupted', message: 'Crossvault is stopping.' }));
      await Promise.allSettled([...sending, follower.stop()]);
    },
  };
}

type Connections = readonly string[] | null;

/** A page, and the cursor of the next. `rows` holds one row more than the page when there are more. */
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

/** Redacts an entry again before it is returned: an earlier version may have stored it with weaker redaction. */
const hideInLine = (entry: AuditEntry): AuditEntry =>
  entry.connection === null ? entry : redactLine(entry, entry.connection);

/** Lists of operations and audit entries, newest first. */
function createLedgerCalls({
  ledger,
  ...presence
}: Pick<ActingParts, 'ledger' | 'store' | 'absentStore'>): Pick<ActingCalls, 'operations' | 'audit'> {
  return {
    async operations({ connection: connections = null, status = null, target = null }, { limit, cursor }, call) {
      // Without a configured store the process itself keeps its operations.
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
