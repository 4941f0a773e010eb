import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { at, everything, firstRows, reading } from '@crossvault/testkit/store';
import { expect, test } from 'vitest';
import { realClock } from '../testing/real-clock.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

test('an export beside a pruner has every job that is there throughout, whenever the pruner deletes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
  const path = join(folder, 'history.db');
  const store = await openSqliteStore({ path, clock: realClock });
  await store.putJobs(Array.from({ length: 600 }, (_, index) => reading('c', `${index}`, { startedAt: at(index) })));
  const pruner = new DatabaseSync(path, { timeout: 10_000 });
  try {
    // So many turns of the event queue lie between the beginning and the deletion.
    for (let turns = 0; turns < 60; turns += 1) {
      const rows = store.exportJobs(everything, { ...firstRows, sort: 'startedAt' });
      const exported: string[] = [];
      const whole = (async () => {
        for await (const { position } of rows) exported.push(position.id);
      })();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      pruner.exec(`delete from documents where seq = ${turns + 1}; delete from jobs where seq = ${turns + 1}`);
      await whole;
      expect(exported.length).toBeGreaterThanOrEqual(600 - turns - 1);
    }
  } finally {
    pruner.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a recount finds what does not agree with the jobs, and repairs it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
  const path = join(folder, 'history.db');
  const store = await openSqliteStore({ path, clock: realClock });
  const file = new DatabaseSync(path, { timeout: 10_000 });
  try {
    const target = { type: 'vm', id: null, name: 'VM' } as const;
    await store.putJobs([reading('c', '1', { target, endedAt: at(9) }), reading('c', '2', { status: 'failed' })]);
    expect(await store.check()).toEqual([]);
    file.exec(`update tallies set jobs = jobs + 1 where status = 'failed'; delete from sources; delete from successes;
      insert into tallies values ('c', 'fake', 'running', -1, 0)`);
    expect(await store.check()).toHaveLength(4);
    expect(await store.repair()).toHaveLength(4);
    expect(await store.check()).toEqual([]);
    const [c] = await store.summary({ since: null, startedBefore: null, connections: null });
    expect(c).toMatchObject({ lastSuccessAt: at(9), oldestSuccess: { target: 'VM', at: at(9) } });
  } finally {
    file.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
