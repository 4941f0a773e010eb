import { type Course, endMsOf, type Phase, phaseOf } from '../fleet/course.ts';
import type { Random } from '../fleet/random.ts';
import { growStarts } from '../fleet/starts.ts';
import { pickWeighted } from '../fleet/weighted.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, type TruthStatus, toInstant } from '../truth.ts';
import { DOCUMENTED_COURSE, DOCUMENTED_JOB } from './documented.ts';
import { ERROR_TEXTS, PREFIXES, plantedShapes, type Shape, USUAL } from './shapes.ts';
import { statusOfWord } from './words.ts';

export type Counts = {
  readonly total: number;
  readonly failed: number;
  readonly successful: number;
  readonly skipped: number;
};

export type AvepointJob = {
  readonly id: string;
  /** '' where the tenant is not multi-geo. */
  readonly location: string;
  /** Number of the service, 1 to 12; only the filter `objectType` shows it. */
  readonly objectType: number;
  readonly course: Course;
  readonly shape: Shape;
  /** State while it is open; null: the state of the course. */
  readonly openWord: string | null;
  /** At the end. */
  readonly counts: Counts;
  readonly errorTexts: readonly string[];
  /** The documented payload, until the job is changed. */
  readonly page: typeof DOCUMENTED_JOB | null;
  readonly documented: boolean;
  /** The job behind a payload of a test: only its type and its service are used. */
  readonly isStandIn: boolean;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How far ahead jobs are generated: they appear as the clock reaches their start. */
const FUTURE_DAYS = 2;

export const growShape = (random: Random, wish: Partial<Shape>): Shape => ({
  kind: pickWeighted(random, USUAL.kind),
  outcome: pickWeighted(random, USUAL.outcome),
  phase: 'ended',
  counts: pickWeighted(random, USUAL.counts),
  totals: 'plain',
  failures: pickWeighted(random, USUAL.failures),
  openEnd: random.pick(['absent', 'null', 'empty']),
  finishTime: 'plain',
  duration: 'plain',
  zone: pickWeighted(random, USUAL.zone),
  errors: pickWeighted(random, USUAL.errors),
  noErrors: pickWeighted(random, USUAL.noErrors),
  fraction: pickWeighted(random, USUAL.fraction),
  ...wish,
});

/** Objects by how the job ends. */
export const growCounts = (random: Random, { outcome, totals, failures }: Shape): Counts => {
  const drawn = random.integer(1, 4000);
  const total = totals === 'zero' ? 0 : drawn;
  const some = Math.min(total, random.integer(1, 20));
  const isOdd = failures === 'in-spite-of-it';
  switch (statusOfWord(outcome)) {
    case 'failed':
      return isOdd
        ? { total, failed: 0, successful: total, skipped: 0 }
        : { total, failed: total, successful: 0, skipped: 0 };
    case 'warning':
      return { total, failed: some, successful: total - some, skipped: 0 };
    case 'succeeded':
      return isOdd
        ? { total, failed: some, successful: total - some, skipped: 0 }
        : { total, failed: 0, successful: total - (some % 3), skipped: some % 3 };
    case 'skipped':
      return { total, failed: 0, successful: 0, skipped: total };
    default:
      return { total, failed: 0, successful: total - some, skipped: some };
  }
};

const growDigits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.integer(0, 9))).join('');

