import { absentAt, at, idOf, reading } from '@crossvault/testkit/store';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { markGone } from './change-jobs.ts';
import { findByNativeId, getJob, listedJobs, openJobs, outdatedJobs, unreadJobs } from './read-jobs.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);
const ended = (nativeId: string, minute: number, status: 'failed' | 'warning' | 'succeeded') =>
  reading('c', nativeId, { status, startedAt: at(minute), observedAt: at(100) });

describe('jobs that are still to be read whole', () => {
  test('come by urgency and then newest first, failed ones before all others', async () => {
    const jobs = [
      ended('1', 9, 'succeeded'),
      ended('2', 5, 'warning'),
      ended('3', 1, 'failed'),
      ended('4', 3, 'failed'),
    ];
    await session.put(jobs);
    const [one, two, three, four] = jobs.map(idOf);
    expect(idsOf(await unreadJobs(session.db, session.engine, 'c', 10))).toEqual([four, three, two, one]);
    expect(idsOf(await unreadJobs(session.db, session.engine, 'c', 3))).toEqual([four, three, two]);
    expect(await unreadJobs(session.db, session.engine, 'd', 10)).toEqual([]);
  });

  test('are neither open, nor gone, nor read since they ended', async () => {
    const gone = ended('gone', 1, 'failed');
    await session.put([
      gone,
      reading('c', 'open', { status: 'running', observedAt: at(100) }),
      reading('c', 'read', { status: 'failed', depth: 'full', observedAt: at(100) }),
    ]);
    await markGone(session.db, session.engine, [idOf(gone)], absentAt(200));
    expect(await unreadJobs(session.db, session.engine, 'c', 10)).toEqual([]);
  });

  test('are found by the index of what is to be read', async () => {
    await unreadJobs(session.db, session.engine, 'c', 10);
    const [{ sql: text = '', parameters = [] } = {}] = session.takeStatements();
    const { CompiledQuery } = await import('kysely');
    const { rows } = await session.db.executeQuery(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]));
    expect(JSON.stringify(rows)).toContain('USING INDEX jobs_unfinished (ended=? AND connection=? AND status=?)');
  });
});

test('open jobs come oldest first, of one list or of all', async () => {
  const open = (nativeId: string, minute: number) =>
    reading('c', nativeId, { status: 'running', startedAt: at(minute), observedAt: at(100) });
  const [late, early] = [open('late', 9), open('early', 1)];
  await session.put([late, early, ended('3', 1, 'failed')]);
  expect(idsOf(await openJobs(session.db, session.engine, 'c', null))).toEqual([idOf(early), idOf(late)]);
  expect(await openJobs(session.db, session.engine, 'c', 'another list')).toEqual([]);
});

test("a vendor's id is found without regard to case, newest first, in the connections that are asked for", async () => {
  const [old, young] = [reading('c', 'Job-1', { startedAt: at(1) }), reading('d', 'JOB-1', { startedAt: at(9) })];
  await session.put([old, young]);
  const find = (connections: readonly string[] | null) =>
    findByNativeId(session.db, session.engine, connections, 'job-1');
  expect(idsOf(await find(null))).toEqual([idOf(young), idOf(old)]);
  expect(idsOf(await find(['c']))).toEqual([idOf(old)]);
});

test('jobs that older rules mapped come with those of the oldest rules first', async () => {
  const mapped = (nativeId: string, mapperVersion: number) => reading('c', nativeId, {}, { mapperVersion });
  const jobs = [mapped('1', 2), mapped('2', 1), mapped('3', 3)];
  await session.put(jobs);
  expect(idsOf(await outdatedJobs(session.db, session.engine, 'c', 3, 10))).toEqual([
    idOf(jobs[1] ?? mapped('', 0)),
    idOf(jobs[0] ?? mapped('', 0)),
  ]);
  expect(await outdatedJobs(session.db, session.engine, 'c', 3, 1)).toHaveLength(1);
});

test('the jobs of a list within a window are walked in pages, without those that are gone', async () => {
  const jobs = [1, 2, 3, 4].map((minute) => reading('c', `${minute}`, { startedAt: at(minute), observedAt: at(100) }));
  await session.put(jobs);
  await markGone(session.db, session.engine, [idOf(jobs[1] ?? reading('', ''))], absentAt(200));
  const request = { connection: 'c', list: 'jobs', startedAfter: at(1), startedBefore: at(4), after: null, limit: 1 };
  const first = await listedJobs(session.db, session.engine, request);
  expect(first).toEqual([{ startedAt: at(1), id: idOf(jobs[0] ?? reading('', '')) }]);
  const rest = await listedJobs(session.db, session.engine, { ...request, after: first[0] ?? null, limit: 9 });
  expect(rest.map(({ startedAt }) => startedAt)).toEqual([at(3)]);
});

test('a job that is not stored is none', async () => {
  expect(await getJob(session.db, session.engine, 'unknown')).toBeNull();
});
