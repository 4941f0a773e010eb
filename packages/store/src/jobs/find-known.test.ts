import { at, idOf, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { findKnown } from './find-known.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const find = (...ids: readonly string[]) => findKnown(session.db, session.engine, ids);

test('a job is found by its id and by an alias, under what was asked for', async () => {
  const job = reading('c', '1');
  await session.put([job]);
  await session.db
    .insertInto('aliases')
    .values({ alias: 'other', id: idOf(job) })
    .execute();
  const found = await find(idOf(job), 'other', 'unknown');
  expect([...found].map(([asked, { id }]) => [asked, id])).toEqual([
    [idOf(job), idOf(job)],
    ['other', idOf(job)],
  ]);
});

test('an id of its own goes before one that is an alias of another job', async () => {
  const [one, two] = [reading('c', '1'), reading('c', '2')];
  await session.put([one, two]);
  await session.db
    .insertInto('aliases')
    .values({ alias: idOf(one), id: idOf(two) })
    .execute();
  expect((await find(idOf(one))).get(idOf(one))?.id).toBe(idOf(one));
});

test('two jobs that turn out to be one are stored as one, and both ids lead to it', async () => {
  const [task, job] = [reading('c', 'task', { observedAt: at(1) }), reading('c', 'job', { observedAt: at(1) })];
  await session.put([task, job]);
  const { outcomes } = await session.put([
    { ...reading('c', 'task', { status: 'failed', observedAt: at(5) }), knownAs: idOf(job) },
  ]);
  expect(outcomes.map(({ id }) => id)).toEqual([idOf(job)]);
  const found = await find(idOf(task), idOf(job));
  expect(new Set([...found.values()].map(({ id }) => id))).toEqual(new Set([idOf(job)]));
  const feed = await session.db.selectFrom('changes').select(['id', 'to_status']).orderBy('position').execute();
  expect(feed.slice(2)).toContainEqual({ id: idOf(task), to_status: null });
});

test('nothing is asked of the database for no id', async () => {
  expect((await find()).size).toBe(0);
  expect(session.takeStatements()).toEqual([]);
});
