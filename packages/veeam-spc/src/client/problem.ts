import { z } from 'zod';

/** Documented for every v2 answer but the token's; `retryAfter` is v3's and inferred for v2. */
const envelope = z.object({
  errors: z
    .array(z.object({ message: z.string().nullish().catch(null), retryAfter: z.number().nullish().catch(null) }))
    .min(1),
});

/** How v3 refuses a login; for v2 it is not documented. */
const refusedGrant = z.object({ error: z.string(), error_description: z.string().nullish().catch(null) });

/** The console's own words out of an error body. */
export function readProblem(body: unknown): string | null {
  const errors = envelope.safeParse(body).data?.errors ?? [];
  const messages = errors.flatMap(({ message }) => (message ? [message] : []));
  if (messages.length > 0) return messages.join(' ');
  const refused = refusedGrant.safeParse(body).data;
  return refused?.error_description || refused?.error || null;
}

/** How long the console asks to wait: in the body as v3 does it, else in the header. */
export function readWait(response: Response, body: unknown): number | null {
  const wait = envelope.safeParse(body).data?.errors.find(({ retryAfter }) => typeof retryAfter === 'number');
  if (wait?.retryAfter !== undefined && wait.retryAfter !== null) return Math.max(0, wait.retryAfter);
  const header = response.headers.get('retry-after');
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null;
}
