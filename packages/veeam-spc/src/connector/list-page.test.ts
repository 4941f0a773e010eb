import { createTestContext, failureOf, silentLogger } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { ListRequest } from '../client/calls-v3.ts';
import { type RowList, readAllRowPages } from './list-page.ts';

const call = { signal: new AbortController().signal };
const rowsNamed = (count: number) => Array.from({ length: count }, (_, index) => ({ instanceUid: `job-${index}` }));
const page = (rows: readonly unknown[], pagingInfo?: object) => ({
  meta: pagingInfo === undefined ? null : { pagingInfo },
  data: rows,
  errors: null,
});
/** A console that pages as documented, with a maximum of its own. */
const paged =
  (all: readonly unknown[], most = 500) =>
  ({ limit, offset }: ListRequest) => {
    const rows = all.slice(offset, offset + Math.min(limit, most));
    return page(rows, { total: all.length, count: rows.length, offset });
  };

async function readFrom(answer: (request: ListRequest) => unknown) {
  const asked: ListRequest[] = [];
  const warnings: string[] = [];
  const logger = { ...silentLogger, warn: (_fields: object, message: string) => void warnings.push(message) };
  const list: RowList = {
    name: 'list of jobs',
    read: async (request) => {
      asked.push(request);
      return { body: answer(request), response: new Response() };
    },
    identify: (row) =>
      typeof row === 'object' && row !== null && 'instanceUid' in row ? String(row.instanceUid) : null,
  };
  const context = createTestContext({ connection: 'console', logger });
  const { rows, endedEarly } = await readAllRowPages(list, 'f', context, call);
  return { rows, endedEarly, offsets: asked.map(({ offset }) => offset), asked, warnings };
}

test.each([
  [0, [0]],
  [1, [0]],
  [500, [0]],
  [501, [0, 500]],
  [1500, [0, 500, 1000]],
])('%i rows are read in pages that start at %j', async (count, offsets) => {
  const all = rowsNamed(count);
  expect(await readFrom(paged(all))).toMatchObject({ rows: all, endedEarly: false, offsets, warnings: [] });
});

test('no page is larger than the console allows, and the filter goes along', async () => {
  const { asked } = await readFrom(paged(rowsNamed(3)));
  expect(asked).toEqual([{ limit: 500, offset: 0, filter: 'f' }]);
});

test('a console with a smaller maximum loses no row', async () => {
  const all = rowsNamed(75);
  expect(await readFrom(paged(all, 30))).toMatchObject({ rows: all, endedEarly: false, offsets: [0, 30, 60] });
});

test('a console that ignores the limit has returned all rows', async () => {
  const all = rowsNamed(620);
  expect(await readFrom(() => page(all, { total: 620, count: 620, offset: 0 }))).toMatchObject({
    rows: all,
    endedEarly: false,
    offsets: [0],
  });
});

test.each([
  ['echoes where it stands', { total: 900, count: 500, offset: 0 }],
  ['echoes it as skip', { total: 900, count: 500, skip: 0 }],
  ['does not say where it stands', { total: 900, count: 500 }],
  ['echoes what was asked for', null],
])('an offset that is ignored ends the list early, with each row once: the console %s', async (_case, paging) => {
  const first = rowsNamed(500);
  const { rows, endedEarly, offsets, warnings } = await readFrom(({ offset }) =>
    page(first, paging ?? { total: 900, count: 500, offset }),
  );
  expect({ rows, endedEarly, offsets }).toEqual({ rows: first, endedEarly: true, offsets: [0, 500, 500, 500] });
  expect(warnings).toHaveLength(1);
});

test('a page that repeats the previous one is requested again', async () => {
  const all = rowsNamed(900);
  let asked = 0;
  const stumbling = (request: ListRequest) => {
    asked += 1;
    return paged(all)(asked === 2 ? { ...request, offset: 0 } : request);
  };
  expect(await readFrom(stumbling)).toMatchObject({ rows: all, endedEarly: false, offsets: [0, 500, 500] });
});

test('a row that was pushed over from the page before makes no other be missed', async () => {
  const all = rowsNamed(1500);
  const { rows, endedEarly } = await readFrom(({ limit, offset }) =>
    page(all.slice(offset === 500 ? 499 : offset, offset + limit), { total: 1500, offset }),
  );
  expect({ rows: new Set(rows), endedEarly }).toEqual({ rows: new Set(all), endedEarly: false });
});

test('without any count the list ends with a short page, or with an empty one', async () => {
  const all = rowsNamed(700);
  const uncounted = ({ limit, offset }: ListRequest) => page(all.slice(offset, offset + limit));
  expect(await readFrom(uncounted)).toMatchObject({ rows: all, endedEarly: false, offsets: [0, 500] });
  const even = rowsNamed(1000);
  expect(await readFrom(({ limit, offset }) => page(even.slice(offset, offset + limit)))).toMatchObject({
    rows: even,
    endedEarly: false,
    offsets: [0, 500, 1000],
  });
});

test('a list that promises more than it gives has ended early', async () => {
  const all = rowsNamed(500);
  const { rows, endedEarly } = await readFrom(({ offset }) =>
    page(offset === 0 ? all : [], { total: 900, count: 500, offset }),
  );
  expect({ rows, endedEarly }).toEqual({ rows: all, endedEarly: true });
});

test.each([[[]], [{ rows: [] }], [{ data: {} }], [{ data: null }], ['text'], [null]])(
  'the answer %j is no list',
  async (body) => {
    expect(await failureOf(readFrom(() => body))).toMatchObject({ code: 'answer-unreadable', source: 'console' });
  },
);
