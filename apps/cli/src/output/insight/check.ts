import type { SourceReport } from '@crossvault/core';
import type { FindingView, OccurrenceCounts, Today } from '@crossvault/core/insight';
import { toPlainLine } from '../plain-text.ts';
import { toMinuteText } from '../quantity.ts';
import { toJson } from '../show.ts';
import { clipText } from '../text-width.ts';
import { toKindText, toSubjectText } from './findings.ts';

/** How a monitoring system reads the answer: one line, in its own form. */
export const checkFormats = ['nagios', 'checkmk', 'zabbix'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** The exit codes of monitoring plugins, and no others. */
export type CheckStatus = 0 | 1 | 2 | 3;
const unknownStatus = 3;

const stateNames = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;

/** What a check found. */
export interface CheckResult {
  readonly status: CheckStatus;
  readonly text: string;
  /** Null where nothing could be read. */
  readonly today: Today | null;
}

/** Findings that are named. */
const namedFindings = 3;
const longestName = 60;

/** The answer of the morning as a monitoring system takes it. What rests on data that is no longer read is unknown, never good. */
export function toCheckResult(today: Today): CheckResult {
  const doubt = findDoubt(today);
  if (doubt !== null) return { status: unknownStatus, text: `${doubt} ${today.text}`, today };
  const status = today.verdict === 'bad' ? 2 : today.verdict === 'attention' ? 1 : 0;
  return { status, text: [today.text, ...nameFindings(today)].join(' '), today };
}

/** A result for whatever keeps a check from an answer. */
export const toFailedCheck = (message: string): CheckResult => ({ status: unknownStatus, text: message, today: null });

/** Why the answer says nothing; null where it does. What is known to be bad is reported although one source of several is blind. */
function findDoubt(today: Today): string | null {
  const { verdict, complete, sources, evaluatedAt } = today;
  const blind = sources.filter(({ status }) => status !== 'ok');
  if (evaluatedAt === null) {
    return 'Never evaluated: "crossvault connections sync" or "crossvault serve" reads the vendors.';
  }
  if (sources.length === 0) return 'No source is covered.';
  if (blind.length === sources.length) return `No source is fresh: ${nameSources(blind)}.`;
  if (verdict === 'bad' && !isOnlyBlind(today)) return null;
  if (!complete) return `Not every source is fresh: ${nameSources(blind)}.`;
  if (verdict === 'bad') return 'A source cannot be read.';
  return verdict === 'unknown' ? 'Nothing bad is known, and not everything was read.' : null;
}

/** Whether all that is bad is that sources cannot be read: no run is known to be bad, and nothing else is critical. */
function isOnlyBlind({ counts, findings: { bySeverity, byKind } }: Today): boolean {
  const isUnmet = counts.failed + counts.missed > counts.recovered;
  return !isUnmet && bySeverity.critical.count > 0 && bySeverity.critical.count === byKind['source-blind']?.count;
}

const nameSources = (sources: readonly SourceReport[]): string => {
  const named = sources.slice(0, namedFindings).map(({ connection, status, asOf }) => {
    const since = asOf === null ? '' : ` as of ${toMinuteText(asOf)} UTC`;
    return `${connection} ${status}${since}`;
  });
  return [...named, ...(sources.length > named.length ? [`${sources.length - named.length} more`] : [])].join(', ');
};

function nameFindings({ findings: { first, bySeverity } }: Today): readonly string[] {
  const named = first.slice(0, namedFindings).map(toFindingText);
  const more = bySeverity.critical.count + bySeverity.warning.count - named.length;
  const all = [...named, ...(more > 0 ? [`${more} more`] : [])];
  return all.length === 0 ? [] : [`${all.join('; ')}.`];
}

function toFindingText(finding: FindingView): string {
  const { subject, since } = finding;
  const name = clipText(toPlainLine(toSubjectText(subject)), longestName);
  return `${toKindText(finding)} ${name} (${subject.connection})${since === null ? '' : ` since ${toMinuteText(since)} UTC`}`;
}

const countNames = [
  'expected',
  'met',
  'late',
  'warnings',
  'failed',
  'missed',
  'cancelled',
  'skipped',
  'excused',
  'unknown',
  'pending',
] as const satisfies readonly (keyof OccurrenceCounts)[];

interface Metric {
  readonly name: string;
  readonly value: string;
  /** With the unit, and `min;max` behind it. */
  readonly range: string;
}

/** The figures of an answer, always the same ones. */
function toMetrics({ counts, findings, sources }: Today): readonly Metric[] {
  const { critical, warning } = findings.bySeverity;
  const stale = sources.filter(({ status }) => status !== 'ok').length;
  const figures = [
    ...countNames.map((name) => [name, counts[name]] as const),
    ['critical_findings', critical.count] as const,
    ['warning_findings', warning.count] as const,
    ['stale_sources', stale] as const,
  ];
  const ratio = counts.ratio === null ? 'U' : `${Math.floor(counts.ratio * 1000) / 10}%`;
  return [
    ...figures.map(([name, value]) => ({ name, value: String(value), range: ';;;0' })),
    { name: 'met_ratio', value: ratio, range: ';;;0;100' },
  ];
}

/** The line of a check. A bar would begin the figures, so that a bar in a text becomes a slash. */
export function renderCheck({ status, text, today }: CheckResult, format: CheckFormat, service: string): string {
  const line = toPlainLine(text).replaceAll('|', '/');
  const metrics = today === null ? [] : toMetrics(today);
  switch (format) {
    case 'nagios': {
      const figures = metrics.map(({ name, value, range }) => `${name}=${value}${range}`).join(' ');
      return `CROSSVAULT ${stateNames[status]} - ${line}${figures === '' ? '' : ` | ${figures}`}`;
    }
    case 'checkmk': {
      // Checkmk takes numbers without a unit, and nothing for what is not known.
      const figures = metrics
        .filter(({ value }) => value !== 'U')
        .map(({ name, value }) => `${name}=${value.replace('%', '')}`);
      return `${status} "${toPlainLine(service).replaceAll('"', "'")}" ${figures.join('|') || '-'} ${line}`;
    }
    case 'zabbix':
      return toJson(toCheckObject({ status, text: line, today }));
  }
}

/** The result as an object, for programs. */
export function toCheckObject({ status, text, today }: CheckResult) {
  const known =
    today === null
      ? {}
      : {
          verdict: today.verdict,
          counts: today.counts,
          findings: {
            critical: today.findings.bySeverity.critical.count,
            warning: today.findings.bySeverity.warning.count,
            byKind: Object.fromEntries(Object.entries(today.findings.byKind).map(([kind, { count }]) => [kind, count])),
          },
          sources: today.sources.map(({ connection, status: state, asOf }) => ({ connection, status: state, asOf })),
          evaluatedAt: today.evaluatedAt,
        };
  return { status, state: stateNames[status], text, ...known };
}
