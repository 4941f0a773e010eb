import { absentAt, at, idOf, numberAt, reading } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { markGone, markMissed, remapJobs, unmarkGone } from './change-jobs.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const job = reading('c', '1', { status: 'unknown', observedAt: at(10) });
const readRow = async () => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select status, gone_ms, missed_no, mapper_version from jobs`.execute(session.db);
  return rows[0];
};
const remapped = (status: 'failed' | 'unknown', mapperVersion: number) => {
  const { record } = reading('c', '1', { status, observedAt: at(10) });
  return { id: idOf(job), list: record, full: null, mapperVersion };
};

describe('a job that is mapped again', () => {
  test('gets the new status, with its entry in the feed and its tally', async () => {
    await session.put([job]);
    expect(await remapJobs(session.db, session.engine, [remapped('failed', 2)])).toBe(1);
    expect(await readRow()).toMatchObject({ status: 'failed', mapper_version: 2 });
    const { rows } = await sql`select from_status, to_status from changes order by position desc limit 1`.execute(
      session.db,
    );
    expect(rows).toEqual([{ from_status: 'unknown', to_status: 'failed' }]);
    const tallies = await sql`select status, jobs from tallies where jobs <> 0`.execute(session.db);
    expect(tallies.rows).toEqual([{ status: 'failed', jobs: 1 }]);
  });

  test('to the same is only noted as mapped', async () => {
    await session.put([job]);
    await remapJobs(session.db, session.engine, [remapped('unknown', 3)]);
    expect(await readRow()).toMatchObject({ status: 'unknown', mapper_version: 3 });
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from changes`.execute(session.db);
    expect(rows).toEqual([{ rows: 1 }]);
  });

  test('and is not stored is passed over', async () => {
    expect(await remapJobs(session.db, session.engine, [remapped('failed', 2)])).toBe(0);
  });

  test('under a lost lease stays as it was', async () => {
    await session.put([job]);
    const lease = { name: 'sync:c', owner: 'me' };
    await expect(remapJobs(session.db, session.engine, [remapped('failed', 2)], lease)).rejects.toMatchObject({
      code: 'lease-lost',
    });
    expect(await readRow()).toMatchObject({ status: 'unknown', mapper_version: 1 });
  });
});

describe('a job that its vendor no longer has', () => {
  test('is gone, unless a later reading has begun', async () => {
    await session.put([job]);
    expect(await markGone(session.db, session.engine, [idOf(job)], { at: at(5), number: numberAt(at(5)) })).toBe(0);
    expect(await markGone(session.db, session.engine, [idOf(job)], absentAt(20))).toBe(1);
    expect(await markGone(session.db, session.engine, [idOf(job)], absentAt(30))).toBe(0);
    expect(await readRow()).toMatchObject({ gone_ms: Date.parse(at(20)) });
  });

  test('is there again when that is taken back', async () => {
    await session.put([job]);
    await markGone(session.db, session.engine, [idOf(job)], absentAt(20));
    expect(await unmarkGone(session.db, session.engine, [idOf(job), 'unknown'])).toBe(1);
    expect(await unmarkGone(session.db, session.engine, [idOf(job)])).toBe(0);
    expect(await readRow()).toMatchObject({ gone_ms: null });
  });

  test('is gone only when a second pass misses it as well', async () => {
    await session.put([job]);
    const miss = (minute: number) => {
      const { at: when, number } = absentAt(minute);
      return markMissed(session.db, session.engine, [idOf(job)], { at: when, number, pass: number });
    };
    expect(await miss(20)).toEqual({ missed: 1, gone: 0 });
    expect(await miss(20)).toEqual({ missed: 1, gone: 0 });
    expect(await miss(30)).toEqual({ missed: 0, gone: 1 });
    expect(await readRow()).toMatchObject({ gone_ms: Date.parse(at(30)), missed_no: null });
  });
});
