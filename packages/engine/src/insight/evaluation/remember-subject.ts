import type { RunTiming } from '@crossvault/core';
import { expandSchedule } from '../expand-schedule.ts';
import { inferObjective } from '../infer-objective.ts';
import type { Occurrence, Run } from '../occurrence.ts';
import { dataAsOf, streakOf } from '../streaks.ts';
import { isSettled } from './merge-occurrences.ts';
import type { SubjectInput } from './subject-input.ts';
import type { SubjectMemory } from './subject-memory.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What was found out about a subject. */
export interface Judgement {
  readonly isLinked: boolean;
  readonly occurrences: readonly Occurrence[];
  readonly judgedRuns: readonly Run[];
  readonly nextDueMs: number | null;
}

/** What is kept of a subject until it is evaluated again. */
export function remember(
  input: SubjectInput,
  { isLinked, occurrences, judgedRuns, nextDueMs }: Judgement,
): SubjectMemory {
  const { thing, memory, areWarningsGood } = input;
  const newest = judgedRuns.reduce((last, { endedMs }) => Math.max(last, endedMs ?? 0), 0);
  const lastPointMs = thing.pointsMs.at(-1) ?? null;
  const isPointNewer = newest === 0 || thing.observedMs > newest + hourMs;
  const foundMs = dataAsOf({ runs: judgedRuns, lastPointMs: isPointNewer ? lastPointMs : null, areWarningsGood });
  const ended = occurrences.filter(isSettled).toReversed();
  const newestEnded = ended.find(({ state }) => !neutral.has(state));
  return {
    ...memory,
    isLinked,
    dataAsOfMs: judgedRuns.length === 0 ? (foundMs ?? memory.dataAsOfMs) : latest(foundMs, memory.dataAsOfMs),
    objective: objectiveOf(input),
    missed: newestEnded === undefined || newestEnded.state === 'unknown' ? null : newestEnded.state === 'missed',
    streak: streakOf(ended),
    expectedNextMs: nextDueMs,
  };
}

const neutral: ReadonlySet<Occurrence['state']> = new Set(['cancelled', 'skipped', 'excused']);

const latest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const objectives = new WeakMap<object, number | null>();

function objectiveOf({ objectiveMs, thing, versions, timing, nowMs }: SubjectInput): SubjectMemory['objective'] {
  if (objectiveMs !== null) return { ms: objectiveMs, from: 'configuration' };
  const schedule = thing.schedule ?? versions.at(-1)?.schedule ?? null;
  if (schedule === null || !thing.isEnabled) return null;
  const known = objectives.get(schedule);
  const ms = known === undefined ? inferFrom(schedule, timing, nowMs) : known;
  objectives.set(schedule, ms);
  return ms === null ? null : { ms, from: 'inferred' };
}

/** Two months show the longest gap of what runs daily, weekly or monthly; a year that of what runs more seldom. */
function inferFrom(schedule: Parameters<typeof expandSchedule>[0], timing: RunTiming, nowMs: number): number | null {
  const { duesBetween } = expandSchedule(schedule);
  for (const days of [70, 740]) {
    const dues = duesBetween(nowMs, nowMs + days * dayMs);
    const found = inferObjective(dues, timing.startGraceMs + timing.reportLagMs);
    if (found !== null) return found;
  }
  return null;
}
