import { readRetryAfter } from '@crossvault/client-kit';
import { z } from 'zod';

const detailWire = z.object({
  type: z.string().nullish().catch(null),
  code: z.union([z.number(), z.string()]).nullish().catch(null),
  retryAfter: z.number().nullish().catch(null),
});

/** Documented for every answer but the token's; `retryAfter` is v3's and inferred for v2. */
const envelope = z.object({ errors: z.array(detailWire).min(1) });

const readErrors = (body: unknown) => envelope.safeParse(body).data?.errors ?? [];

/** How long the console asks to wait: in the body as v3 does it, else in the header. */
export function readWait(response: Response, body: unknown, nowMs: number): number | null {
  const wait = readErrors(body).find(({ retryAfter }) => typeof retryAfter === 'number');
  if (wait?.retryAfter !== undefined && wait.retryAfter !== null) return Math.max(0, wait.retryAfter);
  return readRetryAfter(response, nowMs);
}

/** v3 sends this for every fault of the server. */
const serverFault = 520;

const statusOfType: Readonly<Record<string, number>> = {
  transport: serverFault,
  retryablelogical: serverFault,
  logical: 400,
  security: 403,
  unspecified: serverFault,
};

/**
 * The status that an answer really has: errors in the envelope of a success are a failure. Their `code` may be a status,
 * or a number of the console's own; then their type decides.
 */
export function readStatus(response: Response, body: unknown): number {
  const [first] = response.ok ? readErrors(body) : [];
  if (first === undefined) return response.status;
  const code = Number(first.code);
  if (Number.isInteger(code) && code >= 400 && code <= 599) return code;
  return statusOfType[(first.type ?? '').toLowerCase()] ?? serverFault;
}
