import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedStart } from '@crossvault/core/store';
import { makePlan } from '@crossvault/testkit';
import { everything, firstRows, reading } from '@crossvault/testkit/store';
import { expect, onTestFinished, test } from 'vitest';
import { realClock } from '../testing/real-clock.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

test('reads in threads of their own give what reads in this one give, as soon as it is stored', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-apart-'));
  const store = await openSqliteStore({ path: join(folder, 'store.db'), clock: realClock, readsApart: true });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const call = { signal: new AbortController().signal, caller: 'a' };
  const summary = { since: null, startedBefore: null, connections: ['c'] };
  const changes = { after: feedStart, limit: 10, connections: null, statuses: null };
  const ledger = { before: null, limit: 10, connections: null };
  for (const id of ['1', '2']) {
    await store.putJobs([reading('c', id)]);
    const apart = await Promise.all([
      store.listJobs(everything, firstRows, call),
      store.summary(summary, call),
      store.changes(changes, call),
      store.listAudit(ledger, call),
      store.listOperations({ ...ledger, statuses: null, targets: null }, call),
      store.listThings('plan', { query: {}, words: [], after: null, limit: 10 }, call),
    ]);
    expect(apart[0]).toHaveLength(Number(id));
    expect(apart).toEqual([
      await store.listJobs(everything, firstRows),
      await store.summary(summary),
      await store.changes(changes),
      [],
      [],
      [],
    ]);
  }
});

test('the runs of 300 plans are read in a thread of their own: other requests are answered meanwhile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crossvault-apart-'));
  const store = await openSqliteStore({ path: join(folder, 'store.db'), clock: realClock, readsApart: true });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const things = Array.from({ length: 300 }, (_, index) => makePlan('c', `p${index}`));
  const at = { observedAt: '2026-01-01T00:00:00.000Z', number: 1 };
  await store.putThings(
    'plan',
    things.map((thing) => ({ key: [thing.nativeId], thing, raw: {}, tie: {}, ...at })),
  );
  await store.putJobs([reading('c', '1', { plan: { id: 'p7', name: 'p7', nextRunAt: null } })]);
  const ids = things.map(({ id }) => id);
  let turns = 0;
  const count = (): void => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const runs = await store.runsOf('plan', ids, { signal: new AbortController().signal, caller: 'a' });
  clearImmediate(counting);
  expect(runs).toEqual(await store.runsOf('plan', ids));
  expect(runs.get(ids[7] ?? '')?.recent).toHaveLength(1);
  expect(turns).toBeGreaterThan(1);
});
