import { CrossvaultError } from '../errors/error.ts';
import { parseInstant } from '../values/instant.ts';
import { parseSpanMs } from '../values/span.ts';

/** How our users write an end, for messages. */
const untilForms = 'a span ahead such as 90m, 8h or 7d, or RFC 3339 with a zone, such as 2026-01-31T22:00:00Z';

/**
 * The end that a caller names: a span ahead of now such as `8h`, with or without a plus sign, or an instant. A plus sign that an address
 * lost is a space. Throws `invalid-parameter`.
 */
export function parseUntil(text: string, nowMs: number, parameter = 'until'): string {
  const spanMs = parseSpanMs(text.replace(/^[+ ]/, ''));
  if (spanMs !== null && spanMs > 0) {
    const at = nowMs + spanMs;
    if (at < Date.parse('9999-01-01T00:00:00Z')) return new Date(at).toISOString();
  }
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is neither a span nor an instant. Use ${untilForms}.`,
    parameter,
  });
}
