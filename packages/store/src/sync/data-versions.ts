import { randomBytes } from 'node:crypto';
import type { DataVersions } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';

/** Sixteen digits: a store that was restored from a backup never has the version of another history again. */
const versionBytes = 8;

/** Gives jobs or states of the connections a new version, within the transaction that changes them. */
export async function noteChanges(
  db: Database,
  engine: Engine,
  kind: keyof DataVersions,
  connections: Iterable<string>,
): Promise<void> {
  const version = randomBytes(versionBytes).toString('hex');
  // In one order in every transaction, so that no two of them wait for each other.
  const rows = [...new Set(connections)].toSorted().map((connection) => ({ connection, kind, version }));
  if (rows.length === 0) return;
  await sql`insert into data_versions (connection, kind, version)
    select * from ${engine.given(['connection', 'kind', 'version'], rows)} where true
    on conflict (connection, kind) do update set version = excluded.version`.execute(db);
}

export async function readDataVersions(db: Database): Promise<ReadonlyMap<string, DataVersions>> {
  const rows = await db.selectFrom('data_versions').select(['connection', 'kind', 'version']).execute();
  const versions = new Map<string, DataVersions>();
  for (const { connection, kind, version } of rows) {
    versions.set(connection, { ...(versions.get(connection) ?? none), [kind]: version });
  }
  return versions;
}

const none: DataVersions = { jobs: null, states: null };
