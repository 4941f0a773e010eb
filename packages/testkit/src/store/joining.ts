import type { JobSort } from '@crossvault/core';
import {
  documentSeparator,
  type JobStore,
  type JoinedPage,
  type ListedRow,
  type Position,
} from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { asking, at, everything, firstRows, reading } from './readings.ts';

/** Pages as one text are the same pages as rows, where a store joins any. */
export function describeJoining(open: OpenStore): void {
  describe('joinPage', () => {
    test.each<[JobSort, number]>([
      ['-startedAt', 1],
      ['-startedAt', 3],
      ['-startedAt', 10],
      ['-startedAt', 50],
      ['startedAt', 3],
      ['startedAt', 50],
    ])('has the documents of the same rows in their order, %s, %i at a time', async (sort, limit) => {
      const store = await open();
      const started = [...Array(9).keys()].map((index) =>
        reading(index % 2 === 0 ? 'c' : 'd', `${index}`, { startedAt: at(index % 4) }),
      );
      await store.putJobs([...started, reading('c', 'never', { startedAt: null, endedAt: null })]);
      let after: Position | null = null;
      do {
        const rows = await store.listJobs(everything, { ...firstRows, sort, after, limit: limit + 1 });
        const page = await store.joinPage?.(everything, { sort, after, limit });
        const expected = joinRows(rows, limit);
        if (page !== undefined && page !== null) expect(page).toEqual(expected);
        after = expected.next;
      } while (after !== null);
    });

    test('of no job is empty', async () => {
      const page = await joinNone(await open());
      if (page !== undefined && page !== null)
        expect(page).toMatchObject({ documents: '', connections: [], next: null });
    });
  });
}

const joinNone = (store: JobStore) =>
  store.joinPage?.(asking({ connection: ['none'] }), { sort: 'startedAt', after: null, limit: 5 });

function joinRows(rows: readonly ListedRow[], limit: number): JoinedPage {
  const listed = rows.slice(0, limit);
  return {
    documents: listed.map(({ document }) => document).join(documentSeparator),
    connections: listed.map(({ connection }) => connection),
    isOfThisVersion: true,
    next: rows.length > limit ? (listed.at(-1)?.position ?? null) : null,
  };
}
