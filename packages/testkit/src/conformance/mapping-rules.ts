import {
  type AnomalyCode,
  isJsonObject,
  isSuccessfulRun,
  type Job,
  type JobContext,
  type JobMapper,
  type JobRaw,
  jobSchema,
  type Provenance,
  parseJobId,
} from '@crossvault/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wildAnswers } from './wild-answers.ts';

export interface MappedAnswers {
  readonly mapper: JobMapper;
  readonly context: JobContext;
  /** Wire schema of the row that a job is made from. */
  readonly row: unknown;
  /** Schemas of what stands unread in a row, by its path, where the row's own schema says nothing of it. */
  readonly parts?: Readonly<Record<string, unknown>>;
  /** The vendor's words for a status. */
  readonly words: readonly string[];
  /** What every generated row has, so that it is a job. */
  readonly always: Readonly<Record<string, unknown>>;
}

/** Anomalies that contradict nothing: something is not known, or was otherwise before. */
const quiet: ReadonlySet<AnomalyCode> = new Set([
  'unreadable-value',
  'unknown-status',
  'ended-without-end-time',
  'start-unknown',
  'reopened',
]);

/** Null without a reason: the vendor still knows the job, and it names no customer. */
export const explainedFields: ReadonlySet<string> = new Set(['goneAt', 'tenant'] satisfies readonly (keyof Job)[]);

const lacking: ReadonlySet<Provenance | undefined> = new Set(['missing', 'unsupported', 'denied'] as const);

/** A value beside a reason why there is none, or a null without a reason. */
function isMarkedWrongly(job: Job, field: string): boolean {
  const value: unknown = Reflect.get(job, field);
  const why = job.provenance[field];
  return lacking.has(why) ? !isNothing(value) : value === null && why === undefined && !explainedFields.has(field);
}

/** Null, nothing in a list or a record, or the word for what is not known. */
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === 'unknown' ||
  value === 'other' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** The rules of docs/mapping-rules.md, over whatever a vendor may send. */
export function describeMappingRules(
  title: string,
  { mapper, context, row, parts, words, always }: MappedAnswers,
): void {
  const more = Object.entries(parts ?? {}).map(([name, schema]) => [
    name,
    fc.array(wildAnswers(schema, words), { maxLength: 3 }),
  ]);
  const rows = fc
    .tuple(wildAnswers(row, words), fc.record(Object.fromEntries(more), { requiredKeys: [] }))
    .map(([read, inside]) => ({ ...(isJsonObject(read) ? read : {}), ...inside, ...always }));

  const holds = (check: (job: Job, raw: JobRaw) => void) =>
    fc.assert(
      fc.property(rows, fc.boolean(), (answer, isSingle) => {
        const raw = isSingle ? { get: answer } : { list: answer };
        const result = mapper.map(raw, context);
        if (result.kind === 'job') check(result.record.job, raw);
      }),
      { numRuns: 300 },
    );

  describe(`${title}, whatever it sends`, () => {
    test('gives jobs of the model, whose ids are parsed back and whose explanation has the same values', () => {
      holds((job, raw) => {
        expect(jobSchema.safeParse(job).error).toBeUndefined();
        expect(parseJobId(job.id)?.connection).toBe(context.connection);
        const read = mapper.explain(raw, context)?.fields.map(({ field, value }) => [field, value]) ?? [];
        expect(Object.fromEntries(read)).toEqual(job);
      });
    });

    test('marks no value as one that was not reported, and says of every null why it is null', () => {
      holds((job) => {
        expect(Object.keys(job).filter((field) => isMarkedWrongly(job, field))).toEqual([]);
      });
    });

    test('gives no instant that no backup can have', () => {
      holds((job) => {
        const times = [job, ...job.tasks].flatMap(({ startedAt, endedAt }) => [startedAt, endedAt]);
        for (const at of [...times, job.plan?.nextRunAt ?? null]) {
          if (at !== null) expect(at >= '1990' && at < '2200', at).toBe(true);
        }
      });
    });

    test('is never called a success beside errors or failures, and a success over nothing counts nowhere', () => {
      holds((job) => {
        if (job.status !== 'succeeded') return;
        expect(job.errors).toEqual([]);
        expect(job.counts?.failed ?? 0).toBe(0);
        expect(job.tasks.map(({ status }) => status)).not.toContain('failed');
        if (job.counts?.total === 0 && job.kind === 'backup') expect(isSuccessfulRun(job)).toBe(false);
      });
    });

    test('has a problem wherever two of its fields contradict each other', () => {
      holds((job) => {
        if (job.anomalies.some((code) => !quiet.has(code))) expect(job.problem).toBe(true);
        if (job.problem) return;
        const { startedAt, endedAt, ended } = job;
        expect(startedAt !== null && endedAt !== null && endedAt < startedAt).toBe(false);
        expect(!ended && endedAt !== null).toBe(false);
      });
    });

    test('merges equal errors', () => {
      holds(({ errors }) => {
        const read = errors.map(({ count: _, ...words }) => JSON.stringify(words));
        expect(read).toEqual([...new Set(read)]);
      });
    });
  });
}
