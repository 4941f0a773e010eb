import type { OccurrenceKey, StoredOccurrence } from '@crossvault/core/store';
import type { ScheduleVersion } from '../due-runs.ts';
import { expandSchedule } from '../expand-schedule.ts';
import type { SubjectFacts } from '../findings/subject-facts.ts';
import { judgeOccurrences } from '../judge-occurrences.ts';
import type { JudgedSubject } from '../judged-subject.ts';
import { readLooks } from '../observed-next-runs.ts';
import type { Occurrence, Run } from '../occurrence.ts';
import { fromStored, judgedAgainMs, mergeOccurrences } from './merge-occurrences.ts';
import { nextEvaluation } from './next-evaluation.ts';
import { remember } from './remember-subject.ts';
import type { SubjectInput } from './subject-input.ts';
import type { SubjectMemory } from './subject-memory.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** The first evaluation of a subject looks back so far. */
const firstLookMs = 91 * dayMs;

/** What an evaluation of a subject found. */
export interface SubjectOutcome {
  readonly memory: SubjectMemory;
  readonly occurrences: readonly StoredOccurrence[];
  readonly removed: readonly OccurrenceKey[];
  readonly facts: SubjectFacts;
  /** When it is to be evaluated again at the latest; null: not before something changes. */
  readonly nextMs: number | null;
}

/** Evaluates one subject. Pure: the same input gives the same outcome. */
export function evaluateSubject(input: SubjectInput): SubjectOutcome {
  const { thing, memory, runs, nowMs, isExpected } = input;
  const isLinked = memory.isLinked || runs.length > 0;
  const observed = readLooks(
    input.looks.flatMap(({ firstMs, lastMs, lastRunMs, nextRunMs }) => {
      const look = { lastRunMs, nextRunMs };
      return firstMs === lastMs
        ? [{ ...look, atMs: firstMs }]
        : [
            { ...look, atMs: firstMs },
            { ...look, atMs: lastMs },
          ];
    }),
    'backup',
  );
  const versions = isExpected ? versionsOf(input, observed) : [];
  const judgedRuns = runs.map((run): Run => ({ ...run, isOurs: input.ownJobs.has(run.id) }));
  const isKnownToLink = isLinked || (input.areOthersLinked && memory.sinceMs !== null);
  const subject: JudgedSubject = {
    id: thing.id,
    versions,
    runs: judgedRuns,
    coverage: input.looks.length > 0 ? observed.coverage : input.coverage,
    isLinked: isKnownToLink,
    unlisted: input.timing.unlistedTracks,
    pointsMs: thing.pointsMs,
    sinceMs: memory.sinceMs,
    retiredMs: memory.retiredMs,
    graces: {
      defaultStartMs: input.timing.startGraceMs,
      configuredStartMs: input.startGraceMs ?? memory.inferred?.graceMs ?? null,
      reportLagMs: input.timing.reportLagMs,
    },
    excuses: input.excuses,
  };
  const nextDueMs = nextDueOf(versions, nowMs, memory);
  const range = { fromMs: rangeFrom(input), untilMs: Math.max(nextDueMs ?? 0, nowMs) + 1, nowMs };
  const judged = versions.length === 0 ? [] : judgeOccurrences(subject, range);
  const merged = mergeOccurrences({ connection: thing.connection, subject: thing.id }, judged, input.stored, {
    ...range,
    runs: new Set(runs.map(({ id }) => id)),
  });
  const occurrences = [...input.stored.filter(({ isFrozen }) => isFrozen).map(fromStored), ...merged.kept].toSorted(
    (one, other) => one.due.dueMs - other.due.dueMs,
  );
  // Of what no job was ever linked to, and the vendor reports no backup, nothing says how old its data is.
  const isAgeKnown = !thing.isUnprotected && (isKnownToLink || thing.pointsMs.length > 0) && hasOwnAge(input);
  const after = remember(input, { isLinked, occurrences, judgedRuns, nextDueMs });
  return {
    memory: after,
    occurrences: merged.changed,
    removed: merged.removed,
    facts: {
      id: thing.id,
      partId: input.partId,
      occurrences,
      runs: isExpected ? judgedRuns : [],
      age: {
        dataAsOfMs: after.dataAsOfMs,
        historyFromMs: input.historyFromMs,
        objectiveMs: isAgeKnown ? (after.objective?.ms ?? null) : null,
        nextEndMs: nextEndOf(occurrences, nextDueMs, judgedRuns),
      },
      life: {
        sinceMs: after.sinceMs,
        activeSinceMs: after.activeSinceMs,
        disabledSinceMs: after.disabledSinceMs,
        isDisabledByPlan: thing.isPlanDisabled,
        unprotectedSinceMs: after.unprotectedSinceMs,
        retiredMs: after.retiredMs,
      },
    },
    nextMs: nextEvaluation(input, occurrences, after),
  };
}

/** The data of a plan whose items are judged is theirs, and a plan that protects nothing has none. */
const hasOwnAge = ({ thing, isExpected }: SubjectInput): boolean => thing.kind === 'item' || isExpected;

/** The versions of its schedule. Where a vendor reports only the next run, the runs that it announced are due. */
function versionsOf(input: SubjectInput, observed: ReturnType<typeof readLooks>): readonly ScheduleVersion[] {
  return input.versions.map(({ number, firstSeenMs, lastSeenMs, schedule, isEnabled }) => {
    const isObserved = schedule?.source === 'next-run' || (schedule !== null && schedule.rules.length === 0);
    return {
      id: String(number),
      firstSeenMs,
      lastSeenMs: lastSeenMs ?? input.nowMs,
      schedule: !isEnabled || schedule === null ? null : isObserved ? observed.schedule : expandSchedule(schedule),
      ...(isObserved && observed.periodMs !== undefined ? { periodMs: observed.periodMs } : {}),
    };
  });
}

function nextDueOf(versions: readonly ScheduleVersion[], nowMs: number, memory: SubjectMemory): number | null {
  if (memory.retiredMs !== null) return null;
  const schedule = versions.at(-1)?.schedule ?? null;
  if (schedule === null) return null;
  const isExpanded = (each: object): each is ReturnType<typeof expandSchedule> => 'nextAfter' in each;
  if (isExpanded(schedule)) return schedule.nextAfter(nowMs)?.dueMs ?? null;
  return schedule.duesBetween(nowMs + 1, nowMs + 400 * dayMs)[0]?.dueMs ?? null;
}

/** From the first occurrence that is not frozen, or from behind the last one that is. */
function rangeFrom({ stored, nowMs, historyFromMs, memory }: SubjectInput): number {
  const earliestMs = nowMs - judgedAgainMs;
  const open = stored.find(({ isFrozen }) => !isFrozen);
  const last = stored.at(-1);
  if (last === undefined) return Math.max(nowMs - firstLookMs, historyFromMs, memory.sinceMs ?? 0);
  return Math.max(open === undefined ? last.dueMs + 1 : open.dueMs, earliestMs);
}

/** When the run that is going, or the next one, is expected to end. */
function nextEndOf(occurrences: readonly Occurrence[], nextDueMs: number | null, runs: readonly Run[]): number | null {
  const running = occurrences.findLast(({ state }) => state === 'running');
  const last = runs.findLast(({ endedMs }) => endedMs !== null);
  const usualMs = Math.max(30 * minuteMs, last === undefined ? 0 : (last.endedMs ?? 0) - last.startedMs);
  const startedMs = running?.attempts.at(-1)?.startedMs;
  if (startedMs !== undefined) return startedMs + usualMs;
  return nextDueMs === null ? null : nextDueMs + usualMs;
}
