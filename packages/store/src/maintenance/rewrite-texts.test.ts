import { at, reading } from '@crossvault/testkit/store';
import { sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { appendAudit } from '../ledger/audit-rows.ts';
import { acquireLease, readSyncStates } from '../sync/sync-memory.ts';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { rewriteTexts } from './rewrite-texts.ts';

const lease = { name: 'rewrite:c', owner: 'me' };
let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
  await acquireLease(session.db, session.engine, lease, 60_000);
});

type Rewrite = Parameters<typeof rewriteTexts>[2];
const states = [{ connection: 'c', list: 'rewrite', state: { after: '1' } }];
const rewrite = (records: Rewrite['records'], texts: Rewrite['texts'], claim = lease) =>
  rewriteTexts(session.db, session.engine, { records, connection: 'c', texts, syncStates: states }, claim);

test('an audit entry gets the new target and detail, and the progress is stored with it', async () => {
  await appendAudit(session.db, { at: at(1), actor: 'a', action: 'x', connection: 'c', target: 'secret', detail: 's' });
  const after = JSON.stringify({ target: '***', detail: '***' });
  expect(await rewrite('audit', [{ place: '1', text: '', after }])).toBe(1);
  const { rows } = await sql`select at, target, detail from audit`.execute(session.db);
  expect(rows).toEqual([{ at: at(1), target: '***', detail: '"***"' }]);
  expect(await readSyncStates(session.db, 'c')).toEqual(new Map([['rewrite', { after: '1' }]]));
});

test('an audit entry is never deleted here', async () => {
  await appendAudit(session.db, { at: at(1), actor: 'a', action: 'x', connection: 'c', target: 't', detail: null });
  expect(await rewrite('audit', [{ place: '1', text: '', after: null }])).toBe(0);
});

test('two names of a success that become one keep the later one', async () => {
  const target = (name: string) => ({ type: 'vm', id: null, name }) as const;
  await session.put([
    reading('c', '1', { target: target('vm secret'), endedAt: at(5) }),
    reading('c', '2', { target: target('vm ***'), endedAt: at(9) }),
  ]);
  expect(await rewrite('successes', [{ place: 'vm secret', text: 'vm secret', after: 'vm ***' }])).toBe(1);
  const { rows } = await sql`select target, ended_ms from successes`.execute(session.db);
  expect(rows).toEqual([{ target: 'vm ***', ended_ms: Date.parse(at(9)) }]);
});

test('without its lease nothing is rewritten and no progress is stored', async () => {
  await appendAudit(session.db, { at: at(1), actor: 'a', action: 'x', connection: 'c', target: 't', detail: null });
  const texts = [{ place: '1', text: '', after: JSON.stringify({ target: '***', detail: null }) }];
  await expect(rewrite('audit', texts, { ...lease, owner: 'other' })).rejects.toMatchObject({ code: 'lease-lost' });
  const { rows } = await sql`select target from audit`.execute(session.db);
  expect(rows).toEqual([{ target: 't' }]);
  expect(await readSyncStates(session.db, 'c')).toEqual(new Map());
});
