import { type CallOptions, CrossvaultError } from '@crossvault/core';
import type { InsightPageQuery, OccurrencePage, OccurrenceQuery, OccurrenceView } from '@crossvault/core/insight';
import { parseUntil } from '@crossvault/core/internal';
import { nameQuery, readCursor, toCursor } from '../../inventory/inventory-cursor.ts';
import { parseOccurrenceId, toOccurrenceId } from '../evaluation/insight-ids.ts';
import type { AnswerParts } from './answer-parts.ts';
import { readSubjects } from './answer-subjects.ts';
import { parseFrom } from './asked-times.ts';
import { cover } from './covered-answer.ts';
import { toOccurrenceView } from './views.ts';

const aheadMs = 7 * 24 * 3_600_000;

/** A page of expected runs. The range of a later page is that of the first one. */
export async function listOccurrences(
  parts: AnswerParts,
  query: OccurrenceQuery,
  page: InsightPageQuery,
  call: CallOptions,
): Promise<OccurrencePage> {
  const covered = await cover(parts, query, call);
  const nowMs = parts.clock.now();
  const queryName = nameQuery('occurrences', query);
  const cursor = readCursor(page.cursor, queryName);
  const after = cursor === null ? null : parseOccurrenceId(cursor.id);
  // What is still to come is read in the order in which it comes.
  const isAhead = query.state?.every((state) => state === 'upcoming') ?? false;
  const [fromMs, untilMs] = readRange(cursor?.name) ?? [
    isAhead && query.since === undefined ? nowMs : parseFrom(query.since ?? 'last-night', parts.settings, nowMs),
    query.until === undefined ? nowMs + (isAhead ? aheadMs : 0) : Date.parse(parseUntil(query.until, nowMs)),
  ];
  const store = parts.history.store.during(call.signal);
  const found = await store.listOccurrences(
    {
      filter: covered.filter,
      fromMs,
      untilMs,
      ...(query.state === undefined ? {} : { states: query.state }),
      ...(query.track === undefined ? {} : { tracks: query.track }),
      nowMs,
      order: isAhead ? 'oldest-first' : 'newest-first',
      after,
      limit: page.limit + 1,
    },
    call,
  );
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  const subjectOf = await readSubjects(
    parts,
    shown.map(({ subject }) => subject),
    call,
  );
  const next =
    found.length > page.limit && last !== undefined
      ? toCursor(queryName, { name: `${fromMs} ${untilMs}`, id: toOccurrenceId(last.connection, last) })
      : null;
  return {
    data: shown.map((each) => toOccurrenceView(each, subjectOf(each.subject), nowMs)),
    page: { next },
    complete: covered.complete,
    sources: covered.reports.map((report) => ({
      ...report,
      count: shown.filter(({ connection }) => connection === report.connection).length,
    })),
  };
}

function readRange(name: string | undefined): readonly [number, number] | null {
  const [from = Number.NaN, until = Number.NaN] = name?.split(' ').map(Number) ?? [];
  return Number.isFinite(from) && Number.isFinite(until) ? [from, until] : null;
}

/** Throws `occurrence-not-found`. */
export async function readOccurrence(parts: AnswerParts, id: string, call: CallOptions): Promise<OccurrenceView> {
  const key = parseOccurrenceId(id);
  const isKnown = parts.sources.some(({ connection }) => connection.name === key?.connection);
  const stored = key === null || !isKnown ? null : await parts.history.store.getOccurrence(key);
  if (stored === null || key?.connection !== stored.connection) {
    throw new CrossvaultError({ code: 'occurrence-not-found', message: 'No expected run has this id.' });
  }
  const subjectOf = await readSubjects(parts, [stored.subject], call);
  return toOccurrenceView(stored, subjectOf(stored.subject), parts.clock.now());
}
