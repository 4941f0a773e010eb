import { type CallOptions, CrossvaultError } from '@crossvault/core';
import {
  type Calendar,
  type CalendarGroup,
  type CalendarQuery,
  dayLetters,
  type InsightPageQuery,
  type InsightQuery,
  type Sla,
  type Subject,
} from '@crossvault/core/insight';
import type { StoredSubject, SubjectOccurrence } from '@crossvault/core/store';
import { type Tenants, tenantsOf } from '../../connections/tenants.ts';
import { nameQuery, readCursor, toCursor } from '../../inventory/inventory-cursor.ts';
import type { BusinessDay } from '../days/business-days.ts';
import { countOccurrences } from '../days/occurrence-counts.ts';
import { readMemory } from '../evaluation/subject-memory.ts';
import { expandSchedule } from '../expand-schedule.ts';
import type { AnswerParts } from './answer-parts.ts';
import { toInstant, toInstantOrNull } from './answer-parts.ts';
import { businessDaysOf } from './asked-times.ts';
import { type CoveredAnswer, cover } from './covered-answer.ts';
import { groupsOf, type RolledRow, type RowOfGroup, rollRow } from './rolled-rows.ts';
import { toSubject } from './views.ts';

const dayMs = 24 * 3_600_000;
const most = { days: 400, ahead: 31 };
const subjectsAtOnce = 500;

interface Asked {
  readonly covered: CoveredAnswer;
  readonly days: readonly BusinessDay[];
  readonly nowMs: number;
  readonly group: CalendarGroup;
  readonly rule: NonNullable<CalendarQuery['rule']>;
  readonly ahead: number;
  readonly queryName: string;
  readonly tenants: Tenants;
}

async function readAsked(parts: AnswerParts, query: CalendarQuery, kind: string, call: CallOptions): Promise<Asked> {
  const { days = 30, ahead = 0, rule = 'worst', group = 'subject', ...filter } = query;
  demandCount('days', days, 1, most.days);
  demandCount('ahead', ahead, 0, most.ahead);
  const covered = await cover(parts, filter satisfies InsightQuery, call);
  const nowMs = parts.clock.now();
  const business = businessDaysOf(parts.settings);
  const last = business.dayOf(nowMs);
  const span = { fromMs: last.fromMs - (days - 1) * dayMs + 1, untilMs: last.untilMs + ahead * dayMs };
  const found = business.daysWithin(span);
  const tenants = tenantsOf(parts.sources.map(({ connection }) => connection));
  return {
    covered,
    days: found.slice(-(days + ahead)),
    nowMs,
    group,
    rule,
    ahead,
    queryName: nameQuery(kind, query),
    tenants,
  };
}

function demandCount(parameter: string, value: number, least: number, greatest: number): void {
  if (Number.isInteger(value) && value >= least && value <= greatest) return;
  throw new CrossvaultError({
    code: 'invalid-parameter',
    message: `${parameter}: must be a whole number from ${least} to ${greatest}.`,
    parameter,
  });
}

interface Rows {
  readonly rows: readonly (RolledRow & { readonly stored: StoredSubject | null })[];
  readonly next: string | null;
}

