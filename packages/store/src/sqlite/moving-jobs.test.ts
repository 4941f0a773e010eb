import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { at, everything, firstRows, reading } from '../conformance/readings.ts';
import { realClock } from '../conformance/real-clock.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

test('an export beside a pruner tells every job that is there throughout, whenever the pruner deletes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
  const path = join(folder, 'history.db');
  const store = await openSqliteStore({ path, clock: realClock });
  await store.putJobs(Array.from({ length: 600 }, (_, index) => reading('c', `${index}`, { startedAt: at(index) })));
  const pruner = new DatabaseSync(path, { timeout: 10_000 });
  try {
    // So many turns of the event queue lie between the beginning and the deletion.
    for (let turns = 0; turns < 60; turns += 1) {
      const rows = store.exportJobs(everything, { ...firstRows, sort: 'startedAt' });
      const told: string[] = [];
      const whole = (async () => {
        for await (const { position } of rows) told.push(position.id);
      })();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      pruner.exec(`delete from documents where seq = ${turns + 1}; delete from jobs where seq = ${turns + 1}`);
      await whole;
      expect(told.length).toBeGreaterThanOrEqual(600 - turns - 1);
    }
  } finally {
    pruner.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
