import type { JobList, JobQuery, JobSort } from '@crossvault/core';
import type { CursorState } from '@crossvault/core/internal';
import { encodeCursor } from '@crossvault/core/internal';
import { describe, expect, test } from 'vitest';
import {
  type Criteria,
  everyList,
  nameList,
  orJustAfter,
  planList,
  resolveCriteria,
  wholeConnection,
} from './list-plan.ts';

const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const live = { nowMs, readsVendors: true };

function resolve(query: JobQuery, cursor: string | null = null, sort: JobSort = '-startedAt') {
  return resolveCriteria(query, { sort, cursor }, live);
}
const criteriaOf = (query: JobQuery, sort: JobSort = '-startedAt'): Criteria => resolve(query, null, sort).criteria;

describe('what is asked for', () => {
  test('has one name whatever the order of filters and of their values, and another with each other filter or sort', () => {
    const { fingerprint } = criteriaOf({ status: ['failed', 'warning'], vendor: ['a'] });
    expect(criteriaOf({ vendor: ['a'], status: ['warning', 'failed'] }).fingerprint).toBe(fingerprint);
    expect(criteriaOf({ vendor: ['a'], status: ['warning'] }).fingerprint).not.toBe(fingerprint);
    const window = { startedAfter: '2026-01-01T00:00:00Z' };
    expect(criteriaOf(window, 'startedAt').fingerprint).not.toBe(criteriaOf(window).fingerprint);
  });

  test('resolves what depends on now, once: the next page continues from the first', () => {
    const { criteria } = resolve({ since: '24h', q: 'Disk full' });
    expect(criteria).toMatchObject({ since: '2026-03-01T12:00:00.000Z', words: ['disk', 'full'] });
    const state = cursorOf({
      filter: criteria.fingerprint,
      since: criteria.since,
      startedAfter: '2026-01-01T00:00:00.000Z',
    });
    const later = resolveCriteria(
      { since: '24h', q: 'Disk full' },
      { sort: '-startedAt', cursor: encodeCursor(state) },
      { ...live, nowMs: nowMs + 3_600_000 },
    );
    expect(later.criteria).toMatchObject({ since: criteria.since, unorderedAfter: '2026-01-01T00:00:00.000Z' });
  });

  test('reads lists without order 30 days back, unless the query says how far', () => {
    expect(criteriaOf({}).unorderedAfter).toBe('2026-01-31T12:00:00.000Z');
    expect(criteriaOf({ startedAfter: '2025-01-01T00:00:00Z' }).unorderedAfter).toBe('2025-01-01T00:00:00.000Z');
    expect(criteriaOf({ startedAfter: 'all' })).toMatchObject({ startedAfter: null, unorderedAfter: null });
    expect(criteriaOf({ nativeId: ['1'] }).unorderedAfter).toBeNull();
  });

  test('cannot be oldest first without a bound where vendors are read, and can where a store is', () => {
    const page = { sort: 'startedAt', cursor: null } as const;
    expect(() => resolveCriteria({}, page, live)).toThrow(expect.objectContaining({ code: 'sort-needs-window' }));
    expect(resolveCriteria({}, page, { nowMs, readsVendors: false }).criteria.sort).toBe('startedAt');
  });

  test.each<[JobQuery, string, string]>([
    [{ startedAfter: 'monday' }, 'invalid-parameter', 'startedAfter'],
    [{ startedBefore: '2026-01-01' }, 'invalid-parameter', 'startedBefore'],
    [{ since: 'long ago' }, 'invalid-parameter', 'since'],
    [{ q: '-' }, 'invalid-parameter', 'q'],
  ])('%j is refused', (query, code, parameter) => {
    expect(() => resolve(query)).toThrow(expect.objectContaining({ code, parameter }));
  });

  test('is not that of a cursor with other filters', () => {
    const cursor = encodeCursor(cursorOf({ filter: criteriaOf({ status: ['failed'] }).fingerprint }));
    expect(resolve({ status: ['failed'] }, cursor).cursor).not.toBeNull();
    expect(() => resolve({}, cursor)).toThrow(
      expect.objectContaining({ code: 'cursor-mismatch', parameter: 'cursor' }),
    );
  });
});

