import { feedStart } from '@crossvault/core/store';
import { allChanges, at } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { appendToFeed, type FeedEntry, readChanges, readLastChange } from './feed.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const entry = (id: string, fields: Partial<FeedEntry> = {}): FeedEntry => ({
  at: at(1),
  id,
  connection: 'c',
  vendor: 'fake',
  from_status: null,
  to_status: 'failed',
  ...fields,
});
const append = (...entries: readonly FeedEntry[]) => appendToFeed(session.db, session.engine, entries);
const read = (request: { readonly after?: string } = {}) =>
  readChanges(session.db, session.engine, { ...allChanges, ...request });

describe('the feed', () => {
  test('of no changes is at its start', async () => {
    await append();
    expect(await readLastChange(session.db)).toBe(feedStart);
    expect(await read()).toEqual({ changes: [], next: feedStart, more: false });
  });

  test('is read in pages, each of which continues where the one before ended', async () => {
    await append(entry('1'), entry('2'));
    await append(entry('3'));
    const first = await readChanges(session.db, session.engine, { ...allChanges, limit: 2 });
    expect([first.changes.map(({ id }) => id), first.more]).toEqual([['1', '2'], true]);
    const second = await read({ after: first.next });
    expect([second.changes.map(({ id }) => id), second.more, second.next]).toEqual([
      ['3'],
      false,
      await readLastChange(session.db),
    ]);
  });

  test('of other connections moves the position of a reader who asks for one', async () => {
    await append(entry('1'), entry('2', { connection: 'd' }));
    const page = await readChanges(session.db, session.engine, { ...allChanges, connections: ['c'] });
    expect(page.changes.map(({ id }) => id)).toEqual(['1']);
    expect(page.next).toBe(await readLastChange(session.db));
  });

  test('marks the changes of one transaction alike, and those of two differently', async () => {
    await append(entry('1'), entry('2'));
    await append(entry('3'));
    const rows = await session.db.selectFrom('changes').select('mark').orderBy('position').execute();
    const [first, second, third] = rows.map(({ mark }) => mark);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('a position', () => {
  const expired = { code: 'cursor-expired', parameter: 'after' };

  test('of a change with another mark has expired, and the message says where to continue', async () => {
    await append(entry('1'));
    const last = await readLastChange(session.db);
    await expect(read({ after: '1-aaaaaaaaaaaa' })).rejects.toMatchObject({
      ...expired,
      message: expect.stringContaining(`continue from ${last}`),
    });
  });

  test('beyond the end of the feed has expired', async () => {
    await append(entry('1'));
    await expect(read({ after: '9-aaaaaaaaaaaa' })).rejects.toMatchObject(expired);
    await expect(read({ after: '9' })).rejects.toMatchObject(expired);
  });

  test('before changes that were deleted for their age has expired; the last deleted one has not', async () => {
    await append(entry('1'));
    await append(entry('2'));
    await append(entry('3'));
    const [first, second] = (await read()).changes.map(({ cursor }) => cursor);
    await session.db.deleteFrom('changes').where('position', '<=', 2).execute();
    await sql`update feed_bounds set deleted_to = 2, deleted_mark = ${second?.split('-')[1]}`.execute(session.db);
    await expect(read({ after: first ?? '' })).rejects.toMatchObject(expired);
    expect((await read({ after: second ?? '' })).changes.map(({ id }) => id)).toEqual(['3']);
  });

  test('without a mark is one of a version before marks, and no later one', async () => {
    await append(entry('1'), entry('2'));
    await sql`update changes set mark = null where position = 1`.execute(session.db);
    await sql`update feed_bounds set unmarked_to = 1`.execute(session.db);
    expect((await read({ after: '1' })).changes.map(({ id }) => id)).toEqual(['2']);
    await expect(read({ after: '2' })).rejects.toMatchObject(expired);
  });

  test('that is no text of a position is refused as a parameter', async () => {
    await expect(read({ after: 'yesterday' })).rejects.toMatchObject({ code: 'invalid-parameter' });
  });
});
