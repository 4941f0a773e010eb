import type { JobCriteria, JobStore } from '@crossvault/core/store';
import { toWords } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { asking, at, everything, idOf, reading, readPages } from './readings.ts';

/** Seven connections of two vendors, with so many jobs that no glance sees them all, many of them begun at once. */
const sample = Array.from({ length: 1400 }, (_, index) =>
  reading(`c${index % 7}`, `${index}`, {
    vendor: index % 7 < 5 ? 'fake' : 'other',
    startedAt: index % 50 === 0 ? null : at(Math.floor(index / 40)),
    status: index % 3 === 0 ? 'failed' : index % 5 === 0 ? 'warning' : 'succeeded',
    kind: index % 11 === 0 ? 'restore' : 'backup',
    target: { type: 'vm', id: null, name: index % 700 === 699 ? 'seldom' : `often ${index % 4}` },
  }),
);

/** Ids of the jobs that fit, in the order of the list, worked out by hand. */
function expected(isMeant: (index: number) => boolean, sort: 'startedAt' | '-startedAt'): readonly string[] {
  const sign = sort === 'startedAt' ? 1 : -1;
  const rank = (startedAt: string | null) =>
    startedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(startedAt) * sign;
  return sample
    .filter((_, index) => isMeant(index))
    .map((put) => ({ id: idOf(put), rank: rank(put.record.job.startedAt) }))
    .toSorted((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1))
    .map(({ id }) => id);
}

async function expectPages(store: JobStore, criteria: JobCriteria, isMeant: (index: number) => boolean): Promise<void> {
  for (const sort of ['-startedAt', 'startedAt'] as const) {
    expect(await readPages(store, criteria, sort, 37)).toEqual(expected(isMeant, sort));
  }
}

export function describeWalking(open: OpenStore): void {
  describe('a list that several indexes lead to', () => {
    test('has every job of several connections once, also where many began at once', async () => {
      const store = await open();
      await store.putJobs(sample);
      const connection = ['c0', 'c2', 'c3', 'c6', 'c6', 'unknown'];
      await expectPages(store, asking({ connection }), (index) => [0, 2, 3, 6].includes(index % 7));
      await expectPages(store, asking({ vendor: ['fake'] }), (index) => index % 7 < 5);
      await expectPages(store, everything, () => true);
    });

    test('of two filters has what both of them let through, whichever of them is followed', async () => {
      const store = await open();
      await store.putJobs(sample);
      const isFailed = (index: number) => index % 3 === 0;
      await expectPages(
        store,
        asking({ status: ['failed'], kind: ['restore'] }),
        (index) => isFailed(index) && index % 11 === 0,
      );
      await expectPages(
        store,
        asking({ status: ['failed'], connection: ['c1', 'c2', 'c4'] }),
        (index) => isFailed(index) && [1, 2, 4].includes(index % 7),
      );
    });

    test('leaves out what a connection has of the vendor that it once was of', async () => {
      const store = await open();
      await store.putJobs(sample);
      const old = reading('c1', 'old', { vendor: 'other', startedAt: at(3) });
      await store.putJobs([old]);
      const ids = await readPages(store, asking({ vendor: ['fake'] }), '-startedAt', 200);
      expect(ids).toEqual(expected((index) => index % 7 < 5, '-startedAt'));
      expect(await readPages(store, asking({ vendor: ['other'] }), '-startedAt', 200)).toContain(idOf(old));
    });

    test('finds a word that many jobs have, one that hardly any has, both together, and none', async () => {
      const store = await open();
      await store.putJobs(sample);
      const search = (q: string, query = {}) => asking(query, { words: toWords(q) });
      const isSeldom = (index: number) => index % 700 === 699;
      await expectPages(store, search('often'), (index) => !isSeldom(index));
      await expectPages(store, search('seldom'), isSeldom);
      await expectPages(store, search('seldom backup'), isSeldom);
      await expectPages(
        store,
        search('often 3', { connection: ['c0', 'c1', 'c5'] }),
        (index) => !isSeldom(index) && [0, 1, 5].includes(index % 7) && hasWord(index, '3'),
      );
      await expectPages(store, search('nowhere'), () => false);
    });
  });
}

/** Whether a word of the job begins so: of its native id, or of its target. */
const hasWord = (index: number, word: string): boolean => String(index).startsWith(word) || String(index % 4) === word;
