import { startPostgres } from '@crossvault/harness';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { describeStore } from '../conformance/describe-store.ts';
import { describeQueue } from '../conformance/queue.ts';
import { tableNames } from '../conformance/table-names.ts';
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

describeStore('the store on PostgreSQL', emptied);
describe('the queue on PostgreSQL', () => describeQueue(emptied));
