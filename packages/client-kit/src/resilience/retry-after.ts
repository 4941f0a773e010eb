import { isJsonObject } from '@crossvault/core';

/** Waits longer than this are taken for a mistake of the vendor's: nobody would be left to wait for them. */
const longestWaitSeconds = 86_400;

/** Names of the header, the finer first, with what their number counts. Azure's services send all three. */
const headers = [
  ['retry-after-ms', 1000],
  ['x-ms-retry-after-ms', 1000],
  ['retry-after', 1],
] as const;

/**
 * How many seconds an answer asks to wait, by its headers: a number, or a date, which counts from `nowMs` on and is no
 * wait at all when it has passed. Null when it does not say.
 */
export function readRetryAfter(response: Response, nowMs: number): number | null {
  for (const [name, perSecond] of headers) {
    const text = response.headers.get(name)?.trim() ?? '';
    if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return clampWait(Number(text) / perSecond);
  }
  const dateMs = Date.parse(response.headers.get('retry-after') ?? '');
  return Number.isNaN(dateMs) ? null : clampWait((dateMs - nowMs) / 1000);
}

export const clampWait = (seconds: number): number => Math.min(Math.max(0, seconds), longestWaitSeconds);

/**
 * How many seconds an answer asks to wait by its body: `retryAfter` of the body or of one of its `errors`, the longest.
 * Gateways write it so. Null when it does not say.
 */
export function readBodyWait(body: unknown): number | null {
  if (!isJsonObject(body)) return null;
  const errors: readonly unknown[] = Array.isArray(body['errors']) ? body['errors'] : [];
  const waits = [body, body['error'], ...errors].flatMap((part) => {
    const seconds = isJsonObject(part) ? part['retryAfter'] : undefined;
    return typeof seconds === 'number' && Number.isFinite(seconds) ? [clampWait(seconds)] : [];
  });
  return waits.length === 0 ? null : Math.max(...waits);
}

/** How many seconds an answer asks to wait, by its headers, else by its body. Null when neither says. */
export function readUsualWait(response: Response, body: unknown, nowMs: number): number | null {
  return readRetryAfter(response, nowMs) ?? readBodyWait(body);
}
