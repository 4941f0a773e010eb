import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Window } from './align.ts';
import { parseSessionList, readStep, type Step } from './list-page.ts';
import { firstPosition, type Position } from './position.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const idsOf = ({ rows: given }: Step) => given.map((row) => (row as { id?: string }).id);

/** A reading at an appliance that answers each request in turn, and what it was asked. */
function setUp(...answers: (object | ((window: Window) => object))[]) {
  const asked: Window[] = [];
  const ask = async (window: Window) => {
    asked.push(window);
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    return typeof answer === 'function' ? answer(window) : answer;
  };
  return {
    asked,
    read: (position: Position | null, size = 2) => readStep(ask, position ?? firstPosition, size, 'veeam'),
  };
}

/** An appliance with these sessions. */
const serve =
  (...ids: string[]) =>
  ({ offset, limit }: Window) => ({
    offset,
    limit,
    totalCount: ids.length,
    results: rows(...ids.slice(offset, offset + limit)),
  });

test('a page begins with the last returned rows, and continues behind them', async () => {
  const { read, asked } = setUp(serve('d', 'c', 'b', 'a'));
  const first = await read(null);
  const second = await read(first.next);
  expect([idsOf(first), idsOf(second), second.next]).toEqual([['d', 'c'], ['b', 'a'], null]);
  expect(asked).toEqual([
    { offset: 0, limit: 2 },
    { offset: 0, limit: 4 },
  ]);
});

test.each([
  ['were added', ['f', 'e', 'd', 'c', 'b', 'a'], ['b', 'a']],
  ['were added, more than a page of them,', ['l', 'k', 'j', 'i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'], ['b', 'a']],
  ['that were returned are gone', ['c', 'b', 'a'], ['b', 'a']],
  ['at the seam are gone', ['d', 'b', 'a'], ['b', 'a']],
  ['that were not returned are deleted', ['d', 'c', 'a'], ['a']],
  ['changed their places', ['d', 'b', 'c', 'a'], ['b', 'a']],
])('when sessions %s between two pages, none is lost and none returned twice', async (_case, after, reported) => {
  const { read } = setUp(serve('d', 'c', 'b', 'a'), serve(...after));
  const { next } = await read(null);
  const step = await read(next);
  expect([idsOf(step), step.warnings]).toEqual([reported, []]);
});

test('when all returned rows are gone and no others have come, the list continues from its top', async () => {
  const { read } = setUp(serve('d', 'c', 'b', 'a'), serve('b', 'a'));
  const { next } = await read(null);
  expect(await read(next)).toEqual({ rows: [], next: null, warnings: ['list-ended-early'] });
});

test('rows without an id are returned once', async () => {
  const page = (results: object[]) => ({ totalCount: 5, results });
  const { read } = setUp(page([{ id: 'e' }, {}, {}]), page([{ id: 'e' }, {}, {}, {}, { id: 'a' }]));
  const { next } = await read(null, 3);
  expect((await read(next, 3)).rows).toEqual([{}, { id: 'a' }]);
});

test('without a total the list ends with a page that brings nothing', async () => {
  const { read } = setUp(({ offset }) => ({ totalCount: null, results: rows('b').slice(offset) }));
  const first = await read(null);
  expect(first.next).not.toBeNull();
  expect(await read(first.next)).toEqual({ rows: [], next: null, warnings: [] });
});

test('a total that only counts the page does not end the list while there is a link to the next one', async () => {
  const _links = { next: { href: 'https://veeam.example.net/api/v1/jobSessions?offset=2' } };
  const { read } = setUp({ totalCount: 2, results: rows('c', 'b'), _links });
  expect((await read(null)).next).not.toBeNull();
});

test('an empty page before the total is an end that came early', async () => {
  const { read } = setUp({ totalCount: 3, results: [] });
  expect(await read(null)).toEqual({ rows: [], next: null, warnings: ['list-ended-early'] });
});

