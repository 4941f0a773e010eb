import { afterAll, expect, test, vi } from 'vitest';
import { type CheckedStore, openCheckedPostgres, openCheckedSqlite } from './open-stores.ts';
import { longDays, runWorld, shortDays } from './run-world.ts';

// Days go by here, at many looks an hour, over real databases.
vi.setConfig({ testTimeout: 280_000, hookTimeout: 60_000 });

const opened: CheckedStore[] = [];
afterAll(async () => {
  for (const each of opened) await each.close();
});

const databases = [
  ['SQLite', openCheckedSqlite, ['1', '2'], longDays],
  ['PostgreSQL', openCheckedPostgres, ['4'], shortDays],
] as const;

test.each(databases)(
  'two hosts whose clocks differ keep on %s what the vendor says, while processes are held and lists move',
  async (_, open, seeds, days) => {
    const checked = await open();
    opened.push(checked);
    for (const seed of seeds) expect([seed, await runWorld(checked.store, seed, days)]).toEqual([seed, []]);
  },
);
