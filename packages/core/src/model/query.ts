import { z } from 'zod';
import { CrossvaultError } from '../errors/error.ts';
import { parseInstant } from '../values/instant.ts';
import { parseSpanMs, spanForms } from '../values/span.ts';
import type { Job, JobKind, JobStatus, JobTrigger } from './job.ts';
import { sourceReportSchema } from './page.ts';
import { planSchema } from './plan.ts';
import { type ProtectedItem, protectedItemSchema } from './protected-item.ts';
import { matchesWords } from './search-words.ts';

/**
 * What jobs are asked for. Several values of one filter mean any of them; several filters mean all of them.
 * An absent filter does not filter.
 */
export interface JobQuery {
  /** Names of connections. */
  readonly connection?: readonly string[];
  /** Vendor ids. */
  readonly vendor?: readonly string[];
  readonly status?: readonly JobStatus[];
  readonly kind?: readonly JobKind[];
  readonly trigger?: readonly JobTrigger[];
  /** Ids or names of targets, without regard to case. */
  readonly target?: readonly string[];
  /** Ids or names of plans, without regard to case. */
  readonly plan?: readonly string[];
  /** The vendors' own ids. Lifts the window: the vendors are asked for these jobs one by one. */
  readonly nativeId?: readonly string[];
  /** True: only jobs with a problem; false: only jobs without. */
  readonly problem?: boolean;
  /** An instant, or a span back from now such as `24h`: jobs that started, ended or were still open since then. */
  readonly since?: string;
  /** An instant, inclusive; or `all`, which lifts the window of lists that promise no order. */
  readonly startedAfter?: string;
  /** An instant, exclusive. */
  readonly startedBefore?: string;
  /** Words or beginnings of words that must all be found in id, names, kind and errors. */
  readonly q?: string;
}

/** How the answer is ordered: from the newest start (`-startedAt`) or from the oldest. Jobs without a start come first. */
export type JobSort = '-startedAt' | 'startedAt';

/** How many jobs a page has when nobody says, and at the most. */
export const jobPageLimits = { usual: 50, most: 500 } as const;

/** Several values in one text, as our users write them: by comma. A comma within a value is written `\,`. */
export function splitAtCommas(text: string): string[] {
  return text.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ',').trim());
}

/** One page of an answer. */
export interface PageQuery {
  readonly sort: JobSort;
  /** 1 to 500. */
  readonly limit: number;
  /** `page.next` of the page before; null for the first. */
  readonly cursor: string | null;
  /** All or nothing: any source that is not whole fails the request. */
  readonly strict: boolean;
  /** Ask the vendors again even where a list is still held from the page before. */
  readonly fresh: boolean;
  /** The parts that will be shown beside the job itself; others need not be read. @default both */
  readonly include?: { readonly raw: boolean; readonly tasks: boolean };
}

/**
 * What is asked for, with every relative word made absolute. `since`, `startedAfter`, `startedBefore` and `q` of the query
 * stand here as what they mean; what `query` itself says of them is not read.
 */
export interface JobCriteria {
  readonly query: JobQuery;
  /** What `since` means in this reading; null without it. */
  readonly since: string | null;
  /** Inclusive; null where there is no lower bound. */
  readonly startedAfter: string | null;
  /** Exclusive; null where there is no upper bound. */
  readonly startedBefore: string | null;
  /** The words of `q`. */
  readonly words: readonly string[];
}

const among = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.includes(value);

function names(
  wanted: readonly string[] | undefined,
  thing: { id: string | null; name: string | null } | null,
): boolean {
  if (wanted === undefined) return true;
  const own = [thing?.id?.toLowerCase(), thing?.name?.toLowerCase()];
  return wanted.some((name) => own.includes(name.toLowerCase()));
}

/** Started at or after; without a start only an end before it rules the job out. */
function startedSince(job: Job, bound: string | null): boolean {
  if (bound === null) return true;
  return job.startedAt === null ? job.endedAt === null || job.endedAt >= bound : job.startedAt >= bound;
}

/**
 * Whether a job is what was asked for; of which connections and vendors is the caller's to see to. Applied to every live
 * job, whatever the vendor has filtered already; a store answers as if it had been applied to all that it holds.
 */
