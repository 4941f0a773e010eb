import type { Occurrence } from '../occurrence.ts';
import { frozenAfterMs } from './merge-occurrences.ts';
import type { SubjectInput } from './subject-input.ts';
import type { SubjectMemory } from './subject-memory.ts';

const dayMs = 24 * 3_600_000;
const longDisabledMs = 7 * dayMs;

/** What the clock alone changes: a run becomes late or missed, an objective is breached, an occurrence is frozen. */
export function nextEvaluation(
  { nowMs, timing, thing }: SubjectInput,
  occurrences: readonly Occurrence[],
  { dataAsOfMs, objective, disabledSinceMs, retiredMs, inferred }: SubjectMemory,
): number | null {
  if (retiredMs !== null) return null;
  const times = occurrences.flatMap(({ state, startByMs, endByMs, due, isProvisional }) => {
    if (state === 'upcoming' || state === 'due') return [startByMs + timing.reportLagMs + 1];
    if (state === 'running') return endByMs === null ? [] : [endByMs + 1];
    return isProvisional ? [] : [due.dueMs + frozenAfterMs + 1];
  });
  if (dataAsOfMs !== null && objective !== null) times.push(dataAsOfMs + objective.ms + 1);
  if (disabledSinceMs !== null) times.push(disabledSinceMs + longDisabledMs + 1);
  if (thing.schedule === null) times.push((inferred?.atMs ?? nowMs) + dayMs);
  const later = times.filter((each) => each > nowMs);
  return later.length === 0 ? null : Math.min(...later);
}
