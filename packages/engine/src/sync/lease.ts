import { type Clock, CrossvaultError, type LeaseClaim } from '@crossvault/contract';
import type { SyncStore } from './sync-parts.ts';

/** After so long without a sign of life somebody else may take over. */
export const leaseMs = 60_000;
const renewEveryMs = 20_000;

/** A lease while it is held. */
export interface HeldLease {
  readonly claim: LeaseClaim;
  /** Aborted when the lease is lost, and when it is given back. */
  readonly signal: AbortSignal;
  release(): Promise<void>;
}

/** Takes a lease and renews it until it is given back or lost; null when somebody else has it. */
export async function takeLease(
  { store, clock }: { readonly store: SyncStore; readonly clock: Clock },
  claim: LeaseClaim,
): Promise<HeldLease | null> {
  if (!(await store.acquireLease(claim, leaseMs))) return null;
  const ended = new AbortController();
  const lost = () =>
    ended.abort(
      new CrossvaultError({
        code: 'lease-lost',
        message: `The lease ${claim.name} was lost: another process goes on.`,
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