test.each([
  ['says so', { offset: 0, totalCount: 9, results: rows('i', 'h') }],
  ['starts over without an error', { totalCount: 9, results: rows('i', 'h') }],
  ['starts over without any count', { results: rows('i', 'h') }],
])('a server that ignores the offset and %s ends the list early, without its rows', async (_case, body) => {
  const { read, asked } = setUp({ offset: 0, totalCount: 9, results: rows('i', 'h', 'g', 'f') }, body);
  const { next } = await read(null, 4);
  expect(await read(next, 4)).toEqual({ rows: [], next: null, warnings: ['list-ended-early'] });
  expect(asked.length).toBeLessThan(6);
});

test('a page that came twice by mistake is requested again', async () => {
  const server = serve('d', 'c', 'b', 'a');
  const { read } = setUp(server, () => server({ offset: 2, limit: 2 }), server);
  const { next } = await read(null);
  expect(idsOf(await read(next))).toEqual(['b', 'a']);
});

test('what is no list is unreadable', () => {
  for (const body of [null, [], {}, { results: 7 }]) {
    expect(() => parseSessionList(body, 'veeam')).toThrow(expect.objectContaining({ code: 'answer-unreadable' }));
  }
});

/** Reads a list to its end while it changes between the requests. */
async function readWhile(
  server: { ids: string[]; most: number; counts: boolean; echoes: boolean },
  size: number,
  change: (asked: number) => void,
) {
  const reported: (string | undefined)[] = [];
  const warnings: string[] = [];
  let asked = 0;
  const ask = async ({ offset, limit }: Window) => {
    if (asked > 0) change(asked);
    asked += 1;
    return {
      results: rows(...server.ids.slice(offset, offset + Math.min(limit, server.most))),
      ...(server.echoes ? { offset } : {}),
      ...(server.counts ? { totalCount: server.ids.length } : {}),
    };
  };
  for (let position: Position | null = firstPosition; position !== null; ) {
    const step: Step = await readStep(ask, position, size, 'veeam');
    reported.push(...idsOf(step));
    warnings.push(...step.warnings);
    position = step.next;
    if (asked > 1000) throw new Error('does not end');
  }
  return { reported, warnings };
}

const appliance = fc.record({
  count: fc.integer({ min: 0, max: 40 }),
  most: fc.integer({ min: 1, max: 60 }),
  counts: fc.boolean(),
  echoes: fc.boolean(),
  size: fc.integer({ min: 1, max: 15 }),
});
const idsUpTo = (count: number) => Array.from({ length: count }, (_, index) => `s${count - index}`);

test('a list that does not change is returned completely and once, regardless of the page size of the appliance', async () => {
  await fc.assert(
    fc.asyncProperty(appliance, async ({ count, size, ...server }) => {
      const ids = idsUpTo(count);
      expect(await readWhile({ ...server, ids }, size, () => {})).toEqual({ reported: ids, warnings: [] });
    }),
  );
});

/** What happens between two requests: sessions begin at the top, and some, wherever they are, go. */
const event = fc.record({ added: fc.integer({ min: 0, max: 6 }), gone: fc.array(fc.nat(), { maxLength: 3 }) });

test('no session that exists throughout is lost or returned twice while the list grows and shrinks', async () => {
  await fc.assert(
    fc.asyncProperty(appliance, fc.array(event, { maxLength: 12 }), async ({ count, size, ...server }, events) => {
      const state = { ...server, most: Math.max(server.most, 8), ids: idsUpTo(count) };
      const before = [...state.ids];
      let added = 0;
      const { reported, warnings } = await readWhile(state, size, (asked) => {
        const now = events[asked - 1];
        if (now === undefined) return;
        for (const place of now.gone) state.ids.splice(place % Math.max(1, state.ids.length), 1);
        for (let index = 0; index < now.added; index += 1) state.ids.unshift(`new${++added}`);
      });
      // Without totals a short page may be the last, or all that the appliance gives: some are then returned again.
      if (server.counts) expect(new Set(reported).size).toBe(reported.length);
      const stayed = before.filter((id) => state.ids.includes(id));
      if (warnings.length === 0) expect(reported).toEqual(expect.arrayContaining(stayed));
    }),
    { numRuns: 1000 },
  );
});
