import { randomUUID } from 'node:crypto';
import { type Clock, CrossvaultError } from '@crossvault/core';
import type { LeaseClaim, SyncMemory } from '@crossvault/core/store';

/** After this time without a renewal another process may take the lease. */
export const leaseMs = 60_000;
const renewEveryMs = 20_000;

/** The part of a store that leases need. */
export type LeaseStore = Pick<SyncMemory, 'acquireLease' | 'renewLease' | 'releaseLease' | 'leaseOwner'>;

/** A lease while it is held. */
export interface HeldLease {
  readonly claim: LeaseClaim;
  /** Aborted when the lease is lost, and when it is given back. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/** The owner of leases: one start of one process. */
export interface LeaseOwner {
  /** Unique. */
  readonly name: string;
  /** Whether the owner of this name is known to be dead; false when unknown: then its lease has to lapse. */
  hasDied(name: string): boolean;
}

/** An owner that knows no other process. */
export const newLeaseOwner = (): LeaseOwner => ({ name: randomUUID(), hasDied: () => false });

async function acquire(store: LeaseStore, claim: LeaseClaim, hasDied: LeaseOwner['hasDied']): Promise<boolean> {
  if (await store.acquireLease(claim, leaseMs)) return true;
  const holder = await store.leaseOwner(claim.name);
  if (holder === null || !hasDied(holder)) return false;
  await store.releaseLease({ name: claim.name, owner: holder });
  return store.acquireLease(claim, leaseMs);
}

/** Takes a lease and renews it until it is given back or lost; null when another owner holds it. */
export async function takeLease(
  { store, clock }: { readonly store: LeaseStore; readonly clock: Pick<Clock, 'sleep'> },
  name: string,
  owner: LeaseOwner,
): Promise<HeldLease | null> {
  const claim = { name, owner: owner.name };
  if (!(await acquire(store, claim, owner.hasDied))) return null;
  const ended = new AbortController();
  const lost = () =>
    ended.abort(
      new CrossvaultError({
        code: 'lease-lost',
        message: `The lease ${claim.name} was lost: another process continues the work.`,
      }),
    );
  async function renew(): Promise<void> {
    for (;;) {
      await clock.sleep(renewEveryMs, { signal: ended.signal });
      // A store that can't be reached for a while is not a lost lease: every write asks for it anyway.
      const isHeld = await store.renewLease(claim, leaseMs).catch(() => true);
      if (!isHeld) return lost();
    }
  }
  renew().catch(() => undefined);
  return {
    claim,
    signal: ended.signal,
    async release() {
      ended.abort();
      await store.releaseLease(claim);
    },
  };
}
