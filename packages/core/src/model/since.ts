import { CrossvaultError } from '../errors/error.ts';
import { parseInstant } from '../values/instant.ts';
import { parseSpanMs, spanForms } from '../values/span.ts';

/**
 * An instant with a zone, as our users write it: RFC 3339, never a bare date, since a date without a zone means another
 * span of time to everybody. Throws `invalid-parameter` that names the parameter.
 */
export function parseUserInstant(text: string, parameter: string): string {
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is no instant. Use RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}

/** What `since` means wherever jobs are asked for: in lists, summaries and exports, on the command line and over HTTP. */
export const sinceMeaning =
  'Jobs that started, ended or were open since then: a span back from now such as 90m, 24h, 7d or 2w, or an instant.';

/** A span before `nowMs`, as {@link parseSpanMs} reads it, or an instant. Throws `invalid-parameter`. */
export function parseSince(text: string, nowMs: number, parameter = 'since'): string {
  const spanMs = parseSpanMs(text);
  if (spanMs !== null && spanMs > 0) {
    const at = nowMs - spanMs;
    if (at > Date.parse('0002-01-01T00:00:00Z')) return new Date(at).toISOString();
  }
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is no span and no instant. Use ${spanForms}, or RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}
