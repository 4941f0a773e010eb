import { type CallOptions, CrossvaultError, parseJobId } from '@crossvault/core';
import type { FindingPage, FindingQuery, FindingView, InsightPageQuery } from '@crossvault/core/insight';
import { parseSince } from '@crossvault/core/internal';
import type { StoredFinding } from '@crossvault/core/store';
import { nameQuery, readCursor, toCursor } from '../../inventory/inventory-cursor.ts';
import type { AnswerParts } from './answer-parts.ts';
import { isNarrow, readSubjects } from './answer-subjects.ts';
import { cover } from './covered-answer.ts';
import { toFindingView } from './views.ts';

/** A page of findings, the critical ones first, then those that changed last. */
export async function listFindings(
  parts: AnswerParts,
  query: FindingQuery,
  page: InsightPageQuery,
  call: CallOptions,
): Promise<FindingPage> {
  const { kind, severity, state, subject, since, ...asked } = query;
  const covered = await cover(parts, asked, call);
  const queryName = nameQuery('findings', query);
  const cursor = readCursor(page.cursor, queryName);
  const store = parts.history.store.during(call.signal);
  const { filter } = covered;
  const meant = isNarrow(filter) ? (await store.subjects(filter, {}, call)).map(({ id }) => id) : null;
  const found = await store.listFindings(
    {
      connections: covered.filter.connections,
      states: state ?? ['open', 'acknowledged'],
      ...(kind === undefined ? {} : { kinds: kind }),
      ...(severity === undefined ? {} : { severities: severity }),
      ...(subject === undefined ? {} : { subjects: subject }),
      ...(meant === null ? {} : { among: meant }),
      sinceMs: since === undefined ? null : Date.parse(parseSince(since, parts.clock.now())),
      after: cursor === null ? null : readPosition(cursor),
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
  return {
    data: shown.flatMap((each) => toFindingView(each, subjectOf(each.subject)) ?? []),
    page: {
      next:
        found.length > page.limit && last !== undefined
          ? toCursor(queryName, { name: `${last.severity} ${last.turnedMs}`, id: last.id })
          : null,
    },
    complete: covered.complete,
    sources: covered.reports.map((report) => ({
      ...report,
      count: shown.filter((each) => each.connection === report.connection).length,
    })),
  };
}

function readPosition({ name, id }: { readonly name: string; readonly id: string }) {
  const [severity = '', turned = ''] = name.split(' ');
  return {
    severity: severity === 'critical' ? ('critical' as const) : ('warning' as const),
    turnedMs: Number(turned),
    id,
  };
}

/** Throws `finding-not-found`. */
export async function findStoredFinding(parts: AnswerParts, id: string): Promise<StoredFinding> {
  const parsed = parseJobId(id);
  const isKnown = parts.sources.some(({ connection }) => connection.name === parsed?.connection);
  const stored = isKnown && parsed?.key[0] === 'finding' ? await parts.history.store.getFinding(id) : null;
  if (stored !== null) return stored;
  throw new CrossvaultError({ code: 'finding-not-found', message: 'No finding has this id.' });
}

/** Throws `finding-not-found`. */
export async function readFindingView(parts: AnswerParts, id: string, call: CallOptions): Promise<FindingView> {
  const stored = await findStoredFinding(parts, id);
  const subjectOf = await readSubjects(parts, [stored.subject], call);
  const view = toFindingView(stored, subjectOf(stored.subject));
  if (view !== null) return view;
  throw new CrossvaultError({ code: 'finding-not-found', message: 'The finding was stored by a newer version.' });
}
