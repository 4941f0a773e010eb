import type { JobLink } from '@crossvault/core';
import type { InventoryKind, ObservedThing } from '@crossvault/core/store';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { fold } from '../jobs/job-row.ts';
import type { ThingTable } from '../schema/action-rows.ts';

type NamedRow = Pick<ThingTable, 'id' | 'connection' | 'name' | 'tie_list'>;

/** A name that more plans or items share is not followed. */
const mostNamesakes = 200;

/** Names that jobs of this thing have and no other thing claims: by a name that two of them may mean, none is found. */
export async function linkedJobNames(
  db: Database,
  kind: InventoryKind,
  row: NamedRow,
  link: JobLink,
  nameColumn: 'plan_name' | 'target_name',
): Promise<readonly string[]> {
  const claims = await claimsOfOthers(db, kind, row);
  if (link.names === undefined) return claims.length === 0 && row.name !== null ? [row.name] : [];
  const reported = link.names.map(fold).filter((name) => !claims.some((claim) => isNamed(claim, name)));
  const found = await Promise.all(
    (link.beginnings ?? []).map((text) => nameThatBegins(db, row, fold(text), nameColumn)),
  );
  const guessed = found.filter((name) => name !== null && !claims.some((claim) => isMeant(claim, name)));
  return [...new Set([...reported, ...guessed.filter((name) => name !== null)])];
}

const isNamed = ({ names = [] }: JobLink, name: string): boolean => names.some((each) => fold(each) === name);

/** An item that knows only the beginning of a name yields to any other candidate. */
const isMeant = (link: JobLink, name: string): boolean =>
  isNamed(link, name) || (link.beginnings ?? []).some((each) => name.startsWith(fold(each)));

/** How the others that are called so, in the list where its jobs are, are named by jobs. */
async function claimsOfOthers(db: Database, kind: InventoryKind, row: NamedRow): Promise<readonly JobLink[]> {
  const others = await db
    .selectFrom('things')
    .select(['document', 'name'])
    .where('kind', '=', kind)
    .where('connection', '=', row.connection)
    .where('name', '=', row.name)
    .where('tie_list', '=', row.tie_list)
    .where('gone_ms', 'is', null)
    .where('id', '!=', row.id)
    .limit(mostNamesakes)
    .execute();
  return others.map(({ document, name }) => {
    const { tie: link }: ObservedThing<InventoryKind> = JSON.parse(document);
    return link.names === undefined ? { names: name === null ? [] : [name] } : link;
  });
}

/** The one name of a job of the list that begins so; null where there is none, or more than one. */
async function nameThatBegins(
  db: Database,
  { connection, tie_list: list }: NamedRow,
  beginning: string,
  nameColumn: 'plan_name' | 'target_name',
): Promise<string | null> {
  const last = beginning.length - 1;
  const end = beginning.slice(0, last) + String.fromCharCode(beginning.charCodeAt(last) + 1);
  const name = sql.ref(`jobs.${nameColumn}`);
  const { rows } = await sql<{ name: string }>`select distinct ${name} as name from jobs
    where ${name} >= ${beginning} and ${name} < ${end} and connection = ${connection}
    and (${list} = '' or list = ${list}) limit 2`.execute(db);
  const [only, other] = rows;
  return only !== undefined && other === undefined ? only.name : null;
}
