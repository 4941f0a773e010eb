import type { JobCriteria } from '@crossvault/core/store';
import { toWords } from '@crossvault/core/store';
import { asking, at, everything, firstRows, reading } from '@crossvault/testkit/store';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { startDatabases } from '../testing/postgres-databases.ts';
import { openPostgresSession, openTestSession, type SentStatement } from '../testing/test-session.ts';
import { listJobs } from './select-jobs.ts';

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What is asked of the list, and the index that leads to its jobs. */
const questions: readonly (readonly [index: string, name: string, criteria: JobCriteria])[] = [
  ['jobs_started', 'no filter', everything],
  ['jobs_connection', 'a connection', asking({ connection: ['c1'] })],
  ['jobs_connection', 'several connections', asking({ connection: ['c1', 'c3'] })],
  ['jobs_connection', 'a vendor', asking({ vendor: ['fake'] })],
  ['jobs_status', 'a status', asking({ status: ['failed'] })],
  ['jobs_status', 'two statuses', asking({ status: ['failed', 'warning'] })],
  ['jobs_kind', 'a kind', asking({ kind: ['restore'] })],
  ['jobs_trigger', 'a trigger', asking({ trigger: ['manual'] })],
  ['jobs_problem', 'jobs with a problem', asking({ problem: true })],
  ['jobs_problem', 'jobs of a connection with a problem', asking({ connection: ['c1'], problem: true })],
  ['jobs_target_name', 'a target', asking({ target: ['vm 7'] })],
  ['jobs_target_name', 'a target and a status', asking({ target: ['vm 7'], status: ['failed'] })],
  ['jobs_plan_name', 'a plan', asking({ plan: ['plan 7'] })],
  ['jobs_plan_name', 'a plan and a status', asking({ plan: ['plan 7'], status: ['failed'] })],
  [
    'jobs_plan_name',
    'a plan, and a target with more jobs',
    asking({ plan: ['plan 7'], target: ['vm 4', 'vm 5', 'vm 6'] }),
  ],
  ['jobs_target_name', 'a target, and a plan with more jobs', asking({ plan: ['plan 7', 'plan 8'], target: ['vm 9'] })],
  ['jobs_connection_status', 'a connection and a status', asking({ connection: ['c1'], status: ['failed'] })],
  ['jobs_connection_kind', 'a connection and a kind', asking({ connection: ['c1'], kind: ['restore'] })],
  ['jobs_kind_status', 'a kind and a status', asking({ kind: ['restore'], status: ['failed'] })],
  ['jobs_status', 'a status and a trigger', asking({ status: ['failed'], trigger: ['manual'] })],
  ['jobs_started', 'a window of starts', { ...everything, startedAfter: at(10), startedBefore: at(20) }],
  ['jobs_status', 'a status in a window', { ...asking({ status: ['failed'] }), startedAfter: at(10) }],
];

/** Statements that read the list, without those that count which of several indexes leads to fewer jobs. */
const readsList = (statement: SentStatement): boolean =>
  /\bfrom jobs\b/.test(statement.sql) && !statement.sql.includes('as counted');

const page = { ...firstRows, limit: 10 };
const since: JobCriteria = { ...everything, since: at(19_000) };
const rare: JobCriteria = { ...everything, words: toWords('quorum') };

describe('on SQLite', async () => {
  const session = await openTestSession();
  closing.push(() => session.close());
  await session.put(
    Array.from({ length: 300 }, (_, index) =>
      reading(`c${index % 4}`, `n${index}`, {
        vendor: index % 4 === 0 ? 'other' : 'fake',
        startedAt: at(index),
        target: { type: 'vm', id: null, name: index === 7 ? 'quorum' : `vm ${index % 9}` },
      }),
    ),
  );

  const explain = async ({ sql: text, parameters }: SentStatement): Promise<string> => {
    const { rows } = await session.db.executeQuery(CompiledQuery.raw(`explain query plan ${text}`, [...parameters]));
    return rows.map((row) => String(Object(row)['detail'])).join('\n');
  };

  async function planOf(criteria: JobCriteria): Promise<readonly string[]> {
    session.takeStatements();
    await listJobs(session.db, session.engine, criteria, page);
    const statements = session.takeStatements().filter(readsList);
    return Promise.all(statements.map(explain));
  }

  test.each(questions)('%s leads to %s, in the order of the list', async (index, _, criteria) => {
    const plans = await planOf(criteria);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).toContain(`USING INDEX ${index} (`);
      expect(plan).not.toMatch(/SCAN jobs|USE TEMP B-TREE FOR ORDER BY/);
    }
  });

  test("the vendor's id leads to the few jobs that have it, which are sorted", async () => {
    const [plan] = await planOf(asking({ nativeId: ['n7'] }));
    expect(plan).toContain('USING INDEX jobs_native_id (native_id=?)');
  });

  test('what began before a window that it reaches into is found by its number', async () => {
    const [plan = '', ...others] = await planOf(since);
    expect(others).toEqual([]);
    // Each range is read when the page is not yet full.
    expect(plan).not.toContain('MATERIALIZE');
    expect(plan).toContain('USING INDEX jobs_started (started_ms=?)');
    expect(plan).toContain('USING INDEX jobs_started (started_ms>?)');
    expect(plan).toContain('SEARCH jobs USING INTEGER PRIMARY KEY (rowid=?)');
    expect(plan).toContain('USING INDEX jobs_unfinished (ended=?)');
    expect(plan).toContain('USING COVERING INDEX jobs_ended (ended_ms>?)');
  });

  test('a rare word is looked up, and its jobs are read by their numbers', async () => {
    const plans = await planOf(rare);
    expect(plans.at(-1)).toContain('SEARCH jobs USING INTEGER PRIMARY KEY');
    expect(plans.at(-1)).not.toContain('SCAN jobs');
  });
});

