import { phaseOf } from '../fleet/course.ts';
import { type Run, type RunHistory, stateAt } from './definition.ts';
import { inCasing, statusOfWord } from './words.ts';

/** What can be asked of a definition. */
export type SpcAct =
  | { readonly kind: 'start'; readonly full: boolean }
  | { readonly kind: 'stop' | 'retry' }
  | { readonly kind: 'switch'; readonly enabled: boolean }
  | { readonly kind: 'update'; readonly allowLicenseEscalate: boolean }
  /** null: it was not said what happens to the restore points. */
  | { readonly kind: 'remove'; readonly removeRestorePoints: boolean | null };

/** What happens to it. */
export type ActResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly status: 400 | 409; readonly message: string };

export const DONE: ActResult = { kind: 'done' };
export const ABSENT: ActResult = { kind: 'absent' };
export const refused = (status: 400 | 409, message: string): ActResult => ({ kind: 'refused', status, message });
export const ALREADY_RUNNING = refused(409, 'The job is already running.');
export const NOT_RUNNING = refused(409, 'The job is not running, or is being stopped already.');

/** The result of a stopped run. No word for it is documented for agents and backup servers. */
export const STOPPED_MESSAGE = 'The job was stopped by the user.';
const CLOSING_MS = 20_000;

const isUnderWay = (history: RunHistory, nowMs: number): boolean =>
  stateAt(history, nowMs, 'start').isOpen ||
  history.runs.some(({ isAsked, course }) => isAsked === true && phaseOf(course, nowMs) === 'future');

/** The runs with one more, which begins after the delay; null: one is in progress already. */
export const withStart = (
  history: RunHistory,
  nowMs: number,
  run: { readonly delayMs: number; readonly queuedForMs: number; readonly seconds: number },
): readonly Run[] | null => {
  if (isUnderWay(history, nowMs)) return null;
  const course = {
    startMs: nowMs + run.delayMs,
    queuedForMs: run.queuedForMs,
    closingAfterMs: null,
    durationMs: run.queuedForMs + run.seconds * 1000,
  };
  const started: Run = { course, outcome: inCasing('Success', history.casing), openWord: null, isAsked: true };
  return [...history.runs, started].toSorted((one, other) => one.course.startMs - other.course.startMs);
};

/** The runs with the open one being stopped after the delay; null: none is open, or it is being stopped already. */
export const withStop = (history: RunHistory, nowMs: number, delayMs: number): readonly Run[] | null => {
  const index = history.runs.findLastIndex(({ course }) => phaseOf(course, nowMs) !== 'future');
  const current = history.runs[index];
  if (current === undefined || phaseOf(current.course, nowMs) === 'ended') return null;
  if (current.course.closingAfterMs !== null) return null;
  const closingAfterMs = nowMs - current.course.startMs + delayMs;
  const durationMs = Math.min(current.course.durationMs, closingAfterMs + CLOSING_MS);
  const stopped: Run = {
    ...current,
    course: { ...current.course, closingAfterMs, durationMs },
    outcome: inCasing('Failed', history.casing),
    openWord: null,
  };
  return history.runs.with(index, stopped);
};

/** Whether the latest run is one that can be done again for what failed. */
export const canRetry = (history: RunHistory, nowMs: number): boolean =>
  ['failed', 'warning'].includes(statusOfWord(stateAt(history, nowMs, 'start').word));
