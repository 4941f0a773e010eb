import type { CalendarGroup, OccurrenceCounts, Subject } from '@crossvault/core/insight';
import { dayLetters } from '@crossvault/core/insight';
import type { SubjectOccurrence } from '@crossvault/core/store';
import type { BusinessDay } from '../days/business-days.ts';
import { countOccurrences } from '../days/occurrence-counts.ts';
import { type RollUpRule, rollUpStates } from '../days/roll-up.ts';
import { stateAt } from './views.ts';

/** What became of the runs of a row, day by day. */
export interface RolledRow {
  readonly id: string;
  readonly name: string | null;
  readonly subject: Subject | null;
  readonly days: string;
  readonly mixed: string;
  readonly counts: OccurrenceCounts;
}

const noRun = '.';

/** Rolls up occurrences, in any order, into one letter for each day. */
export function rollRow(
  row: Pick<RolledRow, 'id' | 'name' | 'subject'>,
  occurrences: readonly SubjectOccurrence[],
  days: readonly BusinessDay[],
  { rule, nowMs }: { readonly rule: RollUpRule; readonly nowMs: number },
): RolledRow {
  const found = days.map((): SubjectOccurrence[] => []);
  const firstMs = days[0]?.fromMs ?? 0;
  for (const occurrence of occurrences) {
    // Days have 23 to 25 hours: the estimate is right or one off.
    let index = Math.floor((occurrence.dueMs - firstMs) / 86_400_000);
    if (index > 0 && occurrence.dueMs < (days[index]?.fromMs ?? Number.POSITIVE_INFINITY)) index -= 1;
    if (occurrence.dueMs >= (days[index]?.untilMs ?? Number.POSITIVE_INFINITY)) index += 1;
    found[index]?.push({ ...occurrence, state: stateAt(occurrence, nowMs) });
  }
  const letters = found.map((own) => {
    const states = own.toSorted((one, other) => one.dueMs - other.dueMs).map(({ state }) => state);
    return states.length === 0 ? noRun : dayLetters[rollUpStates(states, rule)];
  });
  return {
    ...row,
    days: letters.join(''),
    mixed: found.map((own) => (new Set(own.map(({ state }) => state)).size > 1 ? '*' : noRun)).join(''),
    counts: countOccurrences(found.flat()),
  };
}

/** A row that a subject belongs to, where rows are groups. */
export interface RowOfGroup {
  readonly id: string;
  readonly name: string | null;
}

/** The rows of a subject; one that has no customer or no tag belongs to the row without a name. */
export function groupsOf(
  { plan, tenant, connection }: Subject,
  group: Exclude<CalendarGroup, 'subject'>,
  tags: readonly string[],
): readonly RowOfGroup[] {
  switch (group) {
    case 'plan':
      return [plan ?? { id: '', name: null }];
    case 'tenant':
      return [{ id: tenant ?? '', name: tenant }];
    case 'connection':
      return [{ id: connection, name: connection }];
    case 'tag':
      return tags.length === 0 ? [{ id: '', name: null }] : tags.map((tag) => ({ id: tag, name: tag }));
  }
}
