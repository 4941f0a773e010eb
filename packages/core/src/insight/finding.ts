import { z } from 'zod';
import { instantSchema } from '../model/job.ts';
import { sourceReportSchema } from '../model/page.ts';
import { scheduleSchema } from '../model/schedule.ts';
import { type Subject, subjectSchema } from './occurrence.ts';

/** What may be wrong. `failed-repeatedly` is the same finding as `failed`, once it has grown. */
export const findingKinds = [
  'failed',
  'failed-repeatedly',
  'missed',
  'objective-breached',
  'objective-at-risk',
  'overrunning',
  'never-backed-up',
  'unprotected',
  'disabled-too-long',
  'nothing-protected',
  'source-blind',
] as const;
/** What may be wrong. */
export type FindingKind = (typeof findingKinds)[number];

/** The states of a finding. */
export const findingStates = ['open', 'acknowledged', 'resolved', 'retired'] as const;
/** The state of a finding. */
export type FindingState = (typeof findingStates)[number];

/** How urgent a finding is. */
export const findingSeverities = ['critical', 'warning'] as const;
/** How urgent a finding is. */
export type FindingSeverity = (typeof findingSeverities)[number];

/** Kinds that say that data may be lost now. The others say that this may come. */
const criticalKinds: ReadonlySet<FindingKind> = new Set([
  'failed-repeatedly',
  'missed',
  'objective-breached',
  'never-backed-up',
  'unprotected',
  'source-blind',
]);

/** How urgent a finding of a kind is. */
export const severityOf = (kind: FindingKind): FindingSeverity => (criticalKinds.has(kind) ? 'critical' : 'warning');

const noteSchema = z.object({
  by: z.string(),
  why: z.string(),
  until: instantSchema.nullable().describe('Null: until the finding is resolved.'),
});

/** Something that is or was wrong with a subject. */
export const findingSchema = z
  .object({
    id: z.string(),
    kind: z
      .enum(findingKinds)
      .describe(
        '`failed`: its last run ended badly; `failed-repeatedly`: several in a row. `missed`: a run was due and did not start. `objective-breached`: its newest good backup is older than its objective allows; `objective-at-risk`: it will be before the next run ends. `overrunning`: its run takes longer than usual. `never-backed-up`. `unprotected`: the vendor knows it, and nothing protects it. `disabled-too-long`: its plan has been off for a week. `nothing-protected`: it succeeded over nothing. `source-blind`: a source cannot be read, so nothing is known of what it lists.',
      ),
    severity: z
      .enum(findingSeverities)
      .describe('`critical`: data may be lost now. `warning`: it may come to that, or a person has to look.'),
    state: z
      .enum(findingStates)
      .describe(
        '`open`: it is true. `acknowledged`: it is true, and a person takes care of it. `resolved`: its cause is gone. `retired`: what it was about was stopped or removed, which says nothing good.',
      ),
    subject: subjectSchema,
    since: instantSchema
      .nullable()
      .describe('Since when its cause holds, by what the vendor reports; null: not known.'),
    openedAt: instantSchema.describe('When its present or last episode was found.'),
    changedAt: instantSchema.describe('When it opened, reopened, was resolved or retired last.'),
    streak: z
      .int()
      .nonnegative()
      .describe('How many expected runs in a row ended badly; 0 where it is not about runs.'),
    evidence: z.array(z.string()).describe('Ids of the occurrences, or of the jobs, on which it rests; newest first.'),
    initial: z.boolean().describe('It was already true when its source was evaluated first.'),
    flapping: z.boolean().describe('It opened and was resolved again and again within a day.'),
    acknowledgement: noteSchema.nullable(),
    silence: noteSchema.nullable().describe('What silences it now: a mute, or a maintenance window.'),
    revision: z.int().nonnegative().describe('How many changes it has had.'),
    links: z.object({ self: z.string(), subject: z.string().nullable() }),
  })
  .meta({ id: 'Finding', description: 'Something that is or was wrong with a subject.' });
/** Something that is or was wrong with a subject. */
export type FindingView = z.infer<typeof findingSchema>;

/** What may happen to a finding. */
export const findingChangeKinds = [
  'opened',
  'reopened',
  'grew',
  'acknowledged',
  'acknowledgement-ended',
  'announced',
  'flapping',
  'flapping-ended',
  'resolved',
  'retired',
] as const;

