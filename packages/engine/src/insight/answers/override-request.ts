import { CrossvaultError } from '@crossvault/core';
import type { Override, OverrideRequest } from '@crossvault/core/insight';
import { parseSince, parseUntil } from '@crossvault/core/internal';

/** What a caller wrote when they acknowledge, mute or excuse. */
export interface WrittenOverride {
  readonly by: string;
  readonly why: string;
  /** An instant, or a span back from now such as `12h`. */
  readonly from: string | null;
  /** An instant, or a span ahead such as `8h`. */
  readonly until: string | null;
}

/**
 * The request as the engine takes it, with instants. An excuse that names no end covers what was due so far: that is what the caller sees.
 * Throws `invalid-parameter`.
 */
export function toOverrideRequest(kind: Override['kind'], written: WrittenOverride, nowMs: number): OverrideRequest {
  const now = new Date(nowMs).toISOString();
  const why = written.why.trim();
  if (why === '') throw invalid('why', 'a reason is required');
  const from = written.from === null ? null : parseSince(written.from, nowMs, 'from');
  const until = written.until === null ? (kind === 'excuse' ? now : null) : parseUntil(written.until, nowMs);
  if (kind === 'mute' && until === null) throw invalid('until', 'a mute needs an end, such as 8h or an instant');
  if (kind !== 'excuse' && until !== null && until <= now) throw invalid('until', `"${written.until}" is in the past`);
  if (from !== null && until !== null && from >= until) throw invalid('from', 'it must be before the end');
  return { by: written.by, why, from, until };
}

const invalid = (parameter: string, fault: string): CrossvaultError =>
  new CrossvaultError({ code: 'invalid-parameter', message: `${parameter}: ${fault}.`, parameter });
