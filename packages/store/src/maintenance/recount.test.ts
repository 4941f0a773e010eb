import { at, reading } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { findMiscounts, repairMiscounts } from './recount.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
  const target = { type: 'vm', id: null, name: 'Web-01' } as const;
  await session.put([reading('c', '1', { target, endedAt: at(5) }), reading('c', '2', { status: 'failed' })]);
});

const find = () => findMiscounts(session.db, session.engine);
const repair = () => repairMiscounts(session.db, session.engine);
const change = (text: string) => sql.raw(text).execute(session.db);

describe('a recount', () => {
  test('of what the store wrote finds nothing, and changes nothing', async () => {
    expect(await find()).toEqual([]);
    session.takeStatements();
    expect(await repair()).toEqual([]);
    expect(await find()).toEqual([]);
  });

  test.each([
    [
      'a tally that is too high',
      "update tallies set jobs = jobs + 1 where status = 'failed'",
      /says 2 failed, and 1 jobs/,
    ],
    ['a tally that is missing', "delete from tallies where status = 'failed'", /says 0 failed, and 1 jobs/],
    ['a wrong number of problems', "update tallies set problems = 7 where status = 'failed'", /their problems differ/],
    ['a source that is missing', 'delete from sources', /c has jobs and is not among the sources/],
    ['a success that is too old', 'update successes set ended_ms = 1', /last success of Web-01 \(c\) is older/],
    ['a success that is missing', 'delete from successes', /last success of Web-01 \(c\) is older/],
  ])('finds and repairs %s', async (_, text, sentence) => {
    await change(text);
    expect(await find()).toEqual([expect.stringMatching(sentence)]);
    expect(await repair()).toHaveLength(1);
    expect(await find()).toEqual([]);
  });

  test('writes a repaired success under the name as its vendor writes it', async () => {
    await change('delete from successes');
    await repair();
    const { rows } = await sql`select target, ended_ms from successes`.execute(session.db);
    expect(rows).toEqual([{ target: 'Web-01', ended_ms: Date.parse(at(5)) }]);
  });

  test('leaves a success that is newer than the jobs: its job was deleted for its age', async () => {
    await change(`update successes set ended_ms = ${Date.parse(at(900))}`);
    expect(await find()).toEqual([]);
  });
});
