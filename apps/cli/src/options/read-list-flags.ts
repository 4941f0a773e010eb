import { CrossvaultError, type JobQuery, jobKinds, jobStatuses, jobTriggers, type PageQuery } from '@crossvault/core';
import { jobPageLimits, parseSpanMs, spanForms, splitAtCommas } from '@crossvault/core/internal';
import type { Include } from '@crossvault/engine';
import type { GlobalFlags } from '../output/command-io.ts';

/** The options of `jobs list`, as they were written. */
export interface ListFlags extends GlobalFlags {
  readonly connection?: readonly string[];
  readonly vendor?: readonly string[];
  readonly status?: readonly string[];
  readonly kind?: readonly string[];
  readonly target?: readonly string[];
  readonly plan?: readonly string[];
  readonly tenant?: readonly string[];
  readonly trigger?: readonly string[];
  readonly nativeId?: readonly string[];
  readonly problem?: boolean;
  readonly since?: string;
  readonly startedAfter?: string;
  readonly startedBefore?: string;
  readonly text?: string;
  readonly sort?: string;
  readonly limit?: string;
  readonly cursor?: string;
  readonly all?: boolean;
  readonly strict?: boolean;
  readonly include?: readonly string[];
  readonly cache: boolean;
  /** True where the option has no value. */
  readonly refresh?: string | true;
}

export interface ListRequest {
  readonly query: JobQuery;
  readonly page: PageQuery;
  readonly include: Include;
  /** How long to wait for the vendors before reading; null: they are not queried first. */
  readonly refreshMs: number | null;
}

const usualRefreshSeconds = 10;
const mostSeconds = 86_400;

const sorts = ['-startedAt', 'startedAt'] as const;

/** The options as a query. Throws `invalid-parameter`, which names the option and what is allowed. */
export function readListFlags(flags: ListFlags): ListRequest {
  const included = readWords('include', flags.include, ['raw', 'tasks']) ?? [];
  const include = { raw: included.includes('raw'), tasks: included.includes('tasks') };
  const [sort] = readWords('sort', asList(flags.sort), sorts) ?? [];
  return {
    query: {
      ...given(readTexts('connection', flags.connection), (connection) => ({ connection })),
      ...given(readTexts('vendor', flags.vendor), (vendor) => ({ vendor })),
      ...given(readWords('status', flags.status, jobStatuses), (status) => ({ status })),
      ...given(readWords('kind', flags.kind, jobKinds), (kind) => ({ kind })),
      ...given(readWords('trigger', flags.trigger, jobTriggers), (trigger) => ({ trigger })),
      ...given(readTexts('target', flags.target), (target) => ({ target })),
      ...given(readTexts('plan', flags.plan), (plan) => ({ plan })),
      ...given(readTexts('tenant', flags.tenant), (tenant) => ({ tenant })),
      ...given(readTexts('native-id', flags.nativeId), (nativeId) => ({ nativeId })),
      ...given(flags.problem, (problem) => ({ problem })),
      ...given(readText('since', flags.since), (since) => ({ since })),
      ...given(readText('started-after', flags.startedAfter), (startedAfter) => ({ startedAfter })),
      ...given(readText('started-before', flags.startedBefore), (startedBefore) => ({ startedBefore })),
      ...given(readText('text', flags.text), (q) => ({ q })),
    },
    page: {
      sort: sort ?? '-startedAt',
      limit: readLimit(flags),
      cursor: readText('cursor', flags.cursor) ?? null,
      strict: flags.strict === true,
      fresh: !flags.cache || flags.refresh !== undefined,
      include,
    },
    include,
    refreshMs: readRefreshMs(flags.refresh),
  };
}

function readRefreshMs(written: string | true | undefined): number | null {
  if (written === undefined) return null;
  return written === true ? usualRefreshSeconds * 1000 : readSpanMs('refresh', written, mostSeconds);
}

/** Values of a fixed set; undefined without the option. */
export function readWords<Word extends string>(
  option: string,
  written: readonly string[] | undefined,
  allowed: readonly Word[],
): readonly Word[] | undefined {
  return readTexts(option, written)?.map((text) => {
    const word = allowed.find((each) => each === text);
    if (word !== undefined) return word;
    throw refuse(option, text, `one of ${allowed.join(', ')}`);
  });
}

/** Values by comma or by repeating the option; a comma within a value is written `\,`. */
export function readTexts(option: string, written: readonly string[] | undefined): readonly string[] | undefined {
  if (written === undefined) return undefined;
  const texts = written.flatMap(splitAtCommas);
  if (texts.includes('')) throw refuse(option, '', 'a text that is not empty');
  return [...new Set(texts)];
}

export function readText(option: string, written: string | undefined): string | undefined {
  if (written?.trim() === '') throw refuse(option, '', 'a text that is not empty');
  return written;
}

/** With --all, the largest page needs the fewest requests. */
function readLimit({ limit, all }: ListFlags): number {
  if (limit === undefined) return all === true ? jobPageLimits.most : jobPageLimits.usual;
  return readWholeNumber('limit', limit, 1, jobPageLimits.most);
}

/** A duration in milliseconds, up to a maximum in seconds. */
export function readSpanMs(option: string, text: string, mostSeconds: number): number {
  const spanMs = parseSpanMs(text);
  if (spanMs !== null && spanMs <= mostSeconds * 1000) return spanMs;
  throw refuse(option, text, `${spanForms}, up to ${mostSeconds} seconds`);
}

/** A whole number within bounds. */
export function readWholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw refuse(option, text, `a whole number from ${least} to ${most}`);
}

const asList = (text: string | undefined): readonly string[] | undefined => (text === undefined ? undefined : [text]);

/** The field of a filter that was given; no field at all for one that was not. */
export const given = <Value, Field extends object>(value: Value | undefined, toField: (value: Value) => Field) =>
  value === undefined ? {} : toField(value);

export function refuse(option: string, written: string, allowed: string): CrossvaultError {
  return new CrossvaultError({
    code: 'invalid-parameter',
    message: `--${option}: "${written}" is not allowed; allowed is ${allowed}.`,
    parameter: option,
  });
}
