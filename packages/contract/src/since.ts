import { CrossvaultError } from './error.ts';
import { parseInstant } from './instant.ts';

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

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

/** `90m`, `24h`, `7d`, `2w` before `nowMs`, or an instant. Throws `invalid-parameter`. */
export function parseSince(text: string, nowMs: number, parameter = 'since'): string {
  const [, amount, unit] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : unitMs[unit];
  if (amount !== undefined && factor !== undefined && Number(amount) > 0) {
    const at = nowMs - Number(amount) * factor;
    if (at > Date.parse('0002-01-01T00:00:00Z')) return new Date(at).toISOString();
  }
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is no span and no instant. Use 90m, 24h, 7d or 2w, or RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}
