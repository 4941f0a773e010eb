import type { JobStatus, ListQuery } from '@crossvault/core';
import { statusWords } from '../mapping/map-status.ts';

/** Without bounds the service picks a window that is not documented, so both are always sent. */
const farPastMs = Date.parse('2001-01-01T00:00:00Z');
const dayMs = 86_400_000;

/** Statuses that no vendor filter can express: `warning` is also computed, `unknown` includes every new value. */
const neverPushed: readonly JobStatus[] = ['warning', 'unknown'];

/**
 * The list's `$filter`. Both times bound the start of a job although they are written with `eq`; they are widened to
 * whole seconds. The service has no `or`, so the filter contains a single status only.
 */
export function toListFilter(query: ListQuery, nowMs: number): string {
  const asked = {
    from: query.startedAfter === null ? null : floorToSecond(Date.parse(query.startedAfter)),
    to: query.startedBefore === null ? null : ceilToSecond(Date.parse(query.startedBefore)),
  };
  const to = asked.to ?? Math.max(ceilToSecond(nowMs + dayMs), asked.from ?? farPastMs);
  const from = asked.from ?? Math.min(farPastMs, to);
  const word = toStatusWord(query.status);
  return [
    `startTime eq '${toClockText(from)}'`,
    `endTime eq '${toClockText(to)}'`,
    ...(word === null ? [] : [`status eq '${word}'`]),
  ].join(' and ');
}

function toStatusWord(statuses: ListQuery['status']): string | null {
  const [status, ...others] = statuses ?? [];
  if (status === undefined || others.length > 0 || neverPushed.includes(status)) return null;
  const [word, ...synonyms] = statusWords.wordsFor(status);
  return word !== undefined && synonyms.length === 0 ? word : null;
}

/** `yyyy-MM-dd hh:mm:ss AM`, UTC on a 12-hour clock: midnight is 12:00:00 AM, noon 12:00:00 PM. ISO dates are refused. */
function toClockText(epochMs: number): string {
  const [date = '', time = ''] = new Date(epochMs).toISOString().split('T');
  const hour = Number(time.slice(0, 2));
  const onDial = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0');
  return `${date} ${onDial}${time.slice(2, 8)} ${hour < 12 ? 'AM' : 'PM'}`;
}

const floorToSecond = (epochMs: number): number => Math.floor(epochMs / 1000) * 1000;
const ceilToSecond = (epochMs: number): number => Math.ceil(epochMs / 1000) * 1000;
