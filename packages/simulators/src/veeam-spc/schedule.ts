import { phaseOf } from '../fleet/course.ts';
import type { Run } from './definition.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const nextAt = (slotMs: number, periodMs: number, nowMs: number): number =>
  slotMs + (Math.floor((nowMs - slotMs) / periodMs) + 1) * periodMs;

const firstOfNextMonth = (nowMs: number): number => {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
};

/** What a schedule needs of a definition. */
type Planned = {
  readonly runs: readonly Run[];
  readonly scheduleType: string;
  /** Time of the day (UTC) for which the schedule plans. */
  readonly slotMs: number;
  readonly disabled: boolean;
};

/** When it runs next; null if unknown. */
export const nextRunMs = ({ runs, scheduleType, slotMs, disabled }: Planned, nowMs: number): number | null => {
  const planned = runs.find(({ course, isAsked }) => isAsked !== true && phaseOf(course, nowMs) === 'future');
  if (planned !== undefined) return planned.course.startMs;
  if (disabled) return null;
  if (scheduleType === 'Daily') return nextAt(slotMs, DAY_MS, nowMs);
  if (scheduleType === 'Periodically') return nextAt(slotMs, 4 * HOUR_MS, nowMs);
  return scheduleType === 'Monthly' ? firstOfNextMonth(nowMs) + slotMs : null;
};