export function matchesCriteria(job: Job, criteria: JobCriteria, lowerBound = criteria.startedAfter): boolean {
  const { query, since, startedBefore } = criteria;
  const touchedSince = since === null || !job.ended || startedSince(job, since) || (job.endedAt ?? '') >= since;
  return (
    touchedSince &&
    startedSince(job, lowerBound) &&
    (startedBefore === null || job.startedAt === null || job.startedAt < startedBefore) &&
    among(query.status, job.status) &&
    among(query.kind, job.kind) &&
    among(query.trigger, job.trigger) &&
    (query.problem === undefined || query.problem === job.problem) &&
    names(query.target, job.target) &&
    names(query.plan, job.plan) &&
    (query.nativeId === undefined || query.nativeId.some((id) => id.toLowerCase() === job.nativeId.toLowerCase())) &&
    (criteria.words.length === 0 || matchesWords(job, criteria.words))
  );
}

/**
 * An instant with a zone, as our users write it: RFC 3339, never a bare date, since a date without a zone means another
 * span of time to everybody. Throws `invalid-parameter` that names the parameter.
 */
export function parseUserInstant(text: string, parameter: string): string {
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is no instant. Use RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}

/** What `since` means wherever jobs are asked for: in lists, summaries and exports, on the command line and over HTTP. */
export const sinceMeaning =
  'Jobs that started, ended or were open since then: a span back from now such as 90m, 24h, 7d or 2w, or an instant.';

/** A span before `nowMs`, as {@link parseSpanMs} reads it, or an instant. Throws `invalid-parameter`. */
export function parseSince(text: string, nowMs: number, parameter = 'since'): string {
  const spanMs = parseSpanMs(text);
  if (spanMs !== null && spanMs > 0) {
    const at = nowMs - spanMs;
    if (at > Date.parse('0002-01-01T00:00:00Z')) return new Date(at).toISOString();
  }
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is no span and no instant. Use ${spanForms}, or RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}

/**
 * What plans or protected items are asked for. Several values of one filter mean any of them; several filters mean all of
 * them. A filter that a sort of thing does not have finds none of it.
 */
export interface InventoryQuery {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  /** Names or the vendors' own ids, without regard to case. */
  readonly name?: readonly string[];
  /** Words or beginnings of words that must all be found in name and native id. */
  readonly q?: string;
  /** Items: our ids of plans, the vendors' ids or names of them. */
  readonly plan?: readonly string[];
  /** Items. */
  readonly protection?: readonly ProtectedItem['protection'][];
  /** Items. */
  readonly type?: readonly ProtectedItem['type'][];
  readonly missed?: boolean;
  /** Plans. */
  readonly enabled?: boolean;
}

/** One page, in the order of names. */
export interface InventoryPageQuery {
  /** 1 to 500. */
  readonly limit: number;
  /** `page.next` of the page before; null for the first. */
  readonly cursor: string | null;
  /** All or nothing: any source that is not whole fails the request. */
  readonly strict: boolean;
  /** Ask the vendors, also where they are stored. */
  readonly fresh: boolean;
}

const raw = z.unknown().optional().describe("The vendor's answer as it came, where it was asked for.");
const links = z.object({ self: z.string().optional() }).optional();

export const planViewSchema = planSchema.extend({ links, raw }).meta({ id: 'PlanView' });
export const protectedItemViewSchema = protectedItemSchema.extend({ links, raw }).meta({ id: 'ProtectedItemView' });

const page = z.object({ next: z.string().nullable().describe('Cursor of the next page; null at the end.') });
const complete = z.boolean().describe('True only when every source that the query covers is `ok`.');
const sources = z.array(sourceReportSchema);

export const planPageSchema = z
  .object({ data: z.array(planViewSchema), page, complete, sources })
  .meta({ id: 'PlanPage', description: 'A page of plans over all connections.' });
export const protectedItemPageSchema = z
  .object({ data: z.array(protectedItemViewSchema), page, complete, sources })
  .meta({ id: 'ProtectedItemPage', description: 'A page of protected items over all connections.' });
