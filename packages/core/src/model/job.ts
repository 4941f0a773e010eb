import { z } from 'zod';
import { tenantSchema } from './tenant.ts';

/** The kind of work. `other` means that no table knows the vendor's word, which is in `nativeKind`. */
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

/** The status of a job. A vendor's word that no table knows becomes `unknown`, never a success. */
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

/** What started the job. Most vendors do not report it. */
export const jobTriggers = ['scheduled', 'manual', 'unknown'] as const;

/** The type of the object that was worked on. */
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

/** Actions that the vendor offers for a job in its current state, regardless of the caller's permissions. */
const jobActions = ['cancel', 'retry', 'log'] as const;

/** Why a field differs from a value that was simply read. A field without an entry was simply read. */
const provenances = [
  /** Computed from other fields of the same answer. */
  'computed',
  /** Follows from how the vendor was queried or from an assumption, not from the answer itself. */
  'inferred',
  /** This vendor never reports the field. */
  'unsupported',
  /** The account has no permission to read it. */
  'denied',
  /** The vendor usually reports it, but not in this answer (or only a single get has it, and only the list was read). */
  'missing',
  /** The answer has a value that cannot be read. The value is in `raw`. */
  'unreadable',
] as const;

/** Contradictions and oddities of a vendor's answer. docs/mapping-rules.md says which of them make a job a problem. */
export const anomalyCodes = [
  /** The vendor calls it a success and counts failed objects, files or tasks. Status becomes `warning`. */
  'succeeded-with-failures',
  /** The vendor calls it a success and reports errors. Status becomes `warning`. */
  'succeeded-with-errors',
  /** The vendor calls it a success or a warning, and every object that it counts failed. Status becomes `failed`. */
  'all-failed',
  /** A success over zero objects, or over skipped objects only. The status stays; the job does not count as a last success. */
  'nothing-protected',
  /** At least one value cannot be read. */
  'unreadable-value',
  /** The status word is in no table, or the vendor itself reports an unknown status. */
  'unknown-status',
  /** The job has ended and the vendor reports no end time. */
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
  /** The job is queued and has made progress. */
  'queued-with-progress',
  /** The vendor calls it a success and reports a progress below 100 percent. */
  'succeeded-unfinished',
  /** The vendor reports it as skipped, and counts objects or bytes that it processed. */
  'skipped-with-results',
  /** A task ends before it starts, is open with an end, or still runs in a job that succeeded. */
  'tasks-disagree',
  /** The job has started, and its start time is not known. */
  'start-unknown',
  /** A job that had ended is open again. */
  'reopened',
] as const;

export const jobKindSchema = z.enum(jobKinds).meta({ id: 'JobKind' });
export const jobStatusSchema = z.enum(jobStatuses).meta({ id: 'JobStatus' });
export const jobTriggerSchema = z.enum(jobTriggers).meta({ id: 'JobTrigger' });
const jobActionSchema = z.enum(jobActions).meta({ id: 'JobAction' });
export const provenanceSchema = z.enum(provenances).meta({ id: 'Provenance' });
export const anomalyCodeSchema = z.enum(anomalyCodes).meta({ id: 'AnomalyCode' });

/** RFC 3339 in UTC with milliseconds: `2018-05-21T08:35:40.948Z`. */
export const instantSchema = z.string().meta({
  id: 'Instant',
  description: 'An instant, RFC 3339 in UTC, truncated to milliseconds.',
  examples: ['2018-05-21T08:35:40.948Z'],
});

const jobTargetSchema = z
  .object({
    type: z.enum(targetTypes),
    /** The vendor's id of the object, as received; null where the vendor gives only a name. */
    id: z.string().nullable(),
    /** The vendor's name of the object. */
    name: z.string().nullable(),
  })
  .meta({ id: 'JobTarget', description: 'The object that the job worked on.' });

export const jobPlanSchema = z
  .object({
    id: z.string().nullable(),
    name: z.string().nullable(),
    /** The next run of the plan, where the job's own answer reports it. */
    nextRunAt: instantSchema.nullable(),
  })
  .meta({
    id: 'JobPlan',
    description: 'The plan (policy, job definition) that caused the job. Each part may be null.',
  });

