import { absentAt, at, idOf, reading } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { markGone } from './change-jobs.ts';
import { deleteOlderThan } from './remove-jobs.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const old = { connection: null, before: at(100), onlyGone: false, limit: 10 };
const remove = (request = old) =>
  deleteOlderThan(session.db, session.engine, request, { nowMs: Date.parse(at(500)), lease: undefined });
const ended = (nativeId: string, minute: number, connection = 'c') =>
  reading(connection, nativeId, { startedAt: at(minute - 1), endedAt: at(minute), observedAt: at(minute) });

async function keptIds(): Promise<readonly string[]> {
  const { rows } = await sql<{ native_id: string }>`select native_id from jobs order by seq`.execute(session.db);
  return rows.map((row) => row.native_id);
}

describe('a deletion', () => {
  test('takes the oldest jobs first, up to its limit', async () => {
    await session.put([ended('young', 99), ended('oldest', 1), ended('old', 50), ended('kept', 101)]);
    expect(await remove({ ...old, limit: 2 })).toBe(2);
    expect(await keptIds()).toEqual(['young', 'kept']);
    expect(await remove()).toBe(1);
    expect(await remove()).toBe(0);
  });

  test('leaves a job that is still open, however old, unless the vendor has forgotten it', async () => {
    const open = reading('c', 'open', { status: 'running', startedAt: at(1), observedAt: at(2) });
    const lost = reading('c', 'lost', { status: 'running', startedAt: at(1), observedAt: at(2) });
    await session.put([open, lost]);
    await markGone(session.db, session.engine, [idOf(lost)], absentAt(60));
    expect(await remove()).toBe(1);
    expect(await keptIds()).toEqual(['open']);
  });

  test('of what is gone alone leaves the others', async () => {
    await session.put([ended('there', 1), ended('gone', 2)]);
    await markGone(session.db, session.engine, [idOf(ended('gone', 2))], absentAt(60));
    expect(await remove({ ...old, onlyGone: true })).toBe(1);
    expect(await keptIds()).toEqual(['there']);
  });

  test('of one connection leaves the jobs of others', async () => {
    await session.put([ended('1', 1), ended('2', 2, 'd')]);
    expect(
      await deleteOlderThan(session.db, session.engine, { ...old, connection: 'd' }, { nowMs: 0, lease: undefined }),
    ).toBe(1);
    expect(await keptIds()).toEqual(['1']);
  });

  test('leaves nothing of a job but its entries in the feed', async () => {
    await session.put([reading('c', '1', { endedAt: at(5), target: { type: 'vm', id: null, name: 'alpha' } })]);
    await remove();
    for (const table of ['documents', 'aliases', 'job_words']) {
      const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.ref(table)}`.execute(session.db);
      expect(rows).toEqual([{ rows: 0 }]);
    }
    const { rows: tallies } = await sql`select jobs from tallies`.execute(session.db);
    expect(tallies).toEqual([{ jobs: 0 }]);
    const { rows: changes } = await sql`select at, to_status from changes order by position`.execute(session.db);
    expect(changes).toEqual([expect.anything(), { at: at(500), to_status: null }]);
    expect(await session.engine.findByLexemes(session.db, ['alpha'], 10)).toEqual([]);
  });

  test('that fails halfway deletes nothing', async () => {
    await session.put([ended('1', 1), ended('2', 2)]);
    await sql`create trigger full before insert on changes begin select raise(abort, 'no room'); end`.execute(
      session.db,
    );
    await expect(remove()).rejects.toThrow('no room');
    expect(await keptIds()).toEqual(['1', '2']);
    expect(await session.engine.findByLexemes(session.db, ['1'], 10)).toHaveLength(1);
  });

  test('under a lost lease deletes nothing', async () => {
    await session.put([ended('1', 1)]);
    const lease = { name: 'prune', owner: 'me' };
    await expect(deleteOlderThan(session.db, session.engine, old, { nowMs: 0, lease })).rejects.toMatchObject({
      code: 'lease-lost',
    });
    expect(await keptIds()).toEqual(['1']);
  });
});
