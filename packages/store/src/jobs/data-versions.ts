import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** Sixteen digits: a store that was restored from a backup never has the version of another history again. */
const versionBytes = 8;

/** Gives the connections a new version, within the transaction that changes jobs of them. Their jobs are locked. */
export async function noteChanges(db: Database, engine: Engine, connections: Iterable<string>): Promise<void> {
  const version = randomBytes(versionBytes).toString('hex');
  const rows = [...new Set(connections)].map((connection) => ({ connection, version }));
  if (rows.length === 0) return;
  await sql`insert into data_versions (connection, version)
    select * from ${engine.given(['connection', 'version'], rows)} where true
    on conflict (connection) do update set version = excluded.version`.execute(db);
}

/** The version of every connection that has one: jobs of it were changed since versions are kept. */
export async function readDataVersions(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('data_versions').select(['connection', 'version']).execute();
  return new Map(rows.map(({ connection, version }) => [connection, version]));
}
