import { hash } from 'node:crypto';
import type { Schedule } from '@crossvault/core';
import type { StoredLook, StoredScheduleVersion } from '@crossvault/core/store';
import { inferSchedule } from '../inference/infer-schedule.ts';
import type { Run } from '../occurrence.ts';
import { meaningOf } from '../schedule-meaning.ts';
import type { JudgedThing } from './judged-thing.ts';
import type { SubjectMemory } from './subject-memory.ts';

const dayMs = 24 * 3_600_000;

/** What a thing is known by from one reading to the next: as long as it is the same, nothing of the thing has changed. */
export const seenAs = ({ observedMs: _, schedule, ...thing }: JudgedThing): string =>
  hash('sha256', JSON.stringify([thing, schedule === null ? null : meaningOf(schedule)]), 'base64url').slice(0, 16);

/** What a new reading of a thing says of its life. */
export function followLife(thing: JudgedThing, memory: SubjectMemory): SubjectMemory {
  const { observedMs, isEnabled, isStopped, isUnprotected } = thing;
  const isBack = (memory.retiredMs !== null && !isStopped) || (memory.disabledSinceMs !== null && isEnabled);
  return {
    ...memory,
    retiredMs: isStopped ? (memory.retiredMs ?? observedMs) : null,
    disabledSinceMs: isEnabled || isStopped ? null : (memory.disabledSinceMs ?? observedMs),
    unprotectedSinceMs: isUnprotected ? (memory.unprotectedSinceMs ?? observedMs) : null,
    activeSinceMs: isBack ? observedMs : memory.activeSinceMs,
  };
}

/** The version of a schedule that begins with this reading; null: it means the same as before. */
export function followSchedule(
  thing: JudgedThing,
  versions: readonly StoredScheduleVersion[],
  lastSeenMs: number,
): readonly StoredScheduleVersion[] {
  const { schedule, isEnabled } = thing;
  // Without a schedule of the vendor's, the one that was inferred stands.
  if (schedule === null && versions.at(-1)?.schedule?.source === 'inferred' && isEnabled) return [];
  if (schedule === null && versions.length === 0) return [];
  return nextVersion(thing, versions, { schedule, isEnabled, firstSeenMs: thing.observedMs, lastSeenMs });
}

interface NewVersion {
  readonly schedule: Schedule | null;
  readonly isEnabled: boolean;
  readonly firstSeenMs: number;
  /** When the version before was seen last. */
  readonly lastSeenMs: number;
}

/** The rows that a schedule of another meaning changes: the one before ends, and it begins. */
function nextVersion(
  { id, connection }: JudgedThing,
  versions: readonly StoredScheduleVersion[],
  { schedule, isEnabled, firstSeenMs, lastSeenMs }: NewVersion,
): readonly StoredScheduleVersion[] {
  const meaning = JSON.stringify([isEnabled, schedule === null ? null : meaningIn(schedule)]);
  const last = versions.at(-1);
  if (last?.meaning === meaning) return [];
  const number = (last?.number ?? 0) + 1;
  const next = { connection, subject: id, number, firstSeenMs, lastSeenMs: null, meaning, schedule, isEnabled };
  return last === undefined ? [next] : [{ ...last, lastSeenMs: Math.max(last.firstSeenMs, lastSeenMs) }, next];
}

/** The anchor of an inferred interval moves with each run: it is another instant of the same schedule. */
const meaningIn = (schedule: Schedule): string =>
  meaningOf(
    schedule.source === 'inferred'
      ? {
          ...schedule,
          rules: schedule.rules.map((rule) => (rule.kind === 'interval' ? { ...rule, anchorAt: null } : rule)),
        }
      : schedule,
  );

/** Two looks that say the same are one that lasted. */
export function followLook(thing: JudgedThing, looks: readonly StoredLook[]): StoredLook | null {
  if (thing.look === null) return null;
  const last = looks.at(-1);
  const { lastRunMs, nextRunMs } = thing.look;
  const { connection, id: plan, observedMs } = thing;
  if (last === undefined || last.lastRunMs !== lastRunMs || last.nextRunMs !== nextRunMs) {
    return { connection, plan, firstMs: observedMs, lastMs: observedMs, lastRunMs, nextRunMs };
  }
  return last.lastMs >= observedMs ? null : { ...last, lastMs: observedMs };
}

/** A schedule that is concluded from runs once a day, where the vendor reports none. Null: none can be, or it is not time yet. */
export function inferOnce(
  thing: JudgedThing,
  memory: SubjectMemory,
  runs: readonly Run[],
  versions: readonly StoredScheduleVersion[],
  {
    nowMs,
    timeZone,
    unseen,
  }: { nowMs: number; timeZone: string; unseen: readonly { fromMs: number; untilMs: number }[] },
): { readonly memory: SubjectMemory; readonly versions: readonly StoredScheduleVersion[] } | null {
  if (thing.schedule !== null || thing.look !== null || !thing.isEnabled) return null;
  if (memory.inferred !== null && nowMs - memory.inferred.atMs < dayMs) return null;
  const scheduled = runs.filter(({ kind, trigger, isOurs }) => kind === 'backup' && trigger !== 'manual' && !isOurs);
  const startsMs = scheduled.map(({ startedMs }) => startedMs);
  const found = inferSchedule({ startsMs, unseen, timeZone, nowMs }, 'backup');
  const inferred = {
    atMs: nowMs,
    graceMs: found?.graceMs ?? 0,
    evidence: found?.evidence.map(({ text }) => text) ?? [],
  };
  if (found?.mayMiss !== true) return { memory: { ...memory, inferred: { ...inferred, evidence: [] } }, versions: [] };
  const version = { schedule: found.schedule, isEnabled: true, firstSeenMs: nowMs, lastSeenMs: nowMs };
  return { memory: { ...memory, inferred }, versions: nextVersion(thing, versions, version) };
}
