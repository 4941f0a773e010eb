import { createHash } from 'node:crypto';
import {
  type ActionRequest,
  type CallOptions,
  type ClaimedOperation,
  CrossvaultError,
  type IdempotencyClaim,
  isJsonObject,
  orAbort,
} from '@crossvault/core';
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

/** Whose idempotency keys these are: an API key's by its id, for its name can be given again; a local user's by the name. */
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

/** Throws where a key was used for something else before. */
export function checkSame(key: string, before: string, now: string): void {
  if (before === now) return;
  throw new CrossvaultError({
    code: 'idempotency-mismatch',
    message: `The idempotency key "${key.slice(0, 80)}" was used for another request. Use a new one for each thing that is asked for.`,
    parameter: 'Idempotency-Key',
  });
}

/** What is being done in this process under a key. */
interface UnderWay<Result> {
  readonly bodyHash: string;
  readonly outcome: Promise<Result>;
  readonly abandon: AbortController;
  waiting: number;
}

/**
 * Requests of this process with the same key share one outcome while it is made. The work has a signal of its own, which
 * ends when the last of those who wait for it has gone: one caller that goes away costs no other its answer.
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
    // Waiting callers get the failure; when all of them have gone, it concerns no one.
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
        // The next request starts its own work: this one is being given up.
        if (underWay.get(name) === work) underWay.delete(name);
        work.abandon.abort(signal.reason);
      }
    }
  };
}