const jobCountsSchema = z
  .object({
    total: z.int().nonnegative().nullable(),
    succeeded: z.int().nonnegative().nullable(),
    failed: z.int().nonnegative().nullable(),
    skipped: z.int().nonnegative().nullable(),
  })
  .meta({
    id: 'JobCounts',
    description: 'Numbers of objects, as counted by the vendor. A number that the vendor does not report is null.',
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
  .meta({ id: 'JobTask', description: 'A step of a job, as the vendor names it.' });

export const jobErrorSchema = z
  .object({
    code: z.string().nullable(),
    message: z.string(),
    recommendation: z.string().nullable(),
    helpUrl: z.string().nullable(),
    /** How often it occurred in this job; 1 where the vendor does not count. */
    count: z.int().positive(),
  })
  .meta({ id: 'JobError', description: "An error or warning of a job, in the vendor's words." });

/** One execution of work at a vendor, normalized. Machine units only: UTC instants, seconds, bytes, counts. */
export const jobSchema = z
  .object({
    id: z.string().describe("Crossvault's id: opaque, URL-safe, stable as long as the connection keeps its name."),
    connection: z.string().describe('Name of the connection through which the job was read.'),
    vendor: z.string().describe('Id of the vendor.'),
    nativeId: z.string().describe("The vendor's own id, as received."),
    kind: jobKindSchema,
    nativeKind: z.string().nullable().describe("The vendor's word for the kind."),
    status: jobStatusSchema,
    nativeStatus: z.string().nullable().describe("The vendor's word for the status."),
    ended: z
      .boolean()
      .describe('True when the work is over: the status is final, or it is `unknown` with an end time.'),
    problem: z
      .boolean()
      .describe(
        'True when the job needs attention: a warning, a failure, an unknown status, errors of an open job, or contradictory fields.',
      ),
    trigger: jobTriggerSchema,
    target: jobTargetSchema.nullable(),
    plan: jobPlanSchema.nullable(),
    startedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    durationSeconds: z
      .number()
      .nullable()
      .describe('End minus start in seconds, with milliseconds; null while the job is open.'),
    progressPercent: z.number().min(0).max(100).nullable(),
    sizeBytes: z.int().nonnegative().nullable().describe('Size of the object that was worked on.'),
    transferredBytes: z.int().nonnegative().nullable().describe('Amount of data that was transferred.'),
    counts: jobCountsSchema.nullable(),
    tasks: z.array(jobTaskSchema).describe('[] when there are none, or when only the list was read.'),
    errors: z.array(jobErrorSchema),
    actions: z.array(jobActionSchema).describe('Actions that the vendor offers for the job in this state.'),
    details: z
      .record(z.string(), z.string())
      .describe('Label and value pairs of the vendor that have no field in the model.'),
    links: z.object({ portal: z.string().optional(), self: z.string().optional() }),
    depth: z
      .enum(['list', 'full'])
      .describe('`list` when only a list row was read, `full` when a single get was read.'),
    observedAt: instantSchema.describe('When this content was first read.'),
    goneAt: instantSchema.nullable().describe('When the vendor was first found to no longer know the job.'),
    provenance: z
      .record(z.string(), provenanceSchema)
      .describe('The origin of a field; only for fields that were not simply read.'),
    anomalies: z.array(anomalyCodeSchema),
    tenant: tenantSchema,
  })
  .meta({ id: 'Job', description: 'One execution of work at a vendor, normalized.' });

/** One execution of work at a vendor. A null value was not reported, or could not be read; `provenance` says which. */
export type Job = z.infer<typeof jobSchema>;
/** One of `jobKinds`. */ export type JobKind = z.infer<typeof jobKindSchema>;
/** One of `jobStatuses`. */ export type JobStatus = z.infer<typeof jobStatusSchema>;
/** One of `jobTriggers`. */ export type JobTrigger = z.infer<typeof jobTriggerSchema>;
/** What the vendor offers for a job now. */ export type JobAction = z.infer<typeof jobActionSchema>;
/** The object that a job worked on. */ export type JobTarget = z.infer<typeof jobTargetSchema>;
/** The plan (policy, job definition) that caused a job; each part may be null. */
export type JobPlan = z.infer<typeof jobPlanSchema>;
/** How many objects a job covered, and what became of them; null where the vendor does not count. */
export type JobCounts = z.infer<typeof jobCountsSchema>;
/** A part of a job, in the vendor's order. */ export type JobTask = z.infer<typeof jobTaskSchema>;
/** An error or a warning that the vendor reports for a job. */
export type JobError = z.infer<typeof jobErrorSchema>;
/** Why a field differs from a value that was simply read. */ export type Provenance = z.infer<typeof provenanceSchema>;
/** One of `anomalyCodes`. */ export type AnomalyCode = z.infer<typeof anomalyCodeSchema>;
