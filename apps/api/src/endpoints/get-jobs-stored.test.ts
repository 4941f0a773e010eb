import { holdToken, type JobQuery } from '@crossvault/core';
import { createEngine, toJobPage } from '@crossvault/engine';
import {
  createFakeLedger,
  createFakeVendor,
  createManualClock,
  createPlainSynchronizer,
  fakeConnections,
  jobsAt,
  makeJob,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startFacade } from '../testing/facade.ts';
import { openStore } from '../testing/history.ts';

const createKeys = () =>
  createFakeLedger({
    keys: {
      cv_a: { name: 'only-a', scopes: ['read'], connections: ['a'] },
      cv_all: { name: 'all', scopes: ['read'] },
    },
  });

/** A facade over two connections whose history is stored. The clock stands at six in the morning. */
async function open() {
  const token = 'a-token-that-was-handed-out-late';
  const vendors = {
    a: createFakeVendor({ jobs: [...jobsAt('a', [1, 3, 5]), makeJob('a', 'a-told', { details: { note: token } })] }),
    b: createFakeVendor({ jobs: jobsAt('b', [2, 4]) }),
  };
  const connections = fakeConnections(vendors);
  const clock = createManualClock('2026-01-10T06:00:00.000Z');
  const store = await openStore(clock);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  const sync = async () => {
    for (const name of ['a', 'b']) await synchronizer.syncNow(name, patientCall);
  };
  await sync();
  let pagesRead = 0;
  const { joinPage } = store;
  if (joinPage === undefined) throw new Error('The store joins no pages.');
  const counting = {
    ...store,
    during: () => counting,
    joinPage: (...given: Parameters<typeof joinPage>) => {
      pagesRead += 1;
      return joinPage(...given);
    },
    listJobs: (...given: Parameters<typeof store.listJobs>) => {
      pagesRead += 1;
      return store.listJobs(...given);
    },
  };
  const history = { store: counting, synchronizer };
  const facade = await startFacade(connections, { clock, history, ledger: createKeys() });
  const engine = createEngine({ connections, clock, logger: silentLogger, ...history });
  const ask = (path: string, tag = '', key = 'cv_all') =>
    facade.ask(path, {
      // Node's fetch makes a conditional request one with no-cache, unless something else is said.
      headers: {
        Authorization: `Bearer ${key}`,
        'Cache-Control': 'max-age=0',
        ...(tag === '' ? {} : { 'If-None-Match': tag }),
      },
    });
  const tagOf = async (path: string, key = 'cv_all') => (await ask(path, '', key)).headers.get('etag') ?? '';
  return { vendors, clock, store, synchronizer, sync, engine, ask, tagOf, token, pagesRead: () => pagesRead };
}

test.each<[string, JobQuery, { readonly limit?: number; readonly tasks?: boolean }]>([
  ['', {}, {}],
  ['?limit=2', {}, { limit: 2 }],
  ['?connection=b&include=tasks', { connection: ['b'] }, { tasks: true }],
  ['?q=a-1', { q: 'a-1' }, {}],
  ['?since=7d&sort=startedAt', { since: '7d' }, {}],
])('a page that is joined from stored texts, %s, is the page of the same jobs', async (query, filters, shown) => {
  const { engine, ask } = await open();
  const { limit = 50, tasks = false } = shown;
  const include = { raw: false, tasks };
  const sort = query.includes('sort') ? 'startedAt' : '-startedAt';
  const page = { sort, limit, cursor: null, strict: false, fresh: false, include } as const;
  const expected = await toJobPage(await engine.listJobs(filters, page, patientCall), include);
  expect((await ask(`/v1/jobs${query}`)).body).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(expected.data.length).toBeGreaterThan(0);
});

test('the pages that follow each other are all of the list, each with a cursor of the same filters', async () => {
  const { ask } = await open();
  const seen: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await ask(`/v1/jobs?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    const { data, page } = Object(body);
    seen.push(...data.map(({ nativeId }: { nativeId: string }) => nativeId));
    cursor = page.next;
  }
  expect(seen).toEqual(['a-2', 'b-1', 'a-1', 'b-0', 'a-0', 'a-told']);
});

describe('If-None-Match', () => {
  test('is answered without a look at the jobs while nothing has changed', async () => {
    const { ask, tagOf, pagesRead } = await open();
    const tag = await tagOf('/v1/jobs?limit=2');
    const before = pagesRead();
    const reply = await ask('/v1/jobs?limit=2', tag);
    expect([reply.status, reply.text, reply.headers.get('etag'), pagesRead()]).toEqual([304, '', tag, before]);
  });

  test('is answered with the page once a job of a visible connection has changed', async () => {
    const { vendors, ask, tagOf, sync } = await open();
    const [all, own] = [await tagOf('/v1/jobs'), await tagOf('/v1/jobs', 'cv_a')];
    vendors.b.jobs.push(makeJob('b', 'new'));
    await sync();
    expect([(await ask('/v1/jobs', all)).status, (await ask('/v1/jobs', own, 'cv_a')).status]).toEqual([200, 304]);
  });

  test('of another key never matches, and its page has nothing of connections that the key may not see', async () => {
    const { ask, tagOf } = await open();
    const [all, own] = [await tagOf('/v1/jobs'), await tagOf('/v1/jobs', 'cv_a')];
    expect(all).not.toBe(own);
    const replies = [await ask('/v1/jobs', own), await ask('/v1/jobs', all, 'cv_a')];
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies.map(({ text }) => /"connection":"b"/.test(text))).toEqual([true, false]);
  });

  test('under since=1h matches until a job leaves the window, and not after it', async () => {
    const { vendors, clock, ask, tagOf, sync } = await open();
    const ago = (minutes: number) => new Date(clock.now() - minutes * 60_000).toISOString();
    vendors.a.jobs.push(makeJob('a', 'late', { startedAt: ago(58), endedAt: ago(55) }));
    await sync();
    const tag = await tagOf('/v1/jobs?since=1h');
    await clock.move(3 * 60_000);
    expect((await ask('/v1/jobs?since=1h', tag)).status).toBe(304);
    await clock.move(5 * 60_000);
    const after = await ask('/v1/jobs?since=1h', tag);
    expect([after.status, Object(after.body).data]).toEqual([200, []]);
  });

  test('does not match once a source has become stale', async () => {
    const { synchronizer, ask, tagOf } = await open();
    const tag = await tagOf('/v1/jobs');
    synchronizer.pretend('b', { lastAt: '2026-01-10T05:00:00.000Z' });
    const reply = await ask('/v1/jobs', tag);
    expect([reply.status, Object(reply.body).sources]).toMatchObject([200, [{ status: 'ok' }, { status: 'stale' }]]);
  });

  test('does not match once a secret has become known, which then does not leave', async () => {
    const { ask, token } = await open();
    const first = await ask('/v1/jobs');
    expect(first.text).toContain(token);
    onTestFinished(holdToken(token, 'a'));
    const reply = await ask('/v1/jobs', first.headers.get('etag') ?? '');
    expect([reply.status, reply.text.includes(token)]).toEqual([200, false]);
  });

  test('never hides that a strict request is refused', async () => {
    const { synchronizer, ask } = await open();
    synchronizer.pretend('b', { lastAt: '2026-01-10T05:00:00.000Z' });
    const tag = (await ask('/v1/jobs')).headers.get('etag') ?? '';
    expect((await ask('/v1/jobs?strict=true', tag)).status).toBe(502);
  });
});
