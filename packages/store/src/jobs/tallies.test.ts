import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { countJobs, noteTallies, type Tallied } from './tallies.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const job = (fields: Partial<Tallied> = {}): Tallied => ({
  connection: 'c',
  vendor: 'fake',
  status: 'failed',
  problem: 1,
  ...fields,
});
const note = (before: Tallied | null, after: Tallied | null) =>
  noteTallies(session.db, session.engine, [{ before, after }]);
const readTallies = () => session.db.selectFrom('tallies').selectAll().orderBy('status').execute();

test('a new job, a changed one and a deleted one move the counts of their statuses', async () => {
  await note(null, job());
  await note(null, job());
  await note(job(), job({ status: 'succeeded', problem: 0 }));
  await note(job(), null);
  expect(await readTallies()).toEqual([
    { connection: 'c', vendor: 'fake', status: 'failed', jobs: 0, problems: 0 },
    { connection: 'c', vendor: 'fake', status: 'succeeded', jobs: 1, problems: 0 },
  ]);
});

test('a change that leaves status and problem alone writes nothing', async () => {
  await note(null, job());
  session.takeStatements();
  await note(job(), job());
  expect(session.takeStatements()).toEqual([]);
});

test('a job that only gains or loses its problem is counted', async () => {
  await note(null, job({ problem: 0 }));
  await note(job({ problem: 0 }), job());
  expect(await readTallies()).toMatchObject([{ jobs: 1, problems: 1 }]);
});

test('connections whose names and vendors run together are counted apart', async () => {
  await note(null, job({ connection: 'a', vendor: 'bc' }));
  await note(null, job({ connection: 'ab', vendor: 'c' }));
  expect(await countJobs(session.db)).toEqual(
    new Map([
      ['a', 1],
      ['ab', 1],
    ]),
  );
});

test('a connection without jobs is not among the counts', async () => {
  await note(null, job());
  await note(job(), null);
  expect(await countJobs(session.db)).toEqual(new Map());
});
