import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeStore } from '@crossvault/testkit/store';
import { afterAll } from 'vitest';
import { realClock } from '../testing/real-clock.ts';
import { tableNames } from '../testing/table-names.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossvault-store-'));
const path = join(folder, 'history.db');
const store = await openSqliteStore({ path, clock: realClock });

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describeStore({
  name: 'the store on SQLite',
  open: async () => {
    const file = new DatabaseSync(path, { timeout: 10_000 });
    file.exec([...tableNames, 'job_words'].map((table) => `delete from ${table}`).join('; '));
    file.close();
    return store;
  },
});
