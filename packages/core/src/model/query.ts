import { z } from 'zod';
import { CrossvaultError } from '../errors/error.ts';
import { parseInstant } from '../values/instant.ts';
import { parseSpanMs, spanForms } from '../values/span.ts';
import type { Job, JobKind, JobStatus, JobTrigger } from './job.ts';
import { sourceReportSchema } from './page.ts';
import { planSchema } from './plan.ts';
import { type ProtectedItem, protectedItemSchema } from './protected-item.ts';
import { matchesWords } from './search-words.ts';
import { isOfTenant } from './tenant.ts';

/**
 * A caller's filters for jobs. Several values of one filter are combined with OR; several filters with AND.
 * An absent filter does not filter.
 */
export interface JobQuery {
  /** Names of connections. */
  readonly connection?: readonly string[];
  /** Vendor ids. */
  readonly vendor?: readonly string[];
  /** Jobs with one of these statuses. */
  readonly status?: readonly JobStatus[];
  /** Jobs of one of these kinds. */
  readonly kind?: readonly JobKind[];
  /** Jobs that one of these started. */
  readonly trigger?: readonly JobTrigger[];
  /** Ids or names of targets, without regard to case. */
  readonly target?: readonly string[];
  /** Ids or names of plans, without regard to case. */
  readonly plan?: readonly string[];
  /** Names of customers, without regard to case. */
  readonly tenant?: readonly string[];
  /** The vendors' own ids. Removes the time window: each job is requested from its vendor individually. */
  readonly nativeId?: readonly string[];
  /** True: only jobs with a problem; false: only jobs without. */
  readonly problem?: boolean;
  /** An instant, or a span back from now such as `24h`: jobs that started, ended or were still open since then. */
  readonly since?: string;
  /** An instant, inclusive; or `all`, which removes the default window of lists without an order. */
  readonly startedAfter?: string;
  /** An instant, exclusive. */
  readonly startedBefore?: string;
  /** Words or beginnings of words that must all be found in id, names, kind and errors. */
  readonly q?: string;
}

/** Order of the answer: newest start first (`-startedAt`) or oldest first. Jobs without a start come first in both. */
export type JobSort = '-startedAt' | 'startedAt';

/** Number of jobs on a page: the default and the maximum. */
export const jobPageLimits = { usual: 50, most: 500 } as const;

/** Splits a parameter with several values at its commas. A comma within a value is written `\,`. */
export function splitAtCommas(text: string): string[] {
  return text.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ',').trim());
}

/** Which page of the merged answer the caller requests, and what it contains. */
export interface PageQuery {
  /** Order of the jobs. */
  readonly sort: JobSort;
  /** 1 to 500. */
  readonly limit: number;
  /** `page.next` of the page before; null for the first. */
  readonly cursor: string | null;
  /** All or nothing: any source that is not whole fails the request. */
  readonly strict: boolean;
  /** Ask the vendors again even where a list is still held from the previous page. */
  readonly fresh: boolean;
  /** Parts of a job that the caller wants; others need not be read. @default both */
  readonly include?: { readonly raw: boolean; readonly tasks: boolean };
}

/**
 * A query whose relative values are resolved. `since`, `startedAfter`, `startedBefore` and `words` here replace the values of
 * the same name (and `q`) in `query`, which are ignored.
 */
export interface JobCriteria {
  readonly query: JobQuery;
  /** The instant that `since` stands for; null without it. */
  readonly since: string | null;
  /** Inclusive; null where there is no lower bound. */
  readonly startedAfter: string | null;
  /** Exclusive; null where there is no upper bound. */
  readonly startedBefore: string | null;
  /** The words of `q`. */
  readonly words: readonly string[];
  /** Connections of the customers in `query.tenant`: their jobs match where the vendor names no customer. @default none */
  readonly tenantConnections?: readonly string[];
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
 * Whether a job matches the criteria. The caller selects connections and vendors itself. The engine applies this to every
 * job of a live list, even where the vendor filters; a store must return exactly the jobs that this lets through.
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
    isOfTenant(query.tenant, criteria.tenantConnections, job) &&
    (query.nativeId === undefined || query.nativeId.some((id) => id.toLowerCase() === job.nativeId.toLowerCase())) &&
    (criteria.words.length === 0 || matchesWords(job, criteria.words))
  );
}

