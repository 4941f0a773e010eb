import { positionOf } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import { createListReading, drain, type GivenPage, jobAt, type ReadingOptions } from '../../testing/list-reading.ts';
import { heldRecords } from './held-lists.ts';
import { createWholeStream } from './whole-list.ts';

const page = (...minutes: readonly (number | null)[]): GivenPage => ({ jobs: minutes.map((minute) => jobAt(minute)) });
const withoutOrder = { order: 'none' } as const;

function open(readings: readonly (readonly GivenPage[])[], options: ReadingOptions = {}) {
  const { reading, plan, requests } = createListReading(readings, { list: withoutOrder, ...options });
  return { stream: createWholeStream(reading, plan), reading, plan, requests };
}

describe('a list without order', () => {
  test('is read to its end and sorted, each job once', async () => {
    const { stream, requests } = open([[page(3, 9), page(null, 3, 5)]]);
    expect(await drain(stream)).toEqual(['m-null', 'm-9', 'm-5', 'm-3']);
    expect(requests).toHaveLength(2);
    expect(stream.notes.warnings).toEqual(new Set());
  });

  test('gives what lies behind the position and passes the filters', async () => {
    const { stream } = open([[page(3, 9, 5)]], { position: positionOf(jobAt(5).job) });
    expect(await drain(stream)).toEqual(['m-3']);
  });

  test('may be asked for oldest first', async () => {
    const { stream } = open([[page(3, 9, 5)]], { sort: 'startedAt' });
    expect(await drain(stream)).toEqual(['m-3', 'm-5', 'm-9']);
  });

  test('is held for the next page, and asked for again where that is wanted', async () => {
    const first = open([[page(3, 9)], [page(1)]]);
    await drain(first.stream);
    const again = createWholeStream({ ...first.reading, mayUseHeld: true }, first.plan);
    expect(await drain(again)).toEqual(['m-9', 'm-3']);
    expect(first.requests).toHaveLength(1);
    const fresh = createWholeStream({ ...first.reading, mayUseHeld: false }, first.plan);
    expect(await drain(fresh)).toEqual(['m-1']);
  });

  test('that was cut short is read once more: what is missing may belong before the rest', async () => {
    const cut = { ...page(3), warnings: ['list-ended-early'] as const };
    const { stream } = open([[cut], [page(3, 9)]]);
    expect(await drain(stream)).toEqual(['m-9', 'm-3']);
    const twice = open([[cut], [cut]]);
    expect(await drain(twice.stream)).toEqual(['m-3']);
    expect(twice.stream.notes.warnings).toEqual(new Set(['list-ended-early']));
    expect(twice.requests).toHaveLength(2);
  });

  test('of more jobs than are held gives the first ones of the page', async () => {
    const many = Array.from({ length: heldRecords + 500 }, (_, index) => jobAt(index % 60, `n-${index}`));
    const { stream, reading, plan } = open([[{ jobs: many }]], { limit: 3 });
    const ids = await drain(stream);
    expect(ids.length).toBeLessThan(100);
    expect(ids.slice(0, 4).map((id) => Number(id.slice(2)) % 60)).toEqual([59, 59, 59, 59]);
    expect(reading.held.get(JSON.stringify(['here', 'jobs', plan.query]))).toBeUndefined();
  });
});

describe('a list that was expected to be in order', () => {
  const ordered = { list: { order: 'newest-first' } } as const;

  test('and is not gives also the misplaced jobs from before the position: no page has listed them', async () => {
    const pages = [page(8, 7, 9)];
    const { stream } = open([pages, pages], { ...ordered, position: positionOf(jobAt(8).job) });
    expect(await drain(stream)).toEqual(['m-9', 'm-7']);
    expect(stream.notes).toMatchObject({ unordered: true, warnings: new Set(['order-broken']) });
  });

  test('is asked once more where only one answer was in disorder: then nothing was passed over', async () => {
    const { stream, requests } = open([[page(8, 7, 9)], [page(9, 8, 7)]], {
      ...ordered,
      position: positionOf(jobAt(8).job),
    });
    expect(await drain(stream)).toEqual(['m-7']);
    expect(requests).toHaveLength(2);
  });
});
