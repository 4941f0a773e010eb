import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createUnchangedReads } from './unchanged-reads.ts';

/** One connection that reads, and another one that writes. */
function open() {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-'));
  const writer = new DatabaseSync(join(folder, 'file.db'));
  writer.exec(`pragma journal_mode = wal; create table keys (name text); insert into keys values ('a'), ('b')`);
  const reader = new DatabaseSync(join(folder, 'file.db'));
  onTestFinished(() => {
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });
  const made: string[] = [];
  const select = reader.prepare('select count(*) as found from keys where name = ?');
  const count = createUnchangedReads(reader)(async (name) => {
    made.push(name);
    return select.get(name)?.['found'] ?? null;
  });
  return { writer, made, count };
}

test('a read is made once for each of its arguments while nothing is committed', async () => {
  const { made, count } = open();
  expect([await count('a'), await count('b'), await count('a'), await count('c'), await count('c')]).toEqual([
    1, 1, 1, 0, 0,
  ]);
  expect(made).toEqual(['a', 'b', 'c']);
});

test('what another connection commits is read by what comes next', async () => {
  const { writer, made, count } = open();
  await count('a');
  await count('b');
  writer.exec(`insert into keys values ('a')`);
  await setImmediate();
  expect([await count('a'), await count('b')]).toEqual([2, 1]);
  expect(made).toEqual(['a', 'b', 'a', 'b']);
});

test('what is not committed yet is not read', async () => {
  const { writer, count } = open();
  await count('a');
  writer.exec(`begin; insert into keys values ('a')`);
  await setImmediate();
  expect(await count('a')).toBe(1);
  writer.exec('commit');
  await setImmediate();
  expect(await count('a')).toBe(2);
});

test('what is asked for without waiting in between is answered for one moment', async () => {
  const { writer, made, count } = open();
  const first = await count('a');
  writer.exec(`insert into keys values ('a')`);
  expect([first, await count('a')]).toEqual([1, 1]);
  expect(made).toEqual(['a']);
});

test('a read that fails is made again', async () => {
  const { writer } = open();
  let failures = 1;
  const read = createUnchangedReads(writer)(async () => {
    failures -= 1;
    if (failures === 0) throw new Error('The disk failed.');
    return 'read';
  });
  await expect(read('')).rejects.toThrow('The disk failed.');
  expect(await read('')).toBe('read');
});
