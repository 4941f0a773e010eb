import type { JobStatus } from '@crossvault/core';
import type { ScheduleVersion } from '../due-runs.ts';
import { expandSchedule } from '../expand-schedule.ts';
import { judgeOccurrences } from '../judge-occurrences.ts';
import type { JudgedSubject } from '../judged-subject.ts';
import type { Occurrence, Run } from '../occurrence.ts';
import { daily, scheduleOf, undocumented } from './make-schedule.ts';

export const hourMs = 3_600_000;

/** An instant of March 2026 in UTC: `2 22:00` is at 22:00 on the second. */
export function at(text: string): number {
  const [day = '', time = ''] = text.split(' ');
  return Date.parse(`2026-03-${day.padStart(2, '0')}T${time}:00Z`);
}

/** A run that took ten minutes. */
export const run = (start: string, status: JobStatus = 'succeeded', more: Partial<Run> = {}): Run => {
  const startedMs = at(start);
  const isOpen = status === 'running' || status === 'queued';
  return {
    id: start,
    kind: 'backup',
    status,
    startedMs,
    endedMs: isOpen ? null : startedMs + 600_000,
    trigger: 'unknown',
    isOurs: false,
    madeNothing: false,
    ...more,
  };
};

export const version = (more: Partial<ScheduleVersion> = {}): ScheduleVersion => ({
  id: 'v1',
  firstSeenMs: at('1 00:00'),
  lastSeenMs: at('31 00:00'),
  schedule: expandSchedule(scheduleOf('UTC', undocumented, daily('22:00'))),
  ...more,
});

/** A subject that is due at 22:00, whose list has been read all the time. A run may start an hour late. */
export const subjectOf = (more: Partial<JudgedSubject> = {}): JudgedSubject => ({
  id: 's',
  versions: [version()],
  runs: [],
  coverage: [{ fromMs: 0, untilMs: at('31 00:00') }],
  isLinked: true,
  unlisted: [],
  pointsMs: [],
  sinceMs: null,
  retiredMs: null,
  graces: { defaultStartMs: hourMs, configuredStartMs: null, reportLagMs: 0 },
  excuses: [],
  ...more,
});

/** The occurrences of a subject that are due from noon to noon, judged at some time. */
export function judge(
  subject: Partial<JudgedSubject>,
  now: string,
  [from, until]: readonly [string, string] = ['2 12:00', '3 12:00'],
): readonly Occurrence[] {
  return judgeOccurrences(subjectOf(subject), { fromMs: at(from), untilMs: at(until), nowMs: at(now) });
}

/** State and reason of each. */
export const verdicts = (occurrences: readonly Occurrence[]): string[] =>
  occurrences.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`));
