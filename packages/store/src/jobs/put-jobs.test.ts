import { at, idOf, reading } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { acquireLease, readSyncStates } from '../sync/sync-memory.ts';
import { openTestSession, type TestSession } from '../testing/test-session.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

async function countRows(): Promise<Readonly<Record<string, number>>> {
  const count = async (table: string) => {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.ref(table)}`.execute(session.db);
    return rows[0]?.rows ?? 0;
  };
  const tables = ['jobs', 'documents', 'job_words', 'tallies', 'sources', 'successes', 'changes', 'sync_states'];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])));
}

describe('a batch', () => {
  test('of which everything is stored costs one read and no write', async () => {
    const batch = [reading('c', '1'), reading('c', '2', { status: 'failed' })];
    await session.put(batch);
    session.takeStatements();
    const { outcomes } = await session.put(batch);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(session.takeStatements().map((statement) => statement.sql.slice(0, 6))).toEqual(['select']);
  });

  test('of which everything is stored requires the lease by a second read, and writes nothing', async () => {
    const lease = { name: 'sync:c', owner: 'me' };
    const batch = [reading('c', '1')];
    await session.put(batch);
    await expect(session.put(batch, { lease })).rejects.toMatchObject({ code: 'lease-lost' });
    await acquireLease(session.db, session.engine, lease, 1_000);
    session.takeStatements();
    expect(await session.put(batch, { lease })).toMatchObject({ outcomes: [{ outcome: 'unchanged' }] });
    expect(session.takeStatements().map((statement) => statement.sql.slice(0, 6))).toEqual(['select', 'select']);
  });

  test('without an observation sends nothing', async () => {
    expect(await session.put([])).toEqual({ outcomes: [] });
    expect(session.takeStatements()).toEqual([]);
  });

  test('merges several readings of one job and gives each its outcome', async () => {
    const [first, second] = [
      reading('c', '1', { status: 'running', observedAt: at(1) }),
      reading('c', '1', { status: 'failed', observedAt: at(2) }),
    ];
    const { outcomes } = await session.put([first, second]);
    expect(outcomes).toEqual([
      { id: idOf(first), outcome: 'new' },
      { id: idOf(first), outcome: 'changed' },
    ]);
    expect(await countRows()).toMatchObject({ jobs: 1, documents: 1, changes: 1, tallies: 1 });
  });

  test('is stored whole or not at all: the last step of the transaction fails', async () => {
    await session.put([reading('c', '1', { status: 'running', observedAt: at(1) })]);
    const before = await countRows();
    await sql`create trigger full before insert on changes begin select raise(abort, 'no room'); end`.execute(
      session.db,
    );
    const batch = [reading('c', '1', { status: 'failed', observedAt: at(2) }), reading('d', '2')];
    const states = [{ connection: 'c', list: 'jobs', state: { cursor: 1 } }];
    await expect(session.put(batch, { syncStates: states })).rejects.toThrow('no room');
    expect(await countRows()).toEqual(before);
    const { rows } = await sql`select status from jobs`.execute(session.db);
    expect(rows).toEqual([{ status: 'running' }]);
  });

  test('under a lease that another process has is refused, with its states', async () => {
    await acquireLease(session.db, session.engine, { name: 'sync:c', owner: 'other' }, 1_000);
    const options = {
      lease: { name: 'sync:c', owner: 'me' },
      syncStates: [{ connection: 'c', list: 'jobs', state: { cursor: 1 } }],
    };
    await expect(session.put([reading('c', '1')], options)).rejects.toMatchObject({
      code: 'lease-lost',
    });
    expect(await countRows()).toMatchObject({ jobs: 0, sync_states: 0 });
  });

  test('of known readings still requires the lease and stores the states', async () => {
    const lease = { name: 'sync:c', owner: 'me' };
    await session.put([reading('c', '1')]);
    const options = { lease, syncStates: [{ connection: 'c', list: 'jobs', state: { cursor: 2 } }] };
    await expect(session.put([reading('c', '1')], options)).rejects.toMatchObject({
      code: 'lease-lost',
    });
    await acquireLease(session.db, session.engine, lease, 1_000);
    await session.put([reading('c', '1')], options);
    expect(await readSyncStates(session.db, 'c')).toEqual(new Map([['jobs', { cursor: 2 }]]));
  });
});

describe('a reading of a stored job', () => {
  test('that is earlier than the stored one changes nothing', async () => {
    const running = reading('c', '1', { status: 'running', observedAt: at(1) });
    await session.put([running]);
    await session.put([reading('c', '1', { status: 'failed', observedAt: at(3) })]);
    const { outcomes } = await session.put([running]);
    expect(outcomes[0]?.outcome).toBe('older');
    const { rows } = await sql`select status from jobs`.execute(session.db);
    expect(rows).toEqual([{ status: 'failed' }]);
  });

  test('with other words replaces those in the index of words', async () => {
    const named = (name: string, minute: number) =>
      reading('c', '1', { target: { type: 'vm', id: null, name }, observedAt: at(minute) });
    await session.put([named('alpha', 1)]);
    await session.put([named('beta', 2)]);
    const find = (word: string) => session.engine.findByLexemes(session.db, [word], 10);
    expect([await find('alpha'), await find('beta')]).toEqual([[], [1]]);
  });

  test('that changes the status once is one change in the feed', async () => {
    await session.put([reading('c', '1', { status: 'running', observedAt: at(1) })]);
    await session.put([reading('c', '1', { status: 'running', sizeBytes: 5, observedAt: at(2) })]);
    await session.put([reading('c', '1', { status: 'failed', observedAt: at(3) })]);
    const { rows } = await sql`select from_status, to_status from changes order by position`.execute(session.db);
    expect(rows).toEqual([
      { from_status: null, to_status: 'running' },
      { from_status: 'running', to_status: 'failed' },
    ]);
  });
});
