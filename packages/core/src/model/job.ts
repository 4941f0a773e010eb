import { z } from 'zod';

/** What kind of work a job did. `other` is honest ignorance: the vendor's own word stays in `nativeKind`. */
export const jobKinds = [
  'backup',
  'snapshot',
  'archive',
  'copy',
  'restore',
  'export',
  'configure',
  'delete',
  'retention',
  'maintenance',
  'other',
] as const;

/** Where a job stands. A vendor's word that no table knows becomes `unknown`, never a success. */
export const jobStatuses = [
  'queued',
  'running',
  'cancelling',
  'succeeded',
  'warning',
  'failed',
  'cancelled',
  'skipped',
  'unknown',
] as const;

/** What made the job start. Most vendors do not tell. */
export const jobTriggers = ['scheduled', 'manual', 'unknown'] as const;

/** What sort of thing was worked on. */
export const targetTypes = [
  'vm',
  'file-share',
  'database',
  'workstation',
  'server',
  'mailbox',
  'site',
  'tenant',
  'repository',
  'other',
] as const;

/** What the vendor offers for a job in its present state, whoever asks. */
const jobActions = ['cancel', 'retry', 'log'] as const;

/** Why a field is not simply what the vendor said. A field without an entry was simply read. */
const provenances = [
  /** Worked out from other fields of the same answer. */
  'computed',
  /** Follows from how we asked or from an assumption, not from the answer itself. */
  'inferred',
  /** This vendor never tells. */
  'unsupported',
  /** The account has no permission to read it. */
  'denied',
  /** Usually there, absent here (or only a single get gives it and only the list was read). */
  'missing',
  /** A value is there and cannot be read; it stays in `raw`. */
  'unreadable',
] as const;

/** Contradictions and oddities that are shown instead of smoothed over. docs/mapping-rules.md says which of them make a job a problem. */
export const anomalyCodes = [
  /** The vendor calls it a success and counts failed objects, files or tasks. Status becomes `warning`. */
  'succeeded-with-failures',
  /** The vendor calls it a success and names errors. Status becomes `warning`. */
  'succeeded-with-errors',
  /** The vendor calls it a success or a warning, and every object that it counts failed. Status becomes `failed`. */
  'all-failed',
  /** A success over zero objects. The status stays; it is no last success of anything. */
  'nothing-protected',
  /** At least one value is there that cannot be read. */
  'unreadable-value',
  /** The status word is in no table, or the vendor itself says that it does not know. */
  'unknown-status',
  /** The job has ended and the vendor gives no end. */
  'ended-without-end-time',
  /** The end lies before the start. */
  'ended-before-start',
  /** The counted parts are more than the whole, or do not add up to it. */
  'counts-disagree',
  /** Failed, while the vendor counts objects and none of them failed. */
  'failed-without-failures',
  /** The vendor's own duration differs from end minus start by more than its rounding. */
  'duration-disagrees',
  /** The start lies in the future. */
  'future-start',
  /** The end lies in the future. */
  'future-end',
  /** The job is open and has an end. */
  'open-with-end',
  /** The job waits and has made progress. */
  'queued-with-progress',
  /** The vendor calls it a success and says that a part of it is still to come. */
  'succeeded-unfinished',
  /** The vendor says that it was skipped, and counts what it did. */
  'skipped-with-results',
  /** A task ends before it starts, is open with an end, or still runs in a job that succeeded. */
  'tasks-disagree',
  /** The job has started, and when is not known. */
  'start-unknown',
  /** A job that had ended is open again. */
  'reopened',
] as const;

export const jobKindSchema = z.enum(jobKinds).meta({ id: 'JobKind' });
export const jobStatusSchema = z.enum(jobStatuses).meta({ id: 'JobStatus' });
export const jobTriggerSchema = z.enum(jobTriggers).meta({ id: 'JobTrigger' });
export const jobActionSchema = z.enum(jobActions).meta({ id: 'JobAction' });
export const provenanceSchema = z.enum(provenances).meta({ id: 'Provenance' });
export const anomalyCodeSchema = z.enum(anomalyCodes).meta({ id: 'AnomalyCode' });

/** RFC 3339 in UTC with milliseconds: `2018-05-21T08:35:40.948Z`. */
export const instantSchema = z.string().meta({
  id: 'Instant',
  description: 'An instant, RFC 3339 in UTC, truncated to milliseconds.',
  examples: ['2018-05-21T08:35:40.948Z'],
});

export const jobTargetSchema = z
  .object({
    type: z.enum(targetTypes),
    /** The vendor's id of the thing, as it came; null where only a name is given. */
    id: z.string().nullable(),
    /** The vendor's name of the thing. */
    name: z.string().nullable(),
  })
  .meta({ id: 'JobTarget', description: 'What was worked on.' });

