import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@crossvault/harness';
import { openPostgresStore, openSqliteStore } from '@crossvault/store';
import { createTestClock } from '@crossvault/testkit';

/** Where the system has it: nothing here is about the disk. */
const inMemory = '/dev/shm';

type Stores = Awaited<ReturnType<typeof openSqliteStore>>;

export interface CheckedStore {
  readonly store: Stores;
  close(): Promise<void>;
}

export async function openCheckedSqlite(): Promise<CheckedStore> {
  const folder = await mkdtemp(join(existsSync(inMemory) ? inMemory : tmpdir(), 'crossvault-worlds-'));
  const store = await openSqliteStore({ path: join(folder, 'crossvault.db'), clock: createTestClock() });
  return {
    store,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function openCheckedPostgres(): Promise<CheckedStore> {
  const postgres = await startPostgres();
  const store = await openPostgresStore({ url: postgres.url });
  return {
    store,
    async close() {
      await store.close();
      await postgres.stop();
    },
  };
}
