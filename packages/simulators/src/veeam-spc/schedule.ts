import { phaseOf } from '../fleet/course.ts';
import type { Run } from './definition.ts';
import type { DefinitionCourse } from './definition-course.ts';

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
  readonly schedule?: DefinitionCourse;
  readonly scheduleType: string;
  /** Time of the day (UTC) for which the schedule plans. */
  readonly slotMs: number;
  readonly disabled: boolean;
};

/** The due time of a run that is late stands until the run has begun. */
const nextDueMs = ({ runs }: Planned, schedule: DefinitionCourse, nowMs: number): number | null =>
  runs.find(({ course, dueMs }) => dueMs !== undefined && course.startMs > nowMs)?.dueMs ?? schedule.nextDueMs(nowMs);

/** When it runs next; null if unknown. */
export const nextRunMs = (planned: Planned, nowMs: number): number | null => {
  if (planned.schedule !== undefined) return nextDueMs(planned, planned.schedule, nowMs);
  const { runs, scheduleType, slotMs, disabled } = planned;
  const coming = runs.find(({ course, isAsked }) => isAsked !== true && phaseOf(course, nowMs) === 'future');
  if (coming !== undefined) return coming.course.startMs;
  if (disabled) return null;
  if (scheduleType === 'Daily') return nextAt(slotMs, DAY_MS, nowMs);
  if (scheduleType === 'Periodically') return nextAt(slotMs, 4 * HOUR_MS, nowMs);
  return scheduleType === 'Monthly' ? firstOfNextMonth(nowMs) + slotMs : null;
};