/**
 * Parses an instant of a caller: RFC 3339 with a zone. A bare date is refused, because its meaning depends on the reader's
 * zone. Throws `invalid-parameter`, which names the parameter.
 */
export function parseUserInstant(text: string, parameter: string): string {
  const result = parseInstant(text);
  if (result.kind === 'instant' && result.zone === 'given') return result.instant;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: "${text}" is not an instant. Use RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}

/** Description of `since` for lists, summaries and exports, on the command line and over HTTP. */
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
    message: `${parameter}: "${text}" is neither a span nor an instant. Use ${spanForms}, or RFC 3339 with a zone, such as 2026-01-31T22:00:00Z.`,
    parameter,
  });
}

/**
 * A caller's filters for plans or protected items. Several values of one filter are combined with OR; several filters with
 * AND. A filter that applies only to plans matches no item, and the other way round.
 */
export interface InventoryQuery {
  /** Names of connections. */
  readonly connection?: readonly string[];
  /** Vendor ids. */
  readonly vendor?: readonly string[];
  /** Names or vendor ids, without regard to case. */
  readonly name?: readonly string[];
  /** Names of customers, without regard to case. */
  readonly tenant?: readonly string[];
  /** Words or beginnings of words that must all be found in name and native id. */
  readonly q?: string;
  /** Items only: Crossvault's ids, vendor ids or names of their plans. */
  readonly plan?: readonly string[];
  /** Items only. */
  readonly protection?: readonly ProtectedItem['protection'][];
  /** Items only. */
  readonly type?: readonly ProtectedItem['type'][];
  /** True: only what has missed a run; false: only what has not. */
  readonly missed?: boolean;
  /** True: only what has a protection error, a missed run, or a last job that did not end well; false: only the rest. */
  readonly problem?: boolean;
  /** Only what had no success since: a span such as `3d`, or an instant. */
  readonly stale?: string;
  /** Only what failed at least so many times in a row. */
  readonly streak?: number;
  /** Plans only. */
  readonly enabled?: boolean;
}

/** Which page of plans or items the caller requests, in the order of names. */
export interface InventoryPageQuery {
  /** 1 to 500. */
  readonly limit: number;
  /** `page.next` of the page before; null for the first. */
  readonly cursor: string | null;
  /** All or nothing: any source that is not whole fails the request. */
  readonly strict: boolean;
  /** Ask the vendors even where a store holds the inventory. */
  readonly fresh: boolean;
}

const raw = z.unknown().optional().describe("The vendor's answer as received, where it was requested.");
const links = z.object({ self: z.string().optional() }).optional();

/** A plan as the facade and the command return it. `raw` is present only where the caller requests it. */
export const planViewSchema = planSchema.extend({ links, raw }).meta({ id: 'PlanView' });
/** A protected item as the facade and the command return it. `raw` is present only where the caller requests it. */
export const protectedItemViewSchema = protectedItemSchema.extend({ links, raw }).meta({ id: 'ProtectedItemView' });

const page = z.object({ next: z.string().nullable().describe('Cursor of the next page; null at the end.') });
const complete = z.boolean().describe('True only when every source that the query covers is `ok`.');
const sources = z.array(sourceReportSchema);

/** A page of plans, in the order of their names. */
export const planPageSchema = z
  .object({ data: z.array(planViewSchema), page, complete, sources })
  .meta({ id: 'PlanPage', description: 'A page of plans over all connections.' });
/** A page of protected items, in the order of their names. */
export const protectedItemPageSchema = z
  .object({ data: z.array(protectedItemViewSchema), page, complete, sources })
  .meta({ id: 'ProtectedItemPage', description: 'A page of protected items over all connections.' });
