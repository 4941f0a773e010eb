import type { ReadCall, SummaryRequest } from '@crossvault/core/store';
import { createManualClock, createMemoryStore } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createListStore } from '../testing/list-store.ts';
import { summarize } from './summarize.ts';

const clock = createManualClock();
const empty = createListStore(createMemoryStore(clock), clock);
type Line = Awaited<ReturnType<typeof empty.summary>>[number];
const lineOf = (connection: string, change: Partial<Line> = {}): Line => ({
  connection,
  vendor: 'fake',
  counts: {
    queued: 0,
    running: 1,
    cancelling: 0,
    succeeded: 5,
    warning: 0,
    failed: 2,
    cancelled: 0,
    skipped: 0,
    unknown: 0,
  },
  problems: 2,
  lastSuccessAt: '2026-03-01T10:00:00.000Z',
  oldestSuccess: { target: 'vm-1', at: '2026-02-01T00:00:00.000Z' },
  ...change,
});
const configured = ['b', 'a'].map((name) => ({ name, vendor: 'fake' }));
const everything: SummaryRequest = { since: null, startedBefore: null, connections: null };
const call: ReadCall = { signal: new AbortController().signal };
const summaryOf = (lines: readonly Line[], request: SummaryRequest = everything) =>
  summarize({ ...empty, summary: async () => lines }, configured, request, call);

test('connections stand in the order of the configuration, also those without a job', async () => {
  const { connections } = await summaryOf([lineOf('a')]);
  expect(connections.map(({ connection, jobs }) => [connection, jobs])).toEqual([
    ['b', 0],
    ['a', 8],
  ]);
  expect(connections[0]).toMatchObject({
    problems: 0,
    lastSuccessAt: null,
    oldestSuccess: null,
    counts: { failed: 0 },
  });
});

test('the total adds counts, and has the newest success and the oldest of the last ones', async () => {
  const later = lineOf('b', {
    lastSuccessAt: '2026-03-02T00:00:00.000Z',
    oldestSuccess: { target: 'vm-2', at: '2026-02-15T00:00:00.000Z' },
  });
  const { total } = await summaryOf([lineOf('a'), later]);
  expect(total).toMatchObject({
    jobs: 16,
    problems: 4,
    counts: { running: 2, succeeded: 10, failed: 4 },
    lastSuccessAt: '2026-03-02T00:00:00.000Z',
    oldestSuccess: { target: 'vm-1' },
  });
});

test('only the connections that were asked for are in it, and in its total', async () => {
  const { connections, total } = await summaryOf([lineOf('a')], { ...everything, connections: ['a'] });
  expect(connections.map(({ connection }) => connection)).toEqual(['a']);
  expect(total.jobs).toBe(8);
  expect((await summaryOf([], { ...everything, connections: [] })).connections).toEqual([]);
});

test('jobs of a connection that was another vendor once are not counted for it', async () => {
  const { total } = await summaryOf([lineOf('a', { vendor: 'former' })]);
  expect(total.jobs).toBe(0);
});

test('the window is that of the request', async () => {
  const window = { since: '2026-03-01T00:00:00.000Z', startedBefore: null };
  expect((await summaryOf([], { ...window, connections: null })).window).toEqual(window);
});

test('no secret is shown as the name of a target', async () => {
  const line = lineOf('a', { oldestSuccess: { target: 'vm password=hunter2', at: '2026-02-01T00:00:00.000Z' } });
  expect(JSON.stringify(await summaryOf([line]))).not.toContain('hunter2');
});