export const jobPlanSchema = z
  .object({
    id: z.string().nullable(),
    name: z.string().nullable(),
    /** When the plan runs next, as far as the job's own answer says. */
    nextRunAt: instantSchema.nullable(),
  })
  .meta({
    id: 'JobPlan',
    description: 'The plan (policy, job definition) that caused the job. Each part may be null.',
  });

export const jobCountsSchema = z
  .object({
    total: z.int().nonnegative().nullable(),
    succeeded: z.int().nonnegative().nullable(),
    failed: z.int().nonnegative().nullable(),
    skipped: z.int().nonnegative().nullable(),
  })
  .meta({
    id: 'JobCounts',
    description: 'Objects, as the vendor counts them. A part that it does not count is null.',
  });

export const jobTaskSchema = z
  .object({
    name: z.string(),
    status: jobStatusSchema,
    nativeStatus: z.string().nullable(),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    durationSeconds: z.number().nullable(),
    progressPercent: z.number().min(0).max(100).nullable(),
  })
  .meta({
    id: 'JobTask',
    description: 'A step of a job, as the vendor names it.',
  });

export const jobErrorSchema = z
  .object({
    code: z.string().nullable(),
    message: z.string(),
    recommendation: z.string().nullable(),
    helpUrl: z.string().nullable(),
    /** How often it occurred in this job; 1 where the vendor does not count. */
    count: z.int().positive(),
  })
  .meta({
    id: 'JobError',
    description: 'An error or warning of a job, in the words of the vendor.',
  });

/** One execution of work at a vendor, normalized. Machine units only: UTC instants, seconds, bytes, counts. */
export const jobSchema = z
  .object({
    id: z.string().describe('Ours: opaque, URL-safe, stable as long as the connection keeps its name.'),
    connection: z.string().describe('Name of the connection that it came through.'),
    vendor: z.string().describe('Id of the vendor.'),
    nativeId: z.string().describe("The vendor's own id, as it came."),
    kind: jobKindSchema,
    nativeKind: z.string().nullable().describe("The vendor's word for the kind."),
    status: jobStatusSchema,
    nativeStatus: z.string().nullable().describe("The vendor's word for the status."),
    ended: z.boolean().describe('The work is over: an end status, or `unknown` with an end time.'),
    problem: z
      .boolean()
      .describe('Worth a look: a warning, failure, unknown, trouble while open, or fields that contradict each other.'),
    trigger: jobTriggerSchema,
    target: jobTargetSchema.nullable(),
    plan: jobPlanSchema.nullable(),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    durationSeconds: z.number().nullable().describe('End minus start, whole milliseconds; null while open.'),
    progressPercent: z.number().min(0).max(100).nullable(),
    sizeBytes: z.int().nonnegative().nullable().describe('Size of what was worked on.'),
    transferredBytes: z.int().nonnegative().nullable().describe('What was moved to do it.'),
    counts: jobCountsSchema.nullable(),
    tasks: z.array(jobTaskSchema).describe('[] when there are none, or when only the list was read.'),
    errors: z.array(jobErrorSchema),
    actions: z.array(jobActionSchema).describe('What the vendor offers for it in this state.'),
    details: z
      .record(z.string(), z.string())
      .describe("The vendor's label and value pairs without a field of their own."),
    links: z.object({
      portal: z.string().optional(),
      self: z.string().optional(),
    }),
    depth: z.enum(['list', 'full']).describe('Whether only the list row or the single answer was read.'),
    observedAt: instantSchema.describe('When this content was first seen.'),
    goneAt: instantSchema.nullable().describe('When the vendor was first seen to have forgotten it.'),
    provenance: z
      .record(z.string(), provenanceSchema)
      .describe('Why a field is what it is; only for fields that were not simply read.'),
    anomalies: z.array(anomalyCodeSchema),
  })
  .meta({
    id: 'Job',
    description: 'One execution of work at a vendor, normalized.',
  });

export type Job = z.infer<typeof jobSchema>;
export type JobKind = z.infer<typeof jobKindSchema>;
export type JobStatus = z.infer<typeof jobStatusSchema>;
export type JobTrigger = z.infer<typeof jobTriggerSchema>;
export type JobAction = z.infer<typeof jobActionSchema>;
export type JobTarget = z.infer<typeof jobTargetSchema>;
export type JobPlan = z.infer<typeof jobPlanSchema>;
export type JobCounts = z.infer<typeof jobCountsSchema>;
export type JobTask = z.infer<typeof jobTaskSchema>;
export type JobError = z.infer<typeof jobErrorSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
export type AnomalyCode = z.infer<typeof anomalyCodeSchema>;
