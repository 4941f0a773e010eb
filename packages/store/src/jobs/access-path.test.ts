import type { JobQuery } from '@crossvault/core';
import { asking, at, firstRows, idOf, reading } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { findAccessPath } from './access-path.ts';
import { listJobs } from './select-jobs.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const jobs = [
  reading('c', '1', { vendor: 'one', target: { type: 'vm', id: 'web', name: 'web' } }),
  reading('d', '2', { vendor: 'two', target: { type: 'vm', id: 'other', name: 'web' }, status: 'failed' }),
  reading('e', '3', { vendor: 'two', target: { type: 'vm', id: null, name: 'db' }, problem: true }),
];
const pathOf = (query: JobQuery) => findAccessPath(session.db, session.engine, { query });
const list = async (query: JobQuery, words: readonly string[] = []) =>
  (await listJobs(session.db, session.engine, asking(query, { words }), firstRows)).map(({ position }) => position.id);
const many = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index}`);

describe('the access path of a question', () => {
  test('without a filter is the order of all jobs', async () => {
    expect(await pathOf({})).toEqual({ branches: [], others: [], all: [] });
  });

  test.each<[string, JobQuery, number, number]>([
    ['one value', { status: ['failed'] }, 1, 0],
    ['each of several values', { status: ['failed', 'warning'] }, 2, 0],
    ['a value that is given twice', { status: ['failed', 'failed'] }, 1, 0],
    ['each pair of values of two filters', { kind: ['backup', 'copy'], status: ['failed', 'warning'] }, 4, 0],
    ['the id and the name of a target', { target: ['web'] }, 2, 0],
    ['one of two filters where no index has both', { status: ['failed'], trigger: ['manual'] }, 1, 1],
    ['a target before any other filter', { target: ['web'], status: ['failed'] }, 2, 1],
    ['jobs with a problem before a single filter', { problem: true, kind: ['backup'] }, 1, 1],
    ['two filters before jobs with a problem', { problem: true, kind: ['backup'], status: ['failed'] }, 1, 1],
    ['nothing for jobs without a problem', { problem: false }, 0, 1],
  ])('has a branch for %s', async (_, query, branches, others) => {
    const path = await pathOf(query);
    expect([path?.branches.length, path?.others.length]).toEqual([branches, others]);
  });

  test('follows no index for more values than are worth merging, and compares them instead', async () => {
    const path = await pathOf({ nativeId: many('n', 65) });
    expect([path?.branches.length, path?.others.length]).toEqual([0, 1]);
  });

  test('leads to no job where the connections or vendors have none', async () => {
    await session.put(jobs);
    expect(await pathOf({ vendor: ['three'] })).toBeNull();
    expect(await pathOf({ vendor: ['one'], connection: ['d'] })).toBeNull();
    expect(await pathOf({ connection: ['x', 'y'] })).toBeNull();
  });

  test('of all vendors is that of no vendor', async () => {
    await session.put(jobs);
    expect(await pathOf({ vendor: ['one', 'two'] })).toMatchObject({ branches: [], others: [] });
  });

  test('compares the vendor of a connection that once belonged to another one', async () => {
    await session.put(jobs);
    await sql`insert into sources values ('c', 'two')`.execute(session.db);
    const path = await pathOf({ vendor: ['one'] });
    expect([path?.branches.length, path?.others.length]).toEqual([1, 1]);
  });
});

describe('a page', () => {
  test('has a job once that is found by its id and by its name', async () => {
    await session.put(jobs);
    const [one, two] = jobs.map(idOf);
    expect((await list({ target: ['WEB'] })).toSorted()).toEqual([one, two].toSorted());
    expect((await list({ target: ['web', 'other'] })).toSorted()).toEqual([one, two].toSorted());
  });

  test('of more values than are merged has the same jobs', async () => {
    await session.put(jobs);
    const [one, two, three] = jobs.map(idOf);
    expect((await list({ target: [...many('t', 100), 'web', 'db'] })).length).toBe(3);
    expect(await list({ nativeId: [...many('n', 100), '3'] })).toEqual([three]);
    expect((await list({ connection: [...many('x', 100), 'c', 'd'] })).toSorted()).toEqual([one, two].toSorted());
  });

  test('of as many branches as are merged is in the order of the list', async () => {
    const batch = Array.from({ length: 64 }, (_, index) => reading(`c${index}`, `${index}`, { startedAt: at(index) }));
    await session.put([...batch, reading('left out', 'x')]);
    const connection = batch.map(({ record }) => record.job.connection);
    expect(await list({ connection })).toEqual(batch.map(idOf).toReversed());
    expect(await list({ connection }, ['63'])).toEqual([idOf(batch[63] ?? reading('none', ''))]);
  });
});
