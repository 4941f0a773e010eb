import { startPostgres } from '@crossvault/testkit';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { readContents, readExpected, readFixture } from '../conformance/store-contents.ts';
import { openPostgresStore } from './open-postgres-store.ts';

const postgres = await startPostgres();
afterAll(() => postgres.stop());

let databases = 0;

/** A database with what an earlier version stored. */
async function placeFixture(): Promise<string> {
  databases += 1;
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`create database earlier${databases}`);
  await admin.end();
  const url = postgres.url.replace(/postgres$/, `earlier${databases}`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFixture('part4-postgres.sql.gz').toString('utf8'));
  await client.end();
  return url;
}

describe('a database that an earlier version filled', () => {
  test('opens with the same jobs, keys, operations, audit entries, positions and states, and a second time', async () => {
    const url = await placeFixture();
    for (let opening = 0; opening < 2; opening += 1) {
      const store = await openPostgresStore({ url });
      const contents = await readContents(store);
      expect(contents).toEqual(readExpected('part4-postgres.json'));
      expect(await store.check()).toEqual([]);
      await store.close();
    }
  });
});
