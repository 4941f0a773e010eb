import { CrossvaultError } from '@crossvault/core';
import { type CursorState, cursorLimitBytes, decodeCursor } from '@crossvault/core/internal';
import type { Position } from '@crossvault/core/store';
import { makeJob } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type Criteria, everyList, wholeConnection } from './list-plan.ts';
import { createListStream, type ListStream, type Merged, newNotes } from './list-stream.ts';
import { endPage } from './next-cursor.ts';

const criteria: Criteria = {
  query: {},
  sort: '-startedAt',
  fingerprint: 'f',
  startedAfter: null,
  startedBefore: null,
  since: null,
  unorderedAfter: null,
  words: [],
};
const at = (minute: number, id = `m-${minute}`): Position => ({
  startedAt: new Date(Date.UTC(2026, 2, 2, 12, minute)).toISOString(),
  id,
});
const recordAt = (minute: number) => ({ job: { ...makeJob('c', 'n'), ...at(minute) }, raw: {} });
const none = { opened: [], broken: [] };
const failure = new CrossvaultError({ code: 'source-error', message: 'It stumbled.' });

interface Given {
  readonly name: string;
  readonly position?: Position | null;
  readonly head?: number;
  readonly isFailed?: boolean;
  readonly isUnordered?: boolean;
}

async function streamOf({
  name,
  position = null,
  head,
  isFailed = false,
  isUnordered = false,
}: Given): Promise<ListStream> {
  const query = { startedAfter: null, startedBefore: null, status: null };
  const own = { position, startedAfter: null, lagging: false, whole: true, knownUnordered: false };
  const notes = newNotes(0);
  notes.unordered = isUnordered;
  const stream = createListStream({ name, list: wholeConnection, query, ...own }, notes, {
    position,
    async next() {
      if (isFailed) throw failure;
      return head === undefined ? null : [recordAt(head)];
    },
  });
  await stream.fill();
  return stream;
}
const mergedOf = (stream: ListStream, ...minutes: readonly number[]): Merged => ({
  listed: minutes.map((minute) => ({ record: recordAt(minute), stream })),
  putBack: [],
});

function read(next: string | null): CursorState {
  if (next === null) throw new Error('There is no next page.');
  return decodeCursor(next);
}

test('there is no next page when every list has ended', async () => {
  const stream = await streamOf({ name: 'a' });
  expect(endPage(criteria, null, [stream], mergedOf(stream, 5, 4), none)).toEqual({ next: null, lagging: new Set() });
});

test('the next page begins behind the last job, with the same filters', async () => {
  const stream = await streamOf({ name: 'a', head: 3 });
  const { next } = endPage(
    { ...criteria, since: '2026-03-01T00:00:00.000Z' },
    null,
    [stream],
    mergedOf(stream, 5, 4),
    none,
  );
  expect(read(next)).toEqual({
    filter: 'f',
    startedAfter: null,
    since: '2026-03-01T00:00:00.000Z',
    position: at(4),
    lags: [],
    unordered: [],
  });
});

test('a page without a job stays where it was', async () => {
  const before = { filter: 'f', startedAfter: null, since: null, position: at(9), lags: [], unordered: [] };
  const failed = await streamOf({ name: 'a', position: at(9), isFailed: true });
  const { next } = endPage(criteria, before, [failed], { listed: [], putBack: [] }, none);
  expect(read(next)).toMatchObject({ position: at(9), lags: [{ lists: ['a'], position: at(9) }] });
});

describe('a list that failed', () => {
  test('begins again where it broke off, and the others go on', async () => {
    const [good, bad] = [
      await streamOf({ name: 'good', head: 1 }),
      await streamOf({ name: 'bad', position: at(8), isFailed: true }),
    ];
    const end = endPage(criteria, null, [good, bad], mergedOf(good, 5, 4), none);
    expect(end.lagging).toEqual(new Set(['bad']));
    expect(read(end.next)).toMatchObject({ position: at(4), lags: [{ lists: ['bad'], position: at(8) }] });
  });

  test('begins behind the last of its jobs that was listed, where some were put back', async () => {
    const bad = await streamOf({ name: 'bad', position: at(2), isFailed: true });
    const other = await streamOf({ name: 'other' });
    const putBack = [other, bad].map((stream) => ({ record: recordAt(3), stream }));
    const merged = { ...mergedOf(bad, 7), putBack };
    expect(read(endPage(criteria, null, [bad], merged, none).next).lags).toEqual([{ lists: ['bad'], position: at(7) }]);
  });
});

test('a list with a job from before the merged position is behind', async () => {
  const [late, other] = [
    await streamOf({ name: 'late', head: 6, position: at(9) }),
    await streamOf({ name: 'other', head: 1 }),
  ];
  const { next } = endPage(criteria, null, [late, other], mergedOf(other, 5), none);
  expect(read(next).lags).toEqual([{ lists: ['late'], position: at(9) }]);
});

test('lists at one position are named together', async () => {
  const failed = await Promise.all(['a', 'b'].map((name) => streamOf({ name, position: at(3), isFailed: true })));
  const { next } = endPage(criteria, null, failed, { listed: [], putBack: [] }, none);
  expect(read(next).lags).toEqual([{ lists: ['a', 'b'], position: at(3) }]);
});

test('a list that broke its order is remembered for the pages that follow', async () => {
  const stream = await streamOf({ name: 'a', head: 1, isUnordered: true });
  expect(read(endPage(criteria, null, [stream], mergedOf(stream, 4), none).next).unordered).toEqual(['a']);
});

describe('a connection whose lists cannot be named', () => {
  const before: CursorState = {
    filter: 'f',
    startedAfter: null,
    since: null,
    position: at(5),
    lags: [{ lists: ['hidden', 'shown'], position: at(8) }],
    unordered: ['hidden-too'],
  };
  const broken = [{ name: 'connection', position: at(5) }];

  test('keeps what the cursor knows of them', async () => {
    const shown = await streamOf({ name: 'shown' });
    const { next } = endPage(criteria, before, [shown], { listed: [], putBack: [] }, { opened: [], broken });
    expect(read(next)).toMatchObject({ unordered: ['hidden-too'] });
    expect(read(next).lags).toContainEqual({ lists: ['hidden'], position: at(8) });
    expect(read(next).lags).toContainEqual({ lists: ['connection'], position: at(5) });
  });

  test('costs no list of another connection its end', async () => {
    const shown = await streamOf({ name: 'shown' });
    const { next } = endPage(criteria, before, [shown], { listed: [], putBack: [] }, none);
    expect(next).toBeNull();
  });
});

test('with very many lists behind the cursor still fits: all begin at the earliest position, and no job is lost', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `list-${index}`);
  const streams = await Promise.all(
    names.map((name, index) =>
      streamOf({ name, position: at(index % 60, name), isFailed: true, isUnordered: index === 7 }),
    ),
  );
  const { next, lagging } = endPage(criteria, null, streams, { listed: [], putBack: [] }, none);
  expect(next?.length).toBeLessThanOrEqual(cursorLimitBytes);
  expect(lagging.size).toBe(200);
  expect(read(next)).toMatchObject({ lags: [{ lists: [everyList], position: null }], unordered: [everyList] });
});
