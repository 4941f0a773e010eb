import { at, reading } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { appendAudit } from '../ledger/audit-rows.ts';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { storedTexts } from './stored-texts.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

type Request = Parameters<typeof storedTexts>[1];
const read = (records: Request['records'], after: string | null, limit: number) =>
  storedTexts(session.db, { records, connection: 'c', after, limit });

test('the entries of a connection are read page by page, past those of others', async () => {
  for (const connection of ['d', 'd', 'c', 'd', 'c']) {
    await appendAudit(session.db, { at: at(1), actor: 'a', action: 'x', connection, target: 't', detail: connection });
  }
  const places: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<typeof read>> = await read('audit', after, 2);
    places.push(...page.texts.map(({ place }) => place));
    after = page.next;
    pages += 1;
  } while (after !== null);
  expect([places, pages]).toEqual([['3', '5'], 3]);
});

test('the names of successes are read in their order', async () => {
  const target = (name: string) => ({ type: 'vm', id: null, name }) as const;
  await session.put(['b', 'a', 'c'].map((name) => reading('c', name, { target: target(name) })));
  const first = await read('successes', null, 2);
  expect([first.texts.map(({ text }) => text), first.next]).toEqual([['a', 'b'], 'b']);
  expect((await read('successes', 'b', 2)).texts.map(({ text }) => text)).toEqual(['c']);
});
