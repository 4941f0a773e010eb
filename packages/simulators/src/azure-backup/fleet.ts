import { type Course, endMsOf, phaseOf } from '../fleet/course.ts';
import type { Random } from '../fleet/random.ts';
import { growStarts } from '../fleet/starts.ts';
import { pickWeighted } from '../fleet/weighted.ts';
import type { VendorCore } from '../simulated-vendor.ts';
import { type TruthJob, toInstant } from '../truth.ts';
import {
  type AzureVault,
  DOCUMENTED_JOBS,
  FILES_VAULT,
  GROWN_VAULT,
  type JobPayload,
  keyOfRegion,
  keyOfVault,
  VM_VAULT,
} from './documented.ts';
import { ENTITIES, MANAGEMENT, OPERATIONS, plantedShapes, type Shape, USUAL } from './shapes.ts';
import { addTicks } from './time-text.ts';
import { kindOfOperation, statusOfWord } from './words.ts';

export type AzureJob = {
  readonly vault: AzureVault;
  /** The secondary region that shows the job; null for the vault itself. */
  readonly region: string | null;
  readonly id: string;
  readonly activityId: string;
  readonly entity: string;
  readonly course: Course;
  /** Of 100 ns, beyond the milliseconds of start and duration. */
  readonly startTicks: number;
  readonly durationTicks: number;
  readonly shape: Shape;
  /** Sizes and counts for the labels. */
  readonly megabytes: number;
  readonly failedFiles: number;
  /** The documented payload, until the job is changed. */
  readonly page: JobPayload | null;
  readonly documented: boolean;
  /** The protected item of the job, where it was started for one. */
  readonly item: { readonly container: string; readonly policyName: string | null } | null;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const growShape = (random: Random, wish: Partial<Shape>): Shape => {
  const jobType = wish.jobType ?? pickWeighted(random, USUAL.jobType);
  const phase = wish.phase ?? 'ended';
  const outcome = wish.outcome ?? pickWeighted(random, USUAL.outcome);
  const hasTroubles = outcome === 'Failed' || outcome === 'CompletedWithWarnings';
  return {
    jobType,
    phase,
    outcome,
    operation: pickWeighted(random, OPERATIONS[jobType]),
    backupManagementType: random.pick(MANAGEMENT[jobType]),
    actions: pickWeighted(random, USUAL.actions),
    extended: pickWeighted(random, USUAL.extended),
    endTime: 'plain',
    openEnd: 'absent',
    duration: 'plain',
    ids: pickWeighted(random, USUAL.ids),
    trigger: pickWeighted(random, USUAL.trigger),
    tasks: pickWeighted(random, USUAL.tasks),
    progress: 'plain',
    errors: hasTroubles ? 'full' : pickWeighted(random, USUAL.noErrors),
    labels: 'usual',
    ...wish,
  };
};

/** Minutes that a job of the kind takes; what ended before the anchor also has to fit before it. */
const growCourse = (random: Random, shape: Shape, startMs: number, anchorMs: number): Course => {
  const drawnMs = random.integer(20_000, shape.operation === 'ConfigureBackup' ? 4 * MINUTE_MS : 150 * MINUTE_MS);
  const isPast = shape.phase === 'ended' && startMs < anchorMs;
  const durationMs = isPast ? Math.max(1, Math.min(drawnMs, Math.floor((anchorMs - startMs) * 0.9))) : drawnMs;
  const closingAfterMs = shape.outcome === 'Cancelled' ? Math.floor(durationMs * 0.8) : null;
  return { startMs, queuedForMs: 0, closingAfterMs, durationMs };
};

/** A job that is open at the anchor: in progress for a while, far from its end. */
const openCourse = (random: Random, shape: Shape, anchorMs: number, sinceMs: number): Course => {
  const ranForMs = random.integer(Math.min(MINUTE_MS, sinceMs), Math.min(300 * MINUTE_MS, sinceMs));
  const durationMs = ranForMs + random.integer(2 * MINUTE_MS, 240 * MINUTE_MS);
  const isCancelling = shape.phase === 'cancelling';
  const closingAfterMs = isCancelling ? Math.floor(ranForMs / 2) : null;
  return { startMs: anchorMs - ranForMs, queuedForMs: 0, closingAfterMs, durationMs };
};

export const growJob = (random: Random, shape: Shape, course: Course, vault: AzureVault): AzureJob => ({
  vault,
  region: null,
  shape,
  course,
  id: random.uuid(),
  activityId: random.uuid(),
  entity: random.pick(ENTITIES[shape.jobType]),
  startTicks: random.chance(0.1) ? 0 : random.integer(0, 9999),
  durationTicks: random.integer(0, 9999),
  megabytes: random.integer(1, 90_000),
  failedFiles: shape.labels === 'failed-files' ? random.integer(1, 40) : 0,
  page: null,
  documented: false,
  item: null,
});

const growVault = (random: Random): AzureVault =>
  random.pick([VM_VAULT, FILES_VAULT, GROWN_VAULT, GROWN_VAULT, GROWN_VAULT]);

/** Two of a hundred are open; agent jobs never are, for the vendor shows them when they are over. */
const wishFor = (random: Random, planted: Partial<Shape> | undefined): Partial<Shape> => {
  if (planted !== undefined) return planted;
  if (!random.chance(0.02)) return {};
  return { phase: 'running', jobType: pickWeighted(random, USUAL.jobType.slice(0, 4)) };
};

const documentedJobs = (random: Random): AzureJob[] => {
  const base = growShape(random, { extended: 'full', ids: 'plain', outcome: 'Completed', errors: 'absent' });
  const shown = DOCUMENTED_JOBS.map(({ vault, course, startTicks, durationTicks, payload }): AzureJob => {
    const isMachine = vault === VM_VAULT;
    const shape: Shape = isMachine
      ? { ...base, jobType: 'AzureIaaSVMJob', operation: 'Backup', backupManagementType: 'AzureIaasVM' }
      : { ...base, jobType: 'AzureStorageJob', operation: 'ConfigureBackup', backupManagementType: 'AzureStorage' };
    const grown = growJob(random, shape, course, vault);
    const entity = isMachine ? 'uttestvmub1' : 'testshare';
    return { ...grown, startTicks, durationTicks, entity, id: payload.name, page: payload, documented: true };
  });
  const named = (
    id: string,
    vault: AzureVault,
    entity: string,
    startedAt: string,
    ticks: number,
    wish: Partial<Shape>,
  ) => {
    const course = { startMs: Date.parse(startedAt), queuedForMs: 0, closingAfterMs: null, durationMs: 1_284_512 };
    const grown = growJob(random, { ...base, ...wish }, course, vault);
    return { ...grown, id, entity, startTicks: ticks, documented: true };
  };
  return [
    ...shown,
    named('41f3e94b-ae6b-4a20-b422-65abfcaf03e5', VM_VAULT, 'uttestvmub1', '2018-09-12T02:16:56.739Z', 9752, {
      jobType: 'AzureIaaSVMJob',
      operation: 'Backup',
      backupManagementType: 'AzureIaasVM',
    }),
    named('7816fca8-d5be-4c41-b911-1bbd922e5826', FILES_VAULT, 'testshare', '2020-02-06T06:42:24.400Z', 1299, {
      jobType: 'AzureStorageJob',
      operation: 'DisableBackup',
      backupManagementType: 'AzureStorage',
    }),
  ];
};

/** How far ahead jobs are generated: they appear as the clock reaches their start. */
const FUTURE_DAYS = 2;

export const growFleet = ({ random, jobs, days, anchorMs, oddities }: VendorCore): AzureJob[] => {
  const fromMs = anchorMs - days * DAY_MS;
  const untilMs = anchorMs + FUTURE_DAYS * DAY_MS;
  const starts = growStarts({ random: random.fork('starts'), count: jobs, fromMs, untilMs: anchorMs });
  const shapes = random.fork('shapes');
  const planted = plantedShapes({ oddities });
  const past = starts.map((startMs, index): AzureJob => {
    const shape = growShape(shapes, wishFor(shapes, planted[index]));
    const course =
      shape.phase === 'ended'
        ? growCourse(shapes, shape, startMs, anchorMs)
        : openCourse(shapes, shape, anchorMs, days * DAY_MS);
    return growJob(shapes, shape, course, growVault(shapes));
  });
  const later = random.fork('later');
  const count = Math.ceil((jobs / days) * FUTURE_DAYS);
  const future = growStarts({ random: later, count, fromMs: anchorMs + 1, untilMs }).map((startMs) => {
    const shape = growShape(later, {});
    return growJob(later, shape, growCourse(later, shape, startMs, anchorMs), growVault(later));
  });
  return [...documentedJobs(random.fork('documented')), ...past, ...future];
};

/** Agent jobs appear when they are over (azure-powershell#9263). */
export const existsAt = ({ course, shape }: AzureJob, nowMs: number): boolean => {
  const phase = phaseOf(course, nowMs);
  return shape.jobType === 'MabJob' ? phase === 'ended' : phase !== 'future';
};

export const statusWordAt = ({ course, shape }: AzureJob, nowMs: number): string => {
  const phase = phaseOf(course, nowMs);
  if (phase === 'ended') return shape.outcome;
  return phase === 'closing' ? 'Cancelling' : 'InProgress';
};

export const keyOfList = ({ vault, region }: AzureJob): string =>
  region === null ? keyOfVault(vault) : keyOfRegion(vault, region);

const endedAtOf = (job: AzureJob, nowMs: number): string | null => {
  if (endMsOf(job.course, nowMs) === null || job.shape.endTime !== 'plain') return null;
  const start = { milliseconds: job.course.startMs, ticks: job.startTicks };
  return toInstant(addTicks(start, { milliseconds: job.course.durationMs, ticks: job.durationTicks }).milliseconds);
};

/** Whether the single job has failures beside its status. */
const reportsFailures = ({ shape, failedFiles }: AzureJob): boolean =>
  shape.extended === 'full' && (failedFiles > 0 || shape.tasks === 'one-failed');

export const describeJob = (job: AzureJob, nowMs: number): TruthJob | null => {
  if (!existsAt(job, nowMs)) return null;
  const word = statusWordAt(job, nowMs);
  const status = statusOfWord(word);
  return {
    vendor: 'azure-backup',
    list: keyOfList(job),
    nativeId: job.id,
    scope: null,
    kind: kindOfOperation(job.shape.operation),
    nativeKind: job.shape.operation,
    status,
    fullStatus: status === 'succeeded' && reportsFailures(job) ? 'warning' : status,
    nativeStatus: word,
    startedAt: toInstant(job.course.startMs),
    endedAt: endedAtOf(job, nowMs),
    documented: job.documented,
  };
};
