import { parseClockInstant } from '../clock/clock.ts';
import type { TruthKind, TruthStatus } from '../truth.ts';

/** The course of a job over time; the vendor has its own word for every phase. */
export type Course = {
  readonly startMs: number;
  /** How long it waits before it runs; 0 where the vendor knows no queue. */
  readonly queuedForMs: number;
  /** After how long (from the start) it is being cancelled; null if it is not cancelled. */
  readonly closingAfterMs: number | null;
  /** From the start; Infinity: stays open until it is changed. */
  readonly durationMs: number;
};

export type Phase = 'future' | 'queued' | 'running' | 'closing' | 'ended';

export const phaseOf = (course: Course, nowMs: number): Phase => {
  const elapsedMs = nowMs - course.startMs;
  if (elapsedMs < 0) return 'future';
  if (elapsedMs >= course.durationMs) return 'ended';
  if (course.closingAfterMs !== null && elapsedMs >= course.closingAfterMs) return 'closing';
  return elapsedMs < course.queuedForMs ? 'queued' : 'running';
};

export const endMsOf = (course: Course, nowMs: number): number | null =>
  phaseOf(course, nowMs) === 'ended' ? course.startMs + course.durationMs : null;

/** The fields of a job that a test adds or changes, in normalized words or the vendor's. */
export type JobFields = {
  readonly status?: TruthStatus;
  readonly nativeStatus?: string;
  readonly kind?: TruthKind;
  readonly nativeKind?: string;
  /** Name of the target. */
  readonly target?: string;
  readonly startedAt?: string;
  readonly durationSeconds?: number;
  /** The list (and scope) that the job belongs to; default: the vendor's first. */
  readonly list?: string;
};

const OPEN: readonly TruthStatus[] = ['queued', 'running', 'cancelling'];

export const isOpen = (status: TruthStatus): boolean => OPEN.includes(status);

const DEFAULT_DURATION_MS = 600_000;

const timesOf = (fields: JobFields) => ({
  startMs: fields.startedAt === undefined ? undefined : parseClockInstant(fields.startedAt),
  durationMs: fields.durationSeconds === undefined ? undefined : fields.durationSeconds * 1000,
});

const openCourse = (startMs: number, status: TruthStatus, durationMs: number): Course => ({
  startMs,
  durationMs,
  queuedForMs: status === 'queued' ? durationMs : 0,
  closingAfterMs: status === 'cancelling' ? 0 : null,
});

/**
 * The course of an added job. Without a status it starts now, runs ten minutes and succeeds. An open status lasts until
 * the job is changed (or `durationSeconds` are over); an ended one is over at once, or after `durationSeconds`.
 */
export const courseOfAdded = (fields: JobFields, nowMs: number): Course => {
  const times = timesOf(fields);
  const startMs = times.startMs ?? nowMs;
  if (fields.status === undefined && fields.nativeStatus === undefined) {
    return openCourse(startMs, 'running', times.durationMs ?? DEFAULT_DURATION_MS);
  }
  const status = fields.status ?? 'unknown';
  if (isOpen(status)) return openCourse(startMs, status, times.durationMs ?? Number.POSITIVE_INFINITY);
  const overMs = Math.min(60_000, Math.max(0, nowMs - startMs));
  return { startMs, queuedForMs: 0, closingAfterMs: null, durationMs: times.durationMs ?? overMs };
};

/** The course after a change: an ended status ends an open job now, an open one opens it again. */
export const changeCourse = (course: Course, fields: JobFields, nowMs: number): Course => {
  const times = timesOf(fields);
  const startMs = times.startMs ?? course.startMs;
  if (fields.status !== undefined && isOpen(fields.status)) {
    return openCourse(startMs, fields.status, times.durationMs ?? Number.POSITIVE_INFINITY);
  }
  const moved = { ...course, startMs, durationMs: times.durationMs ?? course.durationMs };
  if (fields.status === undefined || times.durationMs !== undefined || phaseOf(moved, nowMs) === 'ended') return moved;
  return { ...moved, durationMs: Math.max(0, nowMs - startMs) };
};
