import type { JobError, JobPlan, JobTarget, JobView } from '@crossvault/core';
import { renderGrid } from './grid.ts';
import type { Palette } from './palette.ts';
import { toPlainLine } from './plain-text.ts';
import { toSizeText, toSpanText } from './quantity.ts';

type Field = readonly [label: string, value: string];

const labelWidth = 16;

/** One job for users: its fields, then what went wrong, then its steps. */
export function renderJobDetails(job: JobView, width: number, palette: Palette): readonly string[] {
  return [
    ...toFields(job, palette).map(([label, value]) => `${label.padEnd(labelWidth)}${value}`),
    ...section('Errors', job.errors.flatMap(toErrorLines)),
    ...section('Tasks', job.tasks.length === 0 ? [] : renderTasks(job, width, palette)),
    ...section(
      'Details',
      Object.entries(job.details).map(([name, value]) => toPlainLine(`${name}: ${value}`)),
    ),
    ...('raw' in job ? section('Raw', JSON.stringify(job.raw, null, 2).split('\n')) : []),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

function toFields(job: JobView, palette: Palette): readonly Field[] {
  const said = (field: string, text: string | null): string => {
    const why = job.provenance[field];
    return `${text === null ? '-' : toPlainLine(text)}${why === undefined ? '' : palette.quiet(` (${why})`)}`;
  };
  const beside = (ours: string, native: string | null): string => (native === null ? ours : `${ours} (${native})`);
  const size = (bytes: number | null): string | null => (bytes === null ? null : toSizeText(bytes));
  const fields: readonly Field[] = [
    ['id', job.id],
    ['native id', toPlainLine(job.nativeId)],
    ['connection', `${job.connection} (${job.vendor})`],
    ['tenant', said('tenant', job.tenant)],
    ['status', said('status', palette.status(job.status)(toPlainLine(beside(job.status, job.nativeStatus))))],
    ['problem', job.problem ? palette.trouble('yes') : 'no'],
    ['kind', said('kind', beside(job.kind, job.nativeKind))],
    ['trigger', said('trigger', job.trigger)],
    ['target', said('target', toTargetText(job.target))],
    ['plan', said('plan', toPlanText(job.plan))],
    ['started', said('startedAt', job.startedAt)],
    ['ended', said('endedAt', job.endedAt)],
    ['duration', said('durationSeconds', toDurationText(job.durationSeconds))],
    ['progress', said('progressPercent', job.progressPercent === null ? null : `${job.progressPercent} %`)],
    ['size', said('sizeBytes', size(job.sizeBytes))],
    ['transferred', said('transferredBytes', size(job.transferredBytes))],
    ['counts', said('counts', toCountsText(job.counts))],
    ['actions', job.actions.length === 0 ? '-' : job.actions.join(', ')],
    ['anomalies', job.anomalies.length === 0 ? '-' : palette.trouble(job.anomalies.join(', '))],
    ['portal', job.links.portal === undefined ? '-' : toPlainLine(job.links.portal)],
  ];
  return fields;
}

const toDurationText = (seconds: number | null): string | null =>
  seconds === null ? null : `${toSpanText(seconds)} (${seconds} s)`;

const toTargetText = (target: JobTarget | null): string | null =>
  target === null
    ? null
    : [target.type, target.name, target.id === null ? null : `(${target.id})`].filter(Boolean).join(' ');

function toPlanText(plan: JobPlan | null): string | null {
  if (plan === null) return null;
  const next = plan.nextRunAt === null ? '' : `, next run ${plan.nextRunAt}`;
  return `${plan.name ?? plan.id ?? '-'}${next}`;
}

function toCountsText(counts: JobView['counts']): string | null {
  if (counts === null) return null;
  const parts = (['total', 'succeeded', 'failed', 'skipped'] as const).flatMap((part) =>
    counts[part] === null ? [] : [`${counts[part]} ${part}`],
  );
  return parts.join(', ');
}

function toErrorLines({ code, message, recommendation, helpUrl, count }: JobError): readonly string[] {
  const times = count > 1 ? ` (${count} times)` : '';
  const first = `- ${code === null ? '' : `${code}: `}${message}${times}`;
  const more = [recommendation, helpUrl].filter((text) => text !== null);
  return [first, ...more.map((text) => `  ${text}`)].map((line) => line.replace(/\S.*$/s, toPlainLine));
}

const renderTasks = ({ tasks }: JobView, width: number, palette: Palette): readonly string[] =>
  renderGrid(
    [{ title: 'NAME', least: 12 }, { title: 'STATUS', least: 10 }, { title: 'DURATION' }, { title: 'PROGRESS' }],
    tasks.map(({ name, status, nativeStatus, durationSeconds, progressPercent }) => [
      name,
      { text: nativeStatus === null ? status : `${status} (${nativeStatus})`, paint: palette.status(status) },
      toSpanText(durationSeconds),
      progressPercent === null ? '-' : `${progressPercent} %`,
    ]),
    width - 2,
    // A single job is shown in full.
    Number.POSITIVE_INFINITY,
  );