describe('on PostgreSQL', async () => {
  const databases = await startDatabases();
  const database = await databases.newDatabase();
  await (await database.open()).close();
  const session = openPostgresSession(database.url);
  closing.push(
    () => session.close(),
    () => database.close(),
    () => databases.stop(),
  );
  await sql`insert into jobs (id, connection, vendor, list, native_id, kind, status, trigger, problem, ended, target_name,
      plan_name, started_ms, ended_ms, observed_ms, read_whole, mapper_version, words, lexemes)
    select 'id' || n, case when n % 2 = 0 then 'large' else 'c' || n % 20 end,
      case when n % 20 in (1, 3) then 'fake' else 'other' end, 'jobs', 'n' || n,
      case when n % 97 = 1 then 'restore' when n % 20 in (11, 13, 15, 17, 19) then 'snapshot' else 'backup' end,
      case n / 20 % 8 when 1 then 'failed' when 2 then 'warning' else 'succeeded' end,
      case n % 53 when 1 then 'manual' else 'scheduled' end, case when n / 20 % 8 in (1, 2) then 1 else 0 end, 1,
      'vm ' || n % 500, 'plan ' || n % 200, 1767225600000 + n * 60000::bigint, 1767225600000 + n * 60000::bigint, 0, 1, 1,
      ' vm' || repeat('x', 800), array_to_tsvector(array['vm', case when n % 4000 = 7 then 'quorum' else 'often' end])
    from generate_series(1, 20000) as numbers(n) order by n * 7919 % 20011`.execute(session.db);
  await sql`insert into sources values ('large', 'other'), ('c1', 'fake'), ('c3', 'fake'), ('c5', 'other')`.execute(
    session.db,
  );
  await sql`analyze jobs`.execute(session.db);

  async function planOf(criteria: JobCriteria): Promise<string> {
    session.takeStatements();
    await listJobs(session.db, session.engine, criteria, page);
    const statements = session.takeStatements().filter(readsList);
    const plans = await Promise.all(
      statements.map(({ sql: text, parameters }) =>
        session.db.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters])),
      ),
    );
    return plans.flatMap(({ rows }) => rows.map((row) => String(Object(row)['QUERY PLAN']))).join('\n');
  }

  test.each(questions)('%s leads to %s', async (index, _, criteria) => {
    const plan = await planOf(criteria);
    expect(plan).toMatch(new RegExp(`(?:using|on) ${index}\\b`));
    expect(plan).not.toContain('Seq Scan on jobs');
  });

  test('a window and a rare word read no more of the table', async () => {
    expect(await planOf(since)).not.toContain('Seq Scan on jobs');
    expect(await planOf(rare)).toMatch(/Bitmap Index Scan on jobs_lexemes/);
  });

  test('a kind that a connection does not have leads to no job, though many others have it', async () => {
    // As a sync stores them: the order of all jobs is then the cheapest to read, and is read to its end.
    await sql`cluster jobs using jobs_started`.execute(session.db);
    await sql`analyze jobs`.execute(session.db);
    const plan = await planOf(asking({ connection: ['large'], kind: ['snapshot'] }));
    expect(plan).toMatch(/Index Scan.* (?:using|on) jobs_connection_kind\b/);
    expect(plan.match(/Scan.* (?:using|on) (?!jobs_connection_kind)jobs_\w+/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });
});
