import type { InventoryQuery } from '@crossvault/core';
import { parseSince } from '@crossvault/core/internal';
import type { InventoryThings } from '@crossvault/core/store';

type Thing = InventoryThings[keyof InventoryThings];

const troubled: ReadonlySet<string> = new Set(['failed', 'warning', 'unknown']);

/** What every table marks: an error of its protection, a missed run, or a last job that did not end well. */
const hasProblem = (thing: Thing): boolean =>
  ('protection' in thing && thing.protection === 'error') ||
  thing.missed === true ||
  (thing.lastJob !== null && troubled.has(thing.lastJob.status));

/** The newest success that is known, of an item also as the vendor's newest recovery point. */
function newestSuccessMs(thing: Thing): number {
  const times = [thing.lastSuccessAt, 'lastRecoveryPointAt' in thing ? thing.lastRecoveryPointAt : null];
  return Math.max(...times.map((at) => (at === null ? Number.NEGATIVE_INFINITY : Date.parse(at))));
}

/**
 * Whether a plan or an item is asked for by what is known of it only once its jobs were read; null where the query asks for nothing of the kind.
 * Throws `invalid-parameter`.
 */
export function createJudgedFilter(
  { missed, problem, stale, streak }: InventoryQuery,
  nowMs: number,
): ((thing: Thing) => boolean) | null {
  const staleMs = stale === undefined ? null : Date.parse(parseSince(stale, nowMs, 'stale'));
  if ([missed, problem, stale, streak].every((filter) => filter === undefined)) return null;
  return (thing) =>
    (missed === undefined || thing.missed === missed) &&
    (problem === undefined || hasProblem(thing) === problem) &&
    (staleMs === null || newestSuccessMs(thing) < staleMs) &&
    (streak === undefined || (thing.streak?.status === 'failed' && thing.streak.count >= streak));
}
