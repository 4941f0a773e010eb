import { at } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { appendAudit, listAudit } from './audit-rows.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const entry = (target: string, connection: string | null = 'c') => ({
  at: at(1),
  actor: 'key',
  action: 'job.cancel',
  connection,
  target,
  detail: { why: target },
});
const list = async (before: number | null, limit: number, connections: readonly string[] | null = null) =>
  (await listAudit(session.db, session.engine, { before, limit, connections })).map(
    ({ position, entry: { target } }) => [position, target],
  );

test('the newest entries come first, and a page continues before the last position of the one before', async () => {
  for (const target of ['1', '2', '3']) await appendAudit(session.db, entry(target));
  expect(await list(null, 2)).toEqual([
    [3, '3'],
    [2, '2'],
  ]);
  expect(await list(2, 2)).toEqual([[1, '1']]);
});

test('a caller with some connections sees neither the entries of others nor how many there are', async () => {
  for (const [target, connection] of [
    ['1', 'c'],
    ['2', 'd'],
    ['3', null],
    ['4', 'c'],
  ] as const) {
    await appendAudit(session.db, entry(target, connection));
  }
  expect(await list(null, 10, ['c'])).toEqual([
    [2, '4'],
    [1, '1'],
  ]);
  expect(await list(null, 10, [])).toEqual([]);
});

test('an entry without a detail has none', async () => {
  await appendAudit(session.db, { ...entry('1'), detail: undefined });
  const [found] = await listAudit(session.db, session.engine, { before: null, limit: 1, connections: null });
  expect(found?.entry.detail).toBeNull();
});
