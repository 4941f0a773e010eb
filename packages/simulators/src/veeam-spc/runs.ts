import { changeCourse, courseOfAdded, isOpen, type JobFields } from '../fleet/course.ts';
import type { Run, RunHistory } from './definition.ts';
import { type Casing, inCasing, statusOfWord, wordOfStatus } from './words.ts';

/** What the fields say about a run; the vendor's own word decides where the normalized one is not given. */
const readRun = (fields: JobFields, casing: Casing) => {
  const word = fields.nativeStatus ?? (fields.status && inCasing(wordOfStatus(fields.status), casing));
  if (word === undefined) return { fields, words: {} };
  const status = statusOfWord(word);
  if (!isOpen(status)) return { fields: { ...fields, status }, words: { outcome: word, openWord: null } };
  const outcome = status === 'cancelling' ? 'Stopped' : 'Success';
  return { fields: { ...fields, status }, words: { outcome: inCasing(outcome, casing), openWord: word } };
};

/** The run that an added job has. */
export const startRun = (given: JobFields, casing: Casing, nowMs: number): Run => {
  const { fields, words } = readRun(given, casing);
  const run = { course: courseOfAdded(fields, nowMs), outcome: inCasing('Success', casing), openWord: null };
  return { ...run, ...words };
};

/** A later `startedAt` is a new run, which ends the run before; anything else changes the latest one. */
const changeRuns = ({ runs, casing }: RunHistory, change: JobFields, nowMs: number): readonly Run[] => {
  const begun = runs.filter(({ course }) => course.startMs <= nowMs);
  const latest = begun.at(-1);
  const startMs = change.startedAt === undefined ? undefined : Date.parse(change.startedAt);
  if (latest === undefined) return [startRun(change, casing, nowMs)];
  if (startMs !== undefined && startMs > latest.course.startMs) {
    const durationMs = Math.min(latest.course.durationMs, startMs - latest.course.startMs);
    return [
      ...begun.slice(0, -1),
      { ...latest, course: { ...latest.course, durationMs } },
      startRun(change, casing, nowMs),
    ];
  }
  const { fields, words } = readRun(change, casing);
  return [...begun.slice(0, -1), { ...latest, ...words, course: changeCourse(latest.course, fields, nowMs) }];
};

/** The runs after a change; null when the change says nothing of a run. */
export const runsAfter = (history: RunHistory, change: JobFields, nowMs: number): readonly Run[] | null => {
  const changed = [change.status, change.nativeStatus, change.startedAt, change.durationSeconds];
  return changed.every((field) => field === undefined) ? null : changeRuns(history, change, nowMs);
};
