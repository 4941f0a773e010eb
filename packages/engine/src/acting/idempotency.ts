import { createHash } from 'node:crypto';
import { type ActionRequest, CrossvaultError, type IdempotencyClaim, isJsonObject } from '@crossvault/contract';

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
}

/** Requests of this process with the same key share one outcome while it is made. */
export function createSharedOutcomes<Result>() {
  const underWay = new Map<string, UnderWay<Result>>();
  return async ({ actor, key, bodyHash }: IdempotencyClaim, make: () => Promise<Result>): Promise<Result> => {
    const name = JSON.stringify([actor, key]);
    const known = underWay.get(name);
    if (known !== undefined) {
      checkSame(key, known.bodyHash, bodyHash);
      return known.outcome;
    }
    const outcome = make();
    underWay.set(name, { bodyHash, outcome });
    try {
      return await outcome;
    } finally {
      underWay.delete(name);
    }
  };
}
