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
