import { startPostgres } from '@crossvault/harness';
import { describeQueue, describeStore } from '@crossvault/testkit/store';
import pg from 'pg';
import { afterAll } from 'vitest';
import { tableNames } from '../testing/table-names.ts';
import { openPostgresStore } from './open-postgres-store.ts';

const postgres = await startPostgres();
const store = await openPostgresStore({ url: postgres.url });

afterAll(async () => {
  await store.close();
  await postgres.stop();
});

async function emptied() {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`truncate ${tableNames.map((table) => `crossvault.${table}`).join(', ')}`);
  await client.query('drop schema if exists crossvault_queue cascade');
  await client.end();
  return store;
}

describeStore({ name: 'the store on PostgreSQL', open: emptied });
describeQueue({ name: 'the queue on PostgreSQL', open: async () => (await emptied()).openQueue() });
