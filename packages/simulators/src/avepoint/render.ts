import { endMsOf, phaseOf } from '../fleet/course.ts';
import { type AvepointJob, wordAt } from './fleet.ts';
import type { Shape } from './shapes.ts';

/** `2024-12-02T07:52:25Z`; a fraction only where there is one, and now and then no zone. */
const renderInstant = (milliseconds: number, { zone }: Shape): string => {
  const text = new Date(milliseconds).toISOString().replace(/\.?0+Z$/, 'Z');
  return zone === 'utc' ? text : text.slice(0, -1);
};

/** Decimal hours, rounded up to the third place, as both samples of the vendor's pages are. */
export const renderHours = (durationMs: number): string => String(Math.ceil(durationMs / 3600) / 1000);

const renderDuration = (durationMs: number, { duration }: Shape): { duration?: string } => {
  if (duration === 'absent') return {};
  if (duration === 'unreadable') return { duration: 'soon' };
  return { duration: renderHours(duration === 'disagreeing' ? durationMs + 7_200_000 : durationMs) };
};

/** How an open job looks is not documented: no end, and no duration or one that says zero. */
const OPEN_END = {
  absent: {},
  null: { finishTime: null, duration: '0' },
  empty: { finishTime: '', duration: '0' },
} as const;

const renderTimes = ({ course, shape }: AvepointJob, nowMs: number) => {
  const startTime = renderInstant(course.startMs, shape);
  const endMs = endMsOf(course, nowMs);
  if (endMs === null) return { startTime, ...OPEN_END[shape.openEnd] };
  const finishTime = shape.finishTime === 'unreadable' ? 'yesterday evening' : renderInstant(endMs, shape);
  return { startTime, finishTime, ...renderDuration(endMs - course.startMs, shape) };
};

const TOTALS = {
  plain: (total: number) => total,
  zero: () => 0,
  disagreeing: (total: number) => total + 3,
  unreadable: () => 'many',
} as const;

/** Processed objects before the end of a job: none while it waits, half of them afterwards. */
const renderCounts = ({ counts, shape, course }: AvepointJob, nowMs: number): unknown => {
  if (shape.totals === 'null') return null;
  const phase = phaseOf(course, nowMs);
  const soFar = phase === 'queued' ? { total: 0, successful: 0 } : { successful: Math.floor(counts.total / 2) };
  const shown = phase === 'ended' ? counts : { ...counts, failed: 0, skipped: 0, ...soFar };
  return {
    [`total${shape.counts}`]: TOTALS[shape.totals](shown.total),
    [`failed${shape.counts}`]: shown.failed,
    [`successful${shape.counts}`]: shown.successful,
    [`skipped${shape.counts}`]: shown.skipped,
  };
};

/** The field of the code is not documented; presumably the text. */
const renderError = (text: string, index: number, { errors }: Shape): Readonly<Record<string, unknown>> => {
  const number = (index + 1) * 3;
  if (errors === 'without-code') return { isErrorCode: false, value: text, url: '', number };
  const code = `CB-${4001 + index}`;
  const error = { isErrorCode: true, value: `${code}: ${text}` };
  const url = `https://kb.avepoint.example/${code}`;
  if (errors === 'without-url') return { ...error, number };
  return errors === 'without-number' ? { ...error, url } : { ...error, url, number };
};

const renderErrors = ({ course, shape, errorTexts }: AvepointJob, nowMs: number): { jobErrors?: unknown } => {
  if (phaseOf(course, nowMs) === 'ended' && errorTexts.length > 0) {
    return { jobErrors: errorTexts.map((text, index) => renderError(text, index, shape)) };
  }
  if (shape.noErrors === 'absent') return {};
  return { jobErrors: shape.noErrors === 'null' ? null : [] };
};

/** A job, alike in lists and alone; the page's own payload word for word. */
export const renderJob = (job: AvepointJob, nowMs: number): unknown =>
  job.page ?? {
    id: job.id,
    state: wordAt(job, nowMs),
    ...renderTimes(job, nowMs),
    backupDetails: renderCounts(job, nowMs),
    ...renderErrors(job, nowMs),
  };
