import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asking, at, everything, reading } from '@crossvault/testkit/store';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from './open-sqlite-store.ts';

const page = { sort: '-startedAt', after: null, limit: 50 } as const;

async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-'));
  const path = join(folder, 'history.db');
  const store = await openSqliteStore({ path });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  await store.putJobs([reading('c', '1'), reading('c', '2'), reading('d', '3')]);
  const idsOf = async (criteria = everything) => {
    const joined = await store.joinPage?.(criteria, page);
    if (joined === null || joined === undefined) return joined;
    return JSON.parse(`[${joined.documents}]`).map(({ nativeId }: { readonly nativeId: string }) => nativeId);
  };
  return { store, path, idsOf };
}

test('a page whose filters are columns of one index is joined', async () => {
  const { idsOf } = await open();
  expect((await idsOf()).toSorted()).toEqual(['1', '2', '3']);
  expect((await idsOf(asking({ connection: ['c'] }))).toSorted()).toEqual(['1', '2']);
  expect(await idsOf(asking({ connection: ['none'] }))).toEqual([]);
});

test.each([
  ['since', asking({}, { since: at(0) })],
  ['words', asking({}, { words: ['web'] })],
  ['a target', asking({ target: ['web'] })],
])('a page by %s is not', async (_, criteria) => {
  const { idsOf } = await open();
  expect(await idsOf(criteria)).toBeNull();
});

test('what another call has stored is on the next page', async () => {
  const { store, idsOf } = await open();
  await idsOf();
  await store.putJobs([reading('e', '4')]);
  expect((await idsOf()).toSorted()).toEqual(['1', '2', '3', '4']);
});

test('a text of an earlier version is told', async () => {
  const { store, path } = await open();
  expect(await store.joinPage?.(everything, page)).toMatchObject({ isOfThisVersion: true });
  const file = new DatabaseSync(path);
  file.exec(`update jobs set text_version = text_version - 1 where native_id = '2'`);
  file.close();
  expect(await store.joinPage?.(everything, page)).toMatchObject({ isOfThisVersion: false });
});
