import { at, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { summarize } from './select-summary.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

type Request = Parameters<typeof summarize>[2];
const always: Request = { since: null, startedBefore: null, connections: null };
const summary = (request: Partial<Request> = {}) => summarize(session.db, session.engine, { ...always, ...request });
const target = (name: string) => ({ type: 'vm', id: null, name }) as const;

test('counts each source by status, and those of all time without reading a job', async () => {
  await session.put([reading('c', '1'), reading('c', '2', { status: 'failed' }), reading('d', '3')]);
  session.takeStatements();
  const rows = await summary();
  expect(rows.map(({ connection, counts, problems }) => [connection, counts, problems])).toEqual([
    ['c', { succeeded: 1, failed: 1 }, 1],
    ['d', { succeeded: 1 }, 0],
  ]);
  expect(session.takeStatements().some(({ sql: text }) => /from "?jobs"?\b/.test(text))).toBe(false);
});

test('of a window counts what began in it, what reaches into it and what has no start, once each', async () => {
  await session.put([
    reading('c', 'within', { startedAt: at(50), endedAt: at(60) }),
    reading('c', 'reaching', { startedAt: at(1), endedAt: at(45) }),
    reading('c', 'running', { status: 'running', startedAt: at(1) }),
    reading('c', 'queued', { status: 'queued', startedAt: null }),
    reading('c', 'before', { startedAt: at(1), endedAt: at(2) }),
  ]);
  const [row] = await summary({ since: at(40) });
  expect(row?.counts).toEqual({ succeeded: 2, running: 1, queued: 1 });
});

test('of a window that nothing is in has the source without counts', async () => {
  await session.put([reading('c', '1', { startedAt: at(1), endedAt: at(2) })]);
  expect(await summary({ since: at(40) })).toMatchObject([{ connection: 'c', counts: {}, problems: 0 }]);
});

test('of some connections leaves out the others', async () => {
  await session.put([reading('c', '1'), reading('d', '2')]);
  expect((await summary({ connections: ['d', 'unknown'] })).map(({ connection }) => connection)).toEqual(['d']);
  expect(await summary({ connections: [] })).toEqual([]);
});

test('names the target whose last success is the oldest, and the first by name of two that are as old', async () => {
  await session.put([
    reading('c', '1', { target: target('b'), endedAt: at(5) }),
    reading('c', '2', { target: target('a'), endedAt: at(5) }),
    reading('c', '3', { target: target('z'), endedAt: at(9) }),
    reading('c', '4', { target: null, endedAt: at(1) }),
  ]);
  expect(await summary()).toMatchObject([{ lastSuccessAt: at(9), oldestSuccess: { target: 'a', at: at(5) } }]);
});

test('of a source without a success names none', async () => {
  await session.put([reading('c', '1', { status: 'failed' })]);
  expect(await summary()).toMatchObject([{ lastSuccessAt: null, oldestSuccess: null }]);
});
