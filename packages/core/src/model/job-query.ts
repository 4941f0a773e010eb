import type { JobKind, JobStatus, JobTrigger } from './job.ts';

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
