import { type Clock, CrossvaultError, type Logger } from '@crossvault/core';
import { type AskVendor, type History, readAndKeep } from '../changes/history.ts';
import type { Source } from '../connections/source.ts';
import { createJobLinker } from '../inventory/link-jobs.ts';
import { createInventoryCalls } from '../inventory/read-inventory.ts';
import { createReadThing } from '../inventory/read-thing.ts';
import { addressOf, askWithin, readJob } from '../jobs/read-job.ts';
import { type LeaseOwner, newLeaseOwner } from '../sync/lease.ts';
import { createAct } from './act.ts';
import type { ActingCalls } from './action-calls.ts';
import type { ActingParts } from './action-parts.ts';
import { createLedgerCalls } from './ledger-calls.ts';
import { createKeyCalls } from './manage-keys.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { createFollower } from './operation-follower.ts';
import { createStep } from './operation-step.ts';
import { createReadTarget } from './read-target.ts';
import { createAudit } from './record-audit.ts';
import { createVendorCalls } from './vendor-calls.ts';

export interface ActingOptions {
  readonly sources: readonly Source[];
  readonly history: History | null;
  readonly clock: Clock;
  readonly logger: Logger;
  /** @default one who knows of no other process */
  readonly owner?: LeaseOwner | undefined;
  readonly absentStore: string | null;
}

export interface Acting extends ActingCalls {
  /** Follows every operation of the store from here on, also what other processes have left. */
  follow(): void;
  /** Abandons what is under way: whoever has the store goes on. */
  stop(): Promise<void>;
}

/** What changes something at the vendors, and what is kept of it. */
export function createActing(options: ActingOptions): Acting {
  const { sources, history, clock, logger, owner = newLeaseOwner(), absentStore } = options;
  const ended = new AbortController();
  const store = history?.store ?? null;
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
  const readThing = createReadThing(parts);
  const follower = createFollower(parts, createStep(parts, audit, createReadTarget(parts, readThing)));
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
    ...createInventoryCalls(parts, readThing, createJobLinker(parts, history)),
    ...createVendorCalls(parts),
    ...createKeyCalls(parts, audit),
    follow: follower.start,
    async stop() {
      ended.abort(new CrossvaultError({ code: 'interrupted', message: 'Crossvault was asked to stop.' }));
      await Promise.allSettled([...sending, follower.stop()]);
    },
  };
}