const findingChangeSchema = z.object({
  revision: z.int().positive().describe('With the id of the finding it names the change.'),
  kind: z.enum(findingChangeKinds),
  at: instantSchema,
  announced: z.boolean().describe('Whether people are to hear of it.'),
});
/** A change of a finding. */
export type FindingChangeView = z.infer<typeof findingChangeSchema>;

const spanSchema = z.object({ from: instantSchema.nullable(), until: instantSchema });

/** What a finding follows from. */
export const findingExplanationSchema = z
  .object({
    finding: findingSchema,
    text: z.array(z.string()).describe('The reasons, in sentences.'),
    schedule: z
      .object({
        version: z.string(),
        seenSince: instantSchema,
        schedule: scheduleSchema.nullable(),
      })
      .nullable()
      .describe('The schedule by which runs of the subject are expected; null: none is known.'),
    objective: z
      .object({
        seconds: z.number().positive(),
        from: z.enum(['configuration', 'inferred']),
        dataAsOf: instantSchema.nullable().describe('Start of the newest good backup; null: none is known.'),
      })
      .nullable(),
    coverage: z
      .array(spanSchema)
      .describe('When everything that the vendor listed was read. `from` null: from the beginning.'),
    occurrences: z.array(z.string()).describe('Ids of the occurrences that were looked at, newest first.'),
    jobs: z.array(z.string()).describe('Ids of the jobs that were looked at, newest first.'),
    changes: z.array(findingChangeSchema).describe('What happened to it so far, oldest first.'),
  })
  .meta({ id: 'FindingExplanation', description: 'What a finding follows from.' });
/** What a finding follows from. */
export type FindingExplanation = z.infer<typeof findingExplanationSchema>;

const page = z.object({ next: z.string().nullable().describe('Cursor of the next page; null at the end.') });
/** A page of findings, the most urgent and newest first. */
export const findingPageSchema = z
  .object({
    data: z.array(findingSchema),
    page,
    complete: z.boolean().describe('True only when every source that the query covers is `ok`.'),
    sources: z.array(sourceReportSchema),
  })
  .meta({ id: 'FindingPage', description: 'A page of findings over all connections.' });
/** A page of findings. */
export type FindingPage = z.infer<typeof findingPageSchema>;

/** What an operator says of a finding or of a run. It has a reason and an end, and stays visible. */
export const overrideSchema = z
  .object({
    id: z.string(),
    kind: z
      .enum(['acknowledge', 'mute', 'excuse'])
      .describe(
        '`acknowledge`: a person takes care of the finding. `mute`: findings of the subject are not announced. `excuse`: runs of the subject that are due in the span are not counted.',
      ),
    finding: z.string().nullable().describe('Id of the finding that it was said of.'),
    subject: z.string(),
    by: z.string(),
    why: z.string(),
    from: instantSchema,
    until: instantSchema.nullable(),
  })
  .meta({ id: 'Override', description: 'What an operator says of a finding or of runs.' });
/** What an operator says of a finding or of a run. */
export type Override = z.infer<typeof overrideSchema>;

/** What an operator says when he acknowledges, mutes or excuses. */
export interface OverrideRequest {
  /** Who says it. */
  readonly by: string;
  readonly why: string;
  /** When it begins; null: now. Of an excuse that names no beginning: the due time of the oldest run on which the finding rests. */
  readonly from: string | null;
  /** When it ends; null: with the finding. A mute and an excuse need one. */
  readonly until: string | null;
}

/** A caller's filters for findings. */
export interface FindingQuery {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  readonly tenant?: readonly string[];
  /** Tags of connections. */
  readonly tag?: readonly string[];
  /** Ids or names of items, without regard to case. */
  readonly item?: readonly string[];
  /** Ids or names of plans, without regard to case: findings of the plans, and of items that they protect. */
  readonly plan?: readonly string[];
  readonly kind?: readonly FindingKind[];
  readonly severity?: readonly FindingSeverity[];
  /** @default those that are true: open and acknowledged */
  readonly state?: readonly FindingState[];
  /** Ids or names of subjects, without regard to case. */
  readonly subject?: readonly Subject['id'][];
  /** Those that changed since: an instant or a span. */
  readonly since?: string;
}
