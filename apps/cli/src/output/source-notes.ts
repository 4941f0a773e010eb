import type { JobPage, SourceReport, Window } from '@crossvault/core';

const shownRejections = 3;

const meanings: Readonly<Record<SourceReport['warnings'][number], string>> = {
  'filter-ignored': 'the vendor ignored a filter; crossvault removed the other jobs',
  'order-broken': 'the list is not in the documented order; crossvault sorted it',
  'list-ended-early': 'the vendor announced more pages and sent none; jobs may be missing',
  'link-refused': 'a link to another host was not followed; jobs may be missing',
  'last-sync-in-future':
    'the last sync lies in the future because a clock was set back or was wrong; the source is stale until the next sync',
};

/** Notes for the reader of a list, one a line. [] when every source is complete and without faults. */
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
    ...(caughtUp ? [`${connection}: the source had fallen behind and has caught up; its jobs came late`] : []),
  ];
}

const toStaleText = ({ asOf }: SourceReport): string =>
  `stale: ${asOf === null ? 'never synced completely' : `as of ${asOf}`}; not synced since then (run "crossvault connections sync", or let "crossvault serve" run)`;

function toRejectionText({ count, items }: SourceReport['rejected']): string {
  const named = items.slice(0, shownRejections).map(({ nativeId, reason }) => `${nativeId ?? 'no id'} (${reason})`);
  const more = count > named.length ? `, and ${count - named.length} more` : '';
  return `${count} ${count === 1 ? 'record was' : 'records were'} rejected: ${named.join(', ')}${more}`;
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
  live: ' (--started-after all removes this limit)',
  stored: ' are complete; older ones as far as they are stored (see historyDays)',
};

/** The option that reads the next page; null at the end. */
export const toNextNote = ({ next }: JobPage['page']): string | null =>
  next === null ? null : `more: --cursor ${next}`;
