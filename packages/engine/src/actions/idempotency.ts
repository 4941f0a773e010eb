import { createHash } from 'node:crypto';
import { type ActionRequest, type CallOptions, CrossvaultError, isJsonObject, orAbort } from '@crossvault/core';
import type { ClaimedOperation, IdempotencyClaim } from '@crossvault/core/store';
import type { Actor } from './action-calls.ts';
import type { ActingLedger } from './memory-ledger.ts';

/** The same content in any order of its keys has the same hash. */
export function hashRequest(request: ActionRequest): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(request)))
    .digest('base64url');
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).toSorted();
  return keys.map((key) => [key, inOrder(value[key])]);
}

/** The owner of idempotency keys: an API key by its id, since its name can be reused; a local user by name. */
export const claimantOf = ({ name, apiKey }: Pick<Actor, 'name' | 'apiKey'>): string =>
  apiKey === undefined ? `user:${name}` : `key:${apiKey.id}`;

/**
 * The operation that an idempotency key belongs to; null when it belongs to none. Earlier versions kept it under the name of
 * the actor: that counts for an API key that was there already when the operation was asked for.
 */
export async function findClaimed(
  ledger: Pick<ActingLedger, 'findClaim'>,
  { name, apiKey }: Pick<Actor, 'name' | 'apiKey'>,
  { actor, key }: IdempotencyClaim,
): Promise<ClaimedOperation | null> {
  const own = await ledger.findClaim(actor, key);
  if (own !== null) return own;
  const former = await ledger.findClaim(name, key);
  const isOwn = former !== null && former.stored.intent.at >= (apiKey?.createdAt ?? '');
  return isOwn ? former : null;
}

/** Throws `idempotency-mismatch` where the key was used for another request. */
export function checkSame(key: string, before: string, now: string): void {
  if (before === now) return;
  throw new CrossvaultError({
    code: 'idempotency-mismatch',
    message: `The idempotency key "${key.slice(0, 80)}" was used for another request. Use a new key for each new request.`,
    parameter: 'Idempotency-Key',
  });
}

/** The work of this process under a key. */
interface UnderWay<Result> {
  readonly bodyHash: string;
  readonly outcome: Promise<Result>;
  readonly abandon: AbortController;
  waiting: number;
}

/**
 * Requests of this process with the same key share one outcome while it is made. The work has a signal of its own, which
 * aborts when the last waiting caller has disconnected: a caller that disconnects does not affect the others.
 */
export function createSharedOutcomes<Result>() {
  const underWay = new Map<string, UnderWay<Result>>();

  function begin(name: string, bodyHash: string, make: (signal: AbortSignal) => Promise<Result>): UnderWay<Result> {
    const abandon = new AbortController();
    const outcome = make(abandon.signal).finally(() => {
      if (underWay.get(name) === work) underWay.delete(name);
    });
    const work: UnderWay<Result> = { bodyHash, outcome, abandon, waiting: 0 };
    underWay.set(name, work);
    // The waiting callers get the failure; without any it is ignored.
    outcome.catch(() => undefined);
    return work;
  }

  return async (
    { actor, key, bodyHash }: IdempotencyClaim,
    { signal }: Pick<CallOptions, 'signal'>,
    make: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> => {
    const name = JSON.stringify([actor, key]);
    const known = underWay.get(name);
    if (known !== undefined) checkSame(key, known.bodyHash, bodyHash);
    signal.throwIfAborted();
    const work = known ?? begin(name, bodyHash, make);
    work.waiting += 1;
    try {
      return await orAbort(signal, () => work.outcome);
    } finally {
      work.waiting -= 1;
      if (work.waiting === 0) {
        // The next request starts its own work: this one is being aborted.
        if (underWay.get(name) === work) underWay.delete(name);
        work.abandon.abort(signal.reason);
      }
    }
  };
}
