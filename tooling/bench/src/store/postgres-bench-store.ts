import { chmodSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { loadPostgres } from '@crossvault/harness/load-postgres';
import pg from 'pg';
import {
  type BareRow,
  type BareTables,
  type BareWriter,
  type BenchStore,
  documentColumns,
  jobColumns,
} from './bench-store.ts';
import { openAddress } from './open-address.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Databases of which each can be dropped by itself. */
export interface PostgresBenchStore extends BenchStore {
  drop(name: string): Promise<void>;
}

const usualSettings: Readonly<Record<string, string>> = { shared_buffers: '512MB', max_wal_size: '4GB' };

/**
 * A PostgreSQL of its own, which writes through to the disk as a real one does; every store is a database.
 *
 * @param settings of the server, beside the usual ones
 */
export async function createPostgresBenchStore(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresBenchStore> {
  mkdirSync(folder, { recursive: true });
  // It runs as a user of its own where this runs as root.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const EmbeddedPostgres = await loadPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'made-up',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    // The machine's locale must not decide it.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries({ listen_addresses: '127.0.0.1', ...usualSettings, ...settings }).flatMap(
      ([name, value]) => ['-c', `${name}=${value}`],
    ),
  });
  await server.initialise();
  await server.start();
  const address = (name: string) => `postgres://postgres:made-up@127.0.0.1:${port}/${name}`;
  const made = new Set<string>();

  async function make(name: string): Promise<void> {
    if (made.has(name)) return;
    made.add(name);
    await server.createDatabase(name);
  }

  return {
    engine: 'postgres',
    address,
    async open(name) {
      await make(name);
      return openAddress(address(name));
    },
    async readRows(name, count) {
      const client = await connect(address(name));
      const { rows } = await client.query<BareRow>(
        'select * from crossvault.jobs join crossvault.documents using (seq) order by seq desc limit $1',
        [count],
      );
      await client.end();
      return rows;
    },
    async openBare(name, tables) {
      await make(name);
      await (await openAddress(address(name))).close();
      return createWriter(await connect(address(name)), tables);
    },
    async drop(name) {
      await server.dropDatabase(name);
      made.delete(name);
    },
    close: () => server.stop(),
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=crossvault' });
  await client.connect();
  return client;
}

async function createWriter(client: pg.Client, tables: BareTables): Promise<BareWriter> {
  if (tables === 'plain') await dropIndexes(client);
  const types = await readTypes(client);
  const columns = [...jobColumns, ...documentColumns];
  const words = tables === 'same' ? `, array_to_tsvector(string_to_array(trim(given.words), ' '))` : ", ''::tsvector";
  const update = [...jobColumns, 'lexemes'].map((column) => `${column} = excluded.${column}`).join(', ');
  const text = `with given as materialized (
      select * from unnest(${columns.map((column, index) => `$${index + 1}::${types.get(column)}[]`).join(', ')}) as given(${columns.join(', ')})
    ), stored as (
      insert into jobs (${jobColumns.join(', ')}, lexemes)
      select ${jobColumns.map((column) => `given.${column}`).join(', ')}${words} from given
      on conflict (id) do update set ${update} returning seq, id
    )
    insert into documents (seq, ${documentColumns.join(', ')})
    select stored.seq, ${documentColumns.map((column) => `given.${column}`).join(', ')} from stored join given using (id)
    on conflict (seq) do update set document = excluded.document, tasks = excluded.tasks, packed = excluded.packed`;
  return {
    async upsert(rows) {
      const values = columns.map((column) => rows.map((row) => row[column] ?? null));
      await client.query({ name: 'upsert', text, values });
    },
    close: () => client.end(),
  };
}

async function readTypes(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ column_name: string; data_type: string }>(
    "select column_name, data_type from information_schema.columns where table_schema = 'crossvault' and table_name in ('jobs', 'documents')",
  );
  return new Map(rows.map((row) => [row.column_name, row.data_type]));
}

async function dropIndexes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ indexname: string }>(
    `select indexname from pg_indexes where schemaname = 'crossvault' and indexname like 'jobs\\_%'
      and indexdef not like '%UNIQUE%'`,
  );
  for (const { indexname } of rows) await client.query(`drop index crossvault.${indexname}`);
}
