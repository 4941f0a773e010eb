import type { JobPage, SourceReport, Window } from '@crossvault/core';

const shownRejections = 3;

const meanings: Readonly<Record<SourceReport['warnings'][number], string>> = {
  'filter-ignored': 'it returned jobs that the filter excludes; they were filtered here',
  'order-broken': 'its list is not in the order that it promises; it was sorted here',
  'list-ended-early': 'it said that there is more and gave nothing; jobs may be missing',
  'link-refused': 'a link of its pointed elsewhere and was not followed; jobs may be missing',
};

/** What a reader of a list should know beside the jobs, a line for each thing. [] when all is well and whole. */
export function toSourceNotes(sources: readonly SourceReport[]): readonly string[] {
  return sources.flatMap(toNotes);
}

function toNotes(source: SourceReport): readonly string[] {
  const { connection, status, problem, rejected, warnings, caughtUp } = source;
  return [
    ...(problem === null ? [] : [`${connection} (${source.vendor}) ${status}: ${problem.detail} [${problem.code}]`]),
    ...(rejected.count === 0 ? [] : [`${connection}: ${toRejectionText(rejected)}`]),
    ...warnings.map((warning) => `${connection}: ${meanings[warning]} [${warning}]`),
    ...(problem === null && rejected.count === 0 && warnings.length === 0 && status !== 'ok'
      ? [`${connection} (${source.vendor}) ${status === 'stale' ? toStaleText(source) : status}`]
      : []),
    ...(caughtUp ? [`${connection}: it had lagged behind and has caught up; its jobs came late`] : []),
  ];
}

const toStaleText = ({ asOf }: SourceReport): string =>
  `stale: ${asOf === null ? 'never synced to the end' : `as of ${asOf}`}; nobody has synced it since (--refresh does, and so does "crossvault serve")`;

function toRejectionText({ count, items }: SourceReport['rejected']): string {
  const named = items.slice(0, shownRejections).map(({ nativeId, reason }) => `${nativeId ?? 'no id'} (${reason})`);
  const more = count > named.length ? `, and ${count - named.length} more` : '';
  return `${count} ${count === 1 ? 'record was' : 'records were'} set aside: ${named.join(', ')}${more}`;
}

/** Whose bound a window has: the caller's, that of lists that are read live, or that of what is stored for certain. */
export type WindowBound = 'asked' | 'live' | 'stored';

/** The span of starts that is covered; null when it has no bound. */
export function toWindowNote({ startedAfter, startedBefore }: Window, bound: WindowBound): string | null {
  if (startedAfter === null && startedBefore === null) return null;
  const from = startedAfter === null ? '' : ` from ${startedAfter} on`;
  const until = startedBefore === null ? '' : ` before ${startedBefore}`;
  const hint = startedAfter === null ? '' : windowHints[bound];
  return `window: jobs that started${from}${until}${hint}`;
}

const windowHints: Readonly<Record<WindowBound, string>> = {
  asked: '',
  live: ' (--started-after all lifts it)',
  stored: ' are all there, older ones as far as they are stored (see historyDays)',
};

/** How to go on reading; null at the end. */
export const toNextNote = ({ next }: JobPage['page']): string | null =>
  next === null ? null : `more: --cursor ${next}`;
