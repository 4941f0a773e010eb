import type { JobQuery } from '@crossvault/core';
import { asking, at, firstRows, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { listQuickly } from './quick-list.ts';
import { listJobs } from './select-jobs.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
  await session.put(Array.from({ length: 40 }, (_, index) => reading(`c${index}`, `${index}`)));
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
const listQuick = (query: JobQuery, request = {}, criteria = {}) =>
  listQuickly(session.db, session.engine, asking(query, criteria), { ...firstRows, limit: 51, ...request });
const isQuick = async (...asked: Parameters<typeof listQuick>) => (await listQuick(...asked)) !== null;

test.each<[JobQuery]>([
  [{}],
  [{ connection: ['c1'] }],
  [{ connection: many(32) }],
  [{ connection: many(40) }],
  [{ connection: ['none', 'neither'] }],
  [{ status: ['failed'], kind: ['backup'] }],
  [{ problem: true }],
])('a page of %j reads no more than its rows', async (query) => {
  expect(await isQuick(query)).toBe(true);
  expect(await listQuick(query)).toEqual(
    await listJobs(session.db, session.engine, asking(query), { ...firstRows, limit: 51 }),
  );
});

test.each<[JobQuery, object, object]>([
  [{ connection: many(33) }, {}, {}],
  [{ status: ['failed'], trigger: ['manual'] }, {}, {}],
  [{ target: ['web'] }, {}, {}],
  [{ plan: ['nightly'] }, {}, {}],
  [{ nativeId: ['1'] }, {}, {}],
  [{ problem: false }, {}, {}],
  [{}, { limit: 102 }, {}],
  [{}, { include: { tasks: true, raw: true } }, {}],
  [{}, {}, { words: ['web'] }],
  [{}, {}, { since: at(0) }],
])('a page of %j with %j and %j may read more', async (query, request, criteria) => {
  expect(await isQuick(query, request, criteria)).toBe(false);
});