/** The digits look like a time, and are that of another job. */
const growId = (random: Random, { kind }: Shape, startMs: number): string => {
  const prefix = random.pick(kind === 'backup' || kind === 'restore' ? PREFIXES[kind] : PREFIXES.any);
  const otherMs = startMs - random.integer(1, 90) * DAY_MS - random.integer(0, DAY_MS);
  const digits = new Date(otherMs).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${prefix}${digits}${growDigits(random, prefix === 'RS' ? 4 : 6)}`;
};

export type JobWish = { readonly shape: Shape; readonly course: Course; readonly location: string };

export const growJob = (random: Random, { shape, course, location }: JobWish): AvepointJob => {
  const counts = growCounts(random, shape);
  const texts = Array.from({ length: random.integer(1, 3) }, (_, index) => ERROR_TEXTS[index] ?? '');
  return {
    id: growId(random, shape, course.startMs),
    location,
    objectType: random.integer(1, 12),
    course,
    shape,
    openWord: null,
    counts,
    errorTexts: counts.failed > 0 || statusOfWord(shape.outcome) === 'failed' ? texts : [],
    page: null,
    documented: false,
    isStandIn: false,
  };
};

const growCourse = (random: Random, shape: Shape, startMs: number, anchorMs: number): Course => {
  const course = { startMs, queuedForMs: 0, closingAfterMs: null };
  const drawnMs = random.integer(20, 14_400) * 1000;
  const toCome = { ...course, durationMs: drawnMs };
  if (shape.phase === 'waiting') {
    const sinceMs = random.integer(1, 20) * MINUTE_MS;
    const queuedForMs = sinceMs + random.integer(2, 30) * MINUTE_MS;
    return { ...toCome, startMs: anchorMs - sinceMs, queuedForMs, durationMs: queuedForMs + drawnMs };
  }
  if (shape.phase === 'running') {
    const sinceMs = random.integer(1, 240) * MINUTE_MS;
    return { ...toCome, startMs: anchorMs - sinceMs, durationMs: sinceMs + random.integer(2, 180) * MINUTE_MS };
  }
  if (startMs >= anchorMs) return toCome;
  return { ...toCome, durationMs: Math.min(drawnMs, Math.floor(((anchorMs - startMs) * 0.9) / 1000) * 1000) };
};

const inSeconds = (course: Course, { fraction }: Shape): Course =>
  fraction === 'none' ? { ...course, startMs: Math.floor(course.startMs / 1000) * 1000 } : course;

const growDocumented = (random: Random, location: string): AvepointJob => {
  const shape = growShape(random, {
    kind: 'backup',
    outcome: DOCUMENTED_JOB.state,
    counts: 'Number',
    failures: 'as-the-state-says',
    zone: 'utc',
    noErrors: 'empty',
  });
  const { totalNumber, failedNumber, successfulNumber, skippedNumber } = DOCUMENTED_JOB.backupDetails;
  return {
    ...growJob(random, { shape, course: DOCUMENTED_COURSE, location }),
    id: DOCUMENTED_JOB.id,
    counts: { total: totalNumber, failed: failedNumber, successful: successfulNumber, skipped: skippedNumber },
    page: DOCUMENTED_JOB,
    documented: true,
  };
};

/** `locations`: those of a multi-geo tenant, the central one first. */
export const growFleet = (core: VendorCore, locations: readonly string[]): AvepointJob[] => {
  const { jobs, days, anchorMs } = core;
  const locationsOrNone = locations.length === 0 ? [''] : locations;
  const grow = (random: Random, startMs: number, wish: Partial<Shape>): AvepointJob => {
    const shape = growShape(random, wish);
    const course = inSeconds(growCourse(random, shape, startMs, anchorMs), shape);
    return growJob(random, { shape, course, location: random.pick(locationsOrNone) });
  };
  const range = { fromMs: anchorMs - days * DAY_MS, untilMs: anchorMs + FUTURE_DAYS * DAY_MS };
  const starts = growStarts({
    random: core.random.fork('starts'),
    count: jobs,
    fromMs: range.fromMs,
    untilMs: anchorMs,
  });
  const past = core.random.fork('shapes');
  const later = core.random.fork('later');
  const count = Math.ceil((jobs / days) * FUTURE_DAYS);
  const laterStarts = growStarts({ random: later, count, fromMs: anchorMs + 1000, untilMs: range.untilMs });
  const planted = plantedShapes(core);
  return [
    growDocumented(core.random.fork('documented'), locationsOrNone[0] ?? ''),
    ...starts.map((startMs, index) =>
      grow(past, startMs, planted[index] ?? (past.chance(0.02) ? { phase: 'running', outcome: 'Finished' } : {})),
    ),
    ...laterStarts.map((startMs) => grow(later, startMs, {})),
  ];
};

const OPEN_WORDS: Readonly<Record<Exclude<Phase, 'ended'>, string>> = {
  future: 'Waiting',
  queued: 'Waiting',
  running: 'In Progress',
  closing: 'In Progress',
};

export const wordAt = ({ course, shape, openWord }: AvepointJob, nowMs: number): string => {
  const phase = phaseOf(course, nowMs);
  return phase === 'ended' ? shape.outcome : (openWord ?? OPEN_WORDS[phase]);
};

/** Finished beside failed objects is no success, and where every object failed the job failed. */
const statusAt = (job: AvepointJob, nowMs: number): TruthStatus => {
  const { shape, counts } = job;
  const status = statusOfWord(wordAt(job, nowMs));
  if ((status !== 'succeeded' && status !== 'warning') || shape.totals === 'null' || counts.failed === 0) return status;
  return shape.totals === 'plain' && counts.failed === counts.total ? 'failed' : 'warning';
};

/** null: it does not exist yet. */
export const describeJob = (job: AvepointJob, nowMs: number): TruthJob | null => {
  if (phaseOf(job.course, nowMs) === 'future') return null;
  const status = statusAt(job, nowMs);
  const endMs = endMsOf(job.course, nowMs);
  return {
    vendor: 'avepoint',
    list: job.location,
    nativeId: job.id,
    scope: job.location === '' ? null : job.location,
    kind: job.shape.kind,
    nativeKind: null,
    status,
    fullStatus: status,
    nativeStatus: wordAt(job, nowMs),
    startedAt: toInstant(job.course.startMs),
    endedAt: endMs === null || job.shape.finishTime === 'unreadable' ? null : toInstant(endMs),
    documented: job.documented,
  };
};
