import { isSuccessfulRun, type Job, type ProtectedItem } from '@crossvault/core';
import { sql } from 'kysely';
import type { Database, Engine } from '../database.ts';
import { fold, toMs } from './job-row.ts';
import { isCountedSuccess } from './success-filter.ts';

interface Success {
  readonly connection: string;
  readonly vendor: string;
  /** Name of the target as the vendor writes it; '' for a job without one. */
  readonly target: string;
  readonly ended_ms: number;
}

const isSuccess = (job: Job): boolean => isSuccessfulRun(job) && job.kind === 'backup' && job.endedAt !== null;

const isSuccessOfSame = (before: Job, after: Job): boolean =>
  isSuccess(after) && before.target?.name === after.target?.name;

/** Keeps the newest successful backup of every target, so that asking for it reads no history. */
export async function noteSuccesses(
  db: Database,
  engine: Engine,
  jobs: readonly { readonly before: Job | null; readonly after: Job }[],
): Promise<void> {
  const newest = new Map<string, Success>();
  for (const { after } of jobs) {
    if (!isSuccess(after) || after.endedAt === null) continue;
    const { connection, vendor } = after;
    const success = {
      connection,
      vendor,
      target: (after.target?.name ?? '').replaceAll('\0', '\ufffd'),
      ended_ms: toMs(after.endedAt),
    };
    const key = [connection, vendor, success.target].join('\n');
    if (success.ended_ms > (newest.get(key)?.ended_ms ?? 0)) newest.set(key, success);
  }
  for (const { before, after } of jobs) {
    if (before !== null && isSuccess(before) && !isSuccessOfSame(before, after)) await forget(db, engine, before);
  }
  await keepNewest(db, engine, [...newest.values()]);
}

/**
 * The last success that a vendor reports for an item counts besides its jobs, as it does where an item is read: its jobs
 * may be older than the stored history, or not linked to it. No success is later than its reading.
 */
export async function noteReportedSuccesses(
  db: Database,
  engine: Engine,
  things: readonly {
    readonly thing: Pick<ProtectedItem, 'connection' | 'vendor' | 'name' | 'lastSuccessAt'>;
    readonly observedAt: string;
  }[],
): Promise<void> {
  const newest = new Map<string, Success>();
  for (const { thing, observedAt } of things) {
    const { connection, vendor, name, lastSuccessAt } = thing;
    if (name === null || lastSuccessAt === null || lastSuccessAt > observedAt) continue;
    const success = { connection, vendor, target: name.replaceAll('\0', '\ufffd'), ended_ms: toMs(lastSuccessAt) };
    const key = [connection, vendor, success.target].join('\n');
    if (success.ended_ms > (newest.get(key)?.ended_ms ?? 0)) newest.set(key, success);
  }
  await keepNewest(db, engine, [...newest.values()]);
}

async function keepNewest(db: Database, engine: Engine, successes: readonly Success[]): Promise<void> {
  if (successes.length === 0) return;
  const columns = ['connection', 'vendor', 'target', 'ended_ms'];
  const rows = successes.map((success) => ({ ...success }));
  await sql`insert into successes (${sql.join(columns.map((column) => sql.ref(column)))})
    select * from ${engine.given(columns, rows)} where true
    on conflict (connection, vendor, target) do update set ended_ms = excluded.ended_ms
    where excluded.ended_ms > successes.ended_ms`.execute(db);
}

/** A success no longer counts as one: the success before it counts again. */
async function forget(db: Database, engine: Engine, { connection, vendor, target }: Job): Promise<void> {
  const name = target?.name?.replaceAll('\0', '\ufffd') ?? null;
  let query = db
    .selectFrom('jobs')
    .select(sql<number | null>`max(ended_ms)`.as('last'))
    .where('connection', '=', connection)
    .where('vendor', '=', vendor)
    .where(isCountedSuccess(engine))
    .where('kind', '=', 'backup');
  query = name === null ? query.where('target_name', 'is', null) : query.where('target_name', '=', fold(name));
  const row = await query.executeTakeFirst();
  const own = db
    .deleteFrom('successes')
    .where('connection', '=', connection)
    .where('vendor', '=', vendor)
    .where('target', '=', name ?? '');
  await own.execute();
  if (row === undefined || row.last === null) return;
  await db
    .insertInto('successes')
    .values({ connection, vendor, target: name ?? '', ended_ms: row.last })
    .execute();
}
