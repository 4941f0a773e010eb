import {
  CrossvaultError,
  isJsonObject,
  type JobContext,
  type ListPage,
  type SourceWarning,
  Unreadable,
  type WireValue,
} from '@crossvault/contract';
import { jobMapper } from './map-job.ts';
import { type PageTrail, toMark, writeTrail } from './page-trail.ts';
import { jobListWire } from './wire.ts';

/** A page without jobs that ends the reading of a list before its vendor does. */
export const brokenOff = (warning: SourceWarning): ListPage => ({
  records: [],
  rejected: [],
  withoutRun: 0,
  next: null,
  warnings: [warning],
});

/** Maps one page of a vault's jobs, in the vendor's order, and finds out how the reading goes on. */
export function readPage(body: unknown, trail: PageTrail, context: JobContext): ListPage {
  const envelope = isJsonObject(body) ? jobListWire.parse(body) : {};
  const rows = envelope.value;
  if (!Array.isArray(rows)) {
    throw new CrossvaultError({
      code: 'answer-unreadable',
      message: `The list of jobs of ${context.list} came without a list in value.`,
      source: context.connection,
    });
  }
  const results = rows.map((row: unknown) => jobMapper.map({ list: row }, context));
  const records = results.flatMap((result) => (result.kind === 'job' ? [result.record] : []));
  const rejected = results.flatMap((result) => (result.kind === 'rejected' ? [result.rejection] : []));
  const page = records.length === 0 ? null : toMark(JSON.stringify(records.map((record) => record.key)));
  if (page !== null && trail.seen.includes(page)) return brokenOff('list-ended-early');
  const seen = [...trail.seen, ...(page === null ? [] : [page])];
  return { records, rejected, withoutRun: 0, ...continueWith(envelope.nextLink, seen) };
}

/** A link that came before would lead round in a circle; one that is no text leads nowhere. */
function continueWith(link: WireValue<string>, seen: readonly string[]): Pick<ListPage, 'next' | 'warnings'> {
  if (link === null || link === undefined || link === '') return { next: null, warnings: [] };
  const mark = link instanceof Unreadable ? '' : toMark(link);
  return link instanceof Unreadable || seen.includes(mark)
    ? { next: null, warnings: ['list-ended-early'] }
    : { next: writeTrail({ link, seen: [...seen, mark] }), warnings: [] };
}
