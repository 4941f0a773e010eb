import { mapRows, unreadableAnswer } from '@crossvault/client-kit';
import {
  isJsonObject,
  type JobContext,
  type ListPage,
  parseWire,
  type SourceWarning,
  Unreadable,
  type WireValue,
} from '@crossvault/core';
import { mapperOf } from '../mapping/mappers.ts';
import { jobListWire } from '../mapping/wire.ts';
import { goOn, hasCome, type Position, type Trail, toMark, toPageToken } from './position.ts';

/** A page without jobs that ends the reading of a list before its vendor does. */
export const brokenOff = (warning: SourceWarning): ListPage => ({
  records: [],
  rejected: [],
  withoutRun: 0,
  next: null,
  warnings: [warning],
});

/** Maps one page of a list's jobs, in the vendor's order, and finds the next page. */
export function toListPage(body: unknown, position: Position, context: JobContext): ListPage {
  const envelope = isJsonObject(body) ? parseWire(jobListWire, body) : {};
  const rows = envelope.value;
  if (!Array.isArray(rows)) {
    throw unreadableAnswer(context.connection, `The list of jobs of ${context.list} came without a list in value.`);
  }
  const { records, rejected } = mapRows(mapperOf(context.list), rows, context);
  const page = records.length === 0 ? null : toMark(JSON.stringify(records.map((record) => record.key.at(-1))));
  if (page !== null && hasCome(position.trail, page)) return brokenOff('list-ended-early');
  const trail = page === null ? position.trail : goOn(position.trail, page);
  return { records, rejected, withoutRun: 0, ...continueWith(envelope.nextLink, trail) };
}

/** A repeated link would cause an endless reading; a link that is not a text cannot be followed. */
function continueWith(link: WireValue<string>, trail: Trail): Pick<ListPage, 'next' | 'warnings'> {
  if (link === null || link === undefined || link === '') return { next: null, warnings: [] };
  const mark = link instanceof Unreadable ? '' : toMark(link);
  return link instanceof Unreadable || hasCome(trail, mark)
    ? { next: null, warnings: ['list-ended-early'] }
    : { next: toPageToken({ link, trail: goOn(trail, mark) }), warnings: [] };
}
