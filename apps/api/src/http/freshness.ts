import type { IncomingHttpHeaders } from 'node:http';
import { type CallOptions, CrossvaultError } from '@crossvault/core';
import type { CoveredBy } from '@crossvault/engine';
import { z } from 'zod';
import type { Services } from './endpoint.ts';

const usualWaitSeconds = 10;
const mostWaitSeconds = 300;

/** The headers by which a caller says how fresh an answer has to be. */
export const freshnessHeaders = z.object({
  'Cache-Control': z
    .string()
    .optional()
    .meta({
      description: '`no-cache` asks the vendors first, and answers with what is there when the wait is over.',
      examples: ['no-cache'],
    }),
  Prefer: z
    .string()
    .optional()
    .meta({
      description: `\`wait=<seconds>\`: how long to wait for the vendors. Default ${usualWaitSeconds}, maximum ${mostWaitSeconds}.`,
      examples: ['wait=10'],
    }),
});

/** Whether the caller accepts only data read after the request. */
export const wantsFresh = (headers: IncomingHttpHeaders): boolean =>
  /(?:^|[\s,])no-cache(?:$|[\s,])/i.test(headers['cache-control'] ?? '');

/** Seconds of `Prefer: wait`; null without it. Throws `invalid-parameter` for a malformed wait. */
export function readWaitSeconds(headers: IncomingHttpHeaders): number | null {
  const prefer = [headers['prefer'] ?? []].flat().join(',');
  const written = /(?:^|[,;\s])wait\s*=\s*"?([^",;\s]*)"?/i.exec(prefer)?.[1];
  if (written === undefined) return null;
  const seconds = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (seconds >= 0) return Math.min(seconds, mostWaitSeconds);
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `Prefer: "wait=${written.slice(0, 80)}" is not allowed; allowed are whole seconds, such as wait=${usualWaitSeconds}.`,
    parameter: 'Prefer',
  });
}

/** Syncs the store first where the caller asked for that. Returns whether the caller did. */
export async function refreshFirst(
  headers: IncomingHttpHeaders,
  covered: CoveredBy,
  { engine, setHeader, signal }: Pick<Services, 'engine' | 'setHeader'> & CallOptions,
): Promise<boolean> {
  const asked = readWaitSeconds(headers);
  if (!wantsFresh(headers)) return false;
  const seconds = asked ?? usualWaitSeconds;
  if (asked !== null) setHeader('Preference-Applied', `wait=${seconds}`);
  await engine.refresh(covered, seconds * 1000, { signal });
  return true;
}