/** The rows of a page: subjects in the order of their names, or all groups. */
async function readRows(parts: AnswerParts, asked: Asked, page: InsightPageQuery, call: CallOptions): Promise<Rows> {
  const { covered, group, queryName } = asked;
  const filter = { ...covered.filter, areExpected: true };
  const store = parts.history.store.during(call.signal);
  const cursor = readCursor(page.cursor, queryName);
  if (group === 'subject') {
    const found = await store.subjects(filter, { after: cursor, limit: page.limit + 1 }, call);
    const shown = found.slice(0, page.limit);
    const occurrences = await readDays(parts, asked, shown, call);
    const last = shown.at(-1);
    return {
      rows: shown.map((stored) => ({ ...rollSubject(stored, occurrences.get(stored.id) ?? [], asked), stored })),
      next: found.length > page.limit && last !== undefined ? toCursor(queryName, positionOf(last)) : null,
    };
  }
  const groups = await readGroups(parts, asked, group, call);
  const rows = [...groups.values()]
    .map(({ row, occurrences }) => ({
      ...rollRow({ ...row, subject: null }, occurrences, asked.days, asked),
      stored: null,
    }))
    .toSorted((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
  const start = cursor === null ? 0 : rows.findIndex(({ id }) => id === cursor.id) + 1;
  const shown = rows.slice(start, start + page.limit);
  const last = shown.at(-1);
  const isMore = start + page.limit < rows.length && last !== undefined;
  return { rows: shown, next: isMore ? toCursor(queryName, { name: last.name ?? '', id: last.id }) : null };
}

const positionOf = ({ name, nativeId, id }: StoredSubject) => ({ name: (name ?? nativeId).toLowerCase(), id });

function rollSubject(stored: StoredSubject, occurrences: readonly SubjectOccurrence[], asked: Asked): RolledRow {
  const subject: Subject = toSubject(stored, asked.tenants);
  return rollRow({ id: stored.id, name: subject.name, subject }, occurrences, asked.days, asked);
}

/** All subjects, some at a time: what is kept of each are its states. */
async function readGroups(
  parts: AnswerParts,
  asked: Asked,
  group: Exclude<CalendarGroup, 'subject'>,
  call: CallOptions,
) {
  const tags = new Map(asked.covered.sources.map(({ connection }) => [connection.name, connection.tags]));
  const groups = new Map<string, { readonly row: RowOfGroup; readonly occurrences: SubjectOccurrence[] }>();
  for await (const found of pagesOfSubjects(parts, asked, call)) {
    const occurrences = await readDays(parts, asked, found, call);
    for (const stored of found) {
      for (const row of groupsOf(toSubject(stored, asked.tenants), group, tags.get(stored.connection) ?? [])) {
        const known = groups.get(row.id) ?? { row, occurrences: [] };
        groups.set(row.id, known);
        known.occurrences.push(...(occurrences.get(stored.id) ?? []));
      }
    }
  }
  return groups;
}

async function* pagesOfSubjects(parts: AnswerParts, { covered }: Asked, call: CallOptions) {
  const store = parts.history.store.during(call.signal);
  const filter = { ...covered.filter, areExpected: true };
  for (let after: { readonly name: string; readonly id: string } | null = null; ; ) {
    const found: readonly StoredSubject[] = await store.subjects(filter, { after, limit: subjectsAtOnce }, call);
    yield found;
    const last = found.at(-1);
    if (last === undefined || found.length < subjectsAtOnce) return;
    after = positionOf(last);
  }
}

/** What is stored of subjects, and what is due of them in days to come. */
async function readDays(
  parts: AnswerParts,
  { days, nowMs, ahead }: Asked,
  subjects: readonly StoredSubject[],
  call: CallOptions,
): Promise<ReadonlyMap<string, readonly SubjectOccurrence[]>> {
  const fromMs = days[0]?.fromMs ?? nowMs;
  const untilMs = days.at(-1)?.untilMs ?? nowMs;
  const store = parts.history.store.during(call.signal);
  const ids = subjects.map(({ id }) => id);
  const stored = await store.subjectDays(ids, fromMs, untilMs, call);
  if (ahead === 0) return stored;
  const newest = await readNewestSchedules(parts, subjects);
  return new Map(
    ids.map((id) => {
      const known: readonly SubjectOccurrence[] = stored.get(id) ?? [];
      const lastMs = Math.max(nowMs, known.at(-1)?.dueMs ?? 0);
      const schedule = newest.get(id) ?? null;
      const dues = schedule === null ? [] : expandSchedule(schedule).duesBetween(lastMs + 1, untilMs);
      return [id, [...known, ...dues.map(({ dueMs }) => ({ dueMs, state: 'upcoming' as const, isRecovered: false }))]];
    }),
  );
}

async function readNewestSchedules({ history }: AnswerParts, subjects: readonly StoredSubject[]) {
  const byConnection = Map.groupBy(subjects, ({ connection }) => connection);
  const found = [...byConnection].map(([name, own]) =>
    history.store.scheduleVersions(
      name,
      own.map(({ id }) => id),
    ),
  );
  const versions = (await Promise.all(found)).flat();
  return new Map(versions.map(({ subject, schedule, isEnabled }) => [subject, isEnabled ? schedule : null]));
}

/** What became of expected runs, day by day. */
export async function readCalendar(
  parts: AnswerParts,
  query: CalendarQuery,
  page: InsightPageQuery,
  call: CallOptions,
): Promise<Calendar> {
  const asked = await readAsked(parts, query, 'calendar', call);
  const { rows, next } = await readRows(parts, asked, page, call);
  return {
    rule: asked.rule,
    group: asked.group,
    days: asked.days.map(({ date }) => date),
    timeZone: parts.settings.timeZone,
    letters: Object.fromEntries(Object.entries(dayLetters).map(([state, letter]) => [letter, state])),
    data: rows.map(({ stored: _, ...row }) => row),
    page: { next },
    complete: asked.covered.complete,
    sources: [...asked.covered.reports],
  };
}

/** The share of expected runs that were met. */
export async function readSla(
  parts: AnswerParts,
  query: Omit<CalendarQuery, 'rule' | 'ahead'>,
  page: InsightPageQuery,
  call: CallOptions,
): Promise<Sla> {
  const asked = await readAsked(parts, query, 'sla', call);
  const { rows, next } = await readRows(parts, asked, page, call);
  const fromMs = asked.days[0]?.fromMs ?? asked.nowMs;
  const store = parts.history.store.during(call.signal);
  const total = await store.countOccurrences(
    asked.covered.filter,
    fromMs,
    asked.days.at(-1)?.untilMs ?? asked.nowMs,
    call,
  );
  return {
    from: toInstant(fromMs),
    until: toInstant(asked.nowMs),
    total: countOccurrences(total),
    group: asked.group,
    data: rows.map(({ id, name, subject, counts, stored }) => {
      const memory = stored === null ? null : readMemory(stored.facts);
      const objective = memory?.objective ?? null;
      return {
        id,
        name,
        subject,
        counts,
        objectiveSeconds: objective === null ? null : objective.ms / 1000,
        objectiveFrom: objective?.from ?? null,
        dataAsOf: toInstantOrNull(memory?.dataAsOfMs ?? null),
      };
    }),
    page: { next },
    complete: asked.covered.complete,
    sources: [...asked.covered.reports],
  };
}
