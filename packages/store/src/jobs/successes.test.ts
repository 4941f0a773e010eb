import { at, reading } from '@crossvault/testkit/store';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { noteReportedSuccesses } from './successes.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const target = { type: 'vm', id: null, name: 'VM' } as const;
const run = (nativeId: string, minute: number, fields: Parameters<typeof reading>[2] = {}) =>
  reading('c', nativeId, { target, startedAt: at(minute - 1), endedAt: at(minute), observedAt: at(minute), ...fields });
const readSuccesses = async () => {
  const rows = await session.db.selectFrom('successes').selectAll().orderBy('target').execute();
  return rows.map((row) => [row.target, new Date(row.ended_ms).toISOString()]);
};

describe('the last success of a target', () => {
  test('is the one that ended last, in whatever order they were stored', async () => {
    await session.put([run('1', 20)]);
    await session.put([run('2', 10)]);
    expect(await readSuccesses()).toEqual([['VM', at(20)]]);
  });

  test('is the one before when the last one turns out to have failed', async () => {
    await session.put([run('1', 10), run('2', 20)]);
    await session.put([run('2', 20, { status: 'failed', observedAt: at(30) })]);
    expect(await readSuccesses()).toEqual([['VM', at(10)]]);
  });

  test('is none when the only one turns out to have failed', async () => {
    await session.put([run('1', 10)]);
    await session.put([run('1', 10, { status: 'failed', observedAt: at(30) })]);
    expect(await readSuccesses()).toEqual([]);
  });

  test('counts neither restores nor failures', async () => {
    await session.put([run('1', 10, { kind: 'restore' }), run('2', 20, { status: 'failed' })]);
    expect(await readSuccesses()).toEqual([]);
  });

  test('of jobs without a target is kept under no name', async () => {
    await session.put([run('1', 10, { target: null })]);
    await session.put([run('2', 20, { target: null })]);
    expect(await readSuccesses()).toEqual([['', at(20)]]);
    await session.put([run('2', 20, { target: null, status: 'failed', observedAt: at(30) })]);
    expect(await readSuccesses()).toEqual([['', at(10)]]);
  });
});

describe('a success that a vendor reports', () => {
  const report = (lastSuccessAt: string | null, name: string | null = 'VM') =>
    noteReportedSuccesses(session.db, session.engine, [
      { thing: { connection: 'c', vendor: 'fake', name, lastSuccessAt }, observedAt: at(50) },
    ]);

  test('counts where it is later than the jobs, and is no step back', async () => {
    await session.put([run('1', 10)]);
    await report(at(40));
    await report(at(5));
    expect(await readSuccesses()).toEqual([['VM', at(40)]]);
  });

  test('is left out where it is later than its reading, absent or of nothing with a name', async () => {
    await report(at(51));
    await report(null);
    await report(at(40), null);
    expect(await readSuccesses()).toEqual([]);
  });
});