const cursorOf = (state: Partial<CursorState>): CursorState => ({
  filter: '',
  startedAfter: null,
  since: null,
  position: null,
  lags: [],
  unordered: [],
  ...state,
});
const ordered: JobList = {
  key: 'jobs',
  order: 'newest-first',
  nativeFilters: ['startedAfter', 'startedBefore', 'status'],
};
const at = (hour: number, id = 'x') => ({ startedAt: `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`, id });

describe('the plan of a list', () => {
  test('asks the vendor for what its filters can do, and for no more', () => {
    const criteria = criteriaOf({
      status: ['failed'],
      startedAfter: '2026-03-01T00:00:00Z',
      startedBefore: '2026-03-02T00:00:00Z',
    });
    expect(planList('c', ordered, criteria, null).query).toEqual({
      startedAfter: '2026-03-01T00:00:00.000Z',
      startedBefore: '2026-03-02T00:00:00.000Z',
      status: ['failed'],
    });
    expect(planList('c', { ...ordered, nativeFilters: [] }, criteria, null).query).toEqual({
      startedAfter: null,
      startedBefore: null,
      status: null,
    });
  });

  test('resumes an ordered list just after the position, since a vendor counts finer than we do', () => {
    const plan = planList('c', ordered, criteriaOf({}), cursorOf({ position: at(10) }));
    expect(plan).toMatchObject({ whole: false, lagging: false, position: at(10) });
    expect(plan.query.startedBefore).toBe('2026-03-02T10:00:00.001Z');
    expect(orJustAfter('2026-03-02T10:00:00.999Z')).toBe('2026-03-02T10:00:01.000Z');
  });

  test('asks a week further back than since: work may have begun before', () => {
    expect(planList('c', ordered, criteriaOf({ since: '24h' }), null).query.startedAfter).toBe(
      '2026-02-22T12:00:00.000Z',
    );
  });

  test.each<[string, JobList, JobSort, Partial<CursorState>]>([
    ['has no order', { ...ordered, order: 'none' }, '-startedAt', {}],
    ['is asked for oldest first', ordered, 'startedAt', {}],
    ['broke its order on an earlier page', ordered, '-startedAt', { unordered: [nameList('c', 'jobs')] }],
    ['may have broken it: the cursor no longer says which', ordered, '-startedAt', { unordered: [everyList] }],
  ])('reads a list whole that %s', (_, list, sort, cursor) => {
    const criteria = criteriaOf({ startedAfter: '2026-01-01T00:00:00Z' }, sort);
    expect(planList('c', list, criteria, cursorOf(cursor))).toMatchObject({ whole: true });
  });

  test('bounds by 30 days only a list that never had an order', () => {
    const bounds = [{ ...ordered, order: 'none' as const }, ordered].map(
      (list) =>
        planList('c', list, criteriaOf({}), cursorOf({ unordered: [everyList], startedAfter: null })).startedAfter,
    );
    expect(bounds).toEqual(['2026-01-31T12:00:00.000Z', null]);
  });

  test('begins where the list itself stands, else its connection, else all lists, else the merged answer', () => {
    const criteria = criteriaOf({});
    const lagOf = (name: string, hour: number) => ({ lists: [name], position: at(hour) });
    const [own, connection, all] = [nameList('c', 'jobs'), nameList('c', wholeConnection.key), everyList];
    const from = (...lags: CursorState['lags']) =>
      planList('c', ordered, criteria, cursorOf({ position: at(1), lags }));
    expect(from(lagOf(all, 2), lagOf(connection, 3), lagOf(own, 4))).toMatchObject({ position: at(4), lagging: true });
    expect(from(lagOf(all, 2), lagOf(connection, 3))).toMatchObject({ position: at(3), lagging: true });
    expect(from(lagOf(all, 2))).toMatchObject({ position: at(2), lagging: true });
    expect(from(lagOf(nameList('other', 'jobs'), 9))).toMatchObject({ position: at(1), lagging: false });
  });

  test('gives each list of each connection a name of its own', () => {
    const names = ['a', 'b'].flatMap((connection) =>
      ['jobs', 'others', wholeConnection.key].map((key) => nameList(connection, key)),
    );
    expect(new Set(names).size).toBe(6);
  });
});
