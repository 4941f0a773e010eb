import { changePageSchema, type Job } from '@crossvault/core';
import { createEngine } from '@crossvault/engine';
import {
  createFakeVendor,
  createManualClock,
  createPlainSynchronizer,
  fakeConnections,
  makeJob,
  patientCall,
  silentLogger,
} from '@crossvault/testkit';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createServer, type RunningServer } from '../http/server.ts';
import { readProblem, startFacade } from '../testing/facade.ts';
import { openStore } from '../testing/history.ts';

const jobs = (status: Job['status'], ...nativeIds: string[]): Job[] =>
  nativeIds.map((nativeId) =>
    makeJob('a', nativeId, {
      status,
      observedAt: status === 'running' ? '2026-01-02T00:00:00.000Z' : '2026-01-03T00:00:00.000Z',
      ended: status !== 'running',
    }),
  );

async function openFeed() {
  const vendor = createFakeVendor({ jobs: jobs('running', 'one', 'two') });
  const connections = fakeConnections({ a: vendor });
  const clock = createManualClock();
  const store = await openStore(clock);
  const synchronizer = createPlainSynchronizer(connections, store, clock);
  await synchronizer.syncNow('a', patientCall);
  const servers: RunningServer[] = [];
  onTestFinished(async () => {
    for (const server of servers) await server.close();
  });
  return {
    vendor,
    clock,
    sync: () => synchronizer.syncNow('a', patientCall),
    /** Another server over the same store, as after a restart. */
    async serve(): Promise<RunningServer> {
      const engine = createEngine({ connections, clock, logger: silentLogger, store, synchronizer });
      const server = await createServer({
        engine,
        clock,
        logger: silentLogger,
        listen: { host: '127.0.0.1', port: 0 },
      });
      servers.push(server);
      return server;
    },
    history: { store, synchronizer },
    connections,
  };
}

/** A stream as a browser reads it: the data of its events, and the last id that it heard. */
async function openStream(url: string, clock: ReturnType<typeof createManualClock>, lastEventId?: string) {
  const giveUp = new AbortController();
  const response = await fetch(`${url}/v1/changes`, {
    headers: { Accept: 'text/event-stream', ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) },
    signal: giveUp.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const received: { id: string; to: string }[] = [];
  let lastId = lastEventId ?? '';
  let comments = 0;
  const events = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).pipeThrough(
    new EventSourceParserStream({
      onId: (id) => {
        lastId = id;
      },
      onComment: () => {
        comments += 1;
      },
    }),
  );
  const reading = (async () => {
    for await (const { data } of events) received.push(JSON.parse(data));
  })().catch(() => undefined);
  return {
    received,
    get lastId() {
      return lastId;
    },
    get comments() {
      return comments;
    },
    /** Lets time go by until it is so. */
    async until(is: () => boolean) {
      await expect
        .poll(
          async () => {
            await clock.move(16_000);
            return is();
          },
          { timeout: 10_000 },
        )
        .toBe(true);
    },
    async close() {
      giveUp.abort();
      await reading;
    },
    ended: reading,
  };
}

describe('GET /v1/changes', () => {
  test('pages through all changes, each once, and continues after the last page', async () => {
    const feed = await openFeed();
    const facade = await startFacade(feed.connections, { clock: feed.clock, history: feed.history });
    const first = changePageSchema.parse((await facade.ask('/v1/changes?limit=1')).body);
    expect(first).toMatchObject({ data: [{ from: null, to: 'running' }], page: { more: true } });
    const second = changePageSchema.parse((await facade.ask(`/v1/changes?after=${first.page.next}`)).body);
    expect(second).toMatchObject({ data: [{ to: 'running' }], page: { more: false } });
    feed.vendor.jobs = jobs('succeeded', 'one', 'two');
    await feed.sync();
    const third = changePageSchema.parse(
      (await facade.ask(`/v1/changes?after=${second.page.next}&status=succeeded`)).body,
    );
    expect(third.data.map(({ from, to }) => [from, to])).toEqual([
      ['running', 'succeeded'],
      ['running', 'succeeded'],
    ]);
  });

  test('a cursor beyond the end of the feed is answered as expired, also before a stream', async () => {
    const feed = await openFeed();
    const facade = await startFacade(feed.connections, { clock: feed.clock, history: feed.history });
    const head = await feed.history.store.lastChange();
    const gone = { code: 'cursor-expired', status: 410, detail: expect.stringContaining(head) };
    for (const position of ['3', '3-aaaaaaaaaaaa', '2-aaaaaaaaaaaa', '2', '9007199254740991']) {
      expect(readProblem(await facade.ask(`/v1/changes?after=${position}`))).toMatchObject(gone);
      const headers = { Accept: 'text/event-stream', 'Last-Event-ID': position };
      expect(readProblem(await facade.ask('/v1/changes', { headers }))).toMatchObject(gone);
    }
  });

  test('a caller who returns after jobs were deleted is answered with an expired cursor', async () => {
    const feed = await openFeed();
    const facade = await startFacade(feed.connections, { clock: feed.clock, history: feed.history });
    feed.vendor.jobs = jobs('succeeded', 'one', 'two');
    await feed.sync();
    const { store } = feed.history;
    const first = changePageSchema.parse((await facade.ask('/v1/changes?limit=1')).body);
    const all = { connection: null, before: '2100-01-01T00:00:00.000Z', onlyGone: false, limit: 10 };
    expect(await store.deleteOlderThan(all)).toBe(2);
    const page = changePageSchema.parse((await facade.ask(`/v1/changes?after=${first.data[0]?.cursor}`)).body);
    expect(page.data.map(({ from, to }) => [from, to])).toEqual([
      [null, 'running'],
      ['running', 'succeeded'],
      ['running', 'succeeded'],
      ['succeeded', null],
      ['succeeded', null],
    ]);
  });

  test('refuses a malformed cursor', async () => {
    const feed = await openFeed();
    const facade = await startFacade(feed.connections, { clock: feed.clock, history: feed.history });
    for (const position of ['-1', '', '1.5', '9007199254740992', '1-MARK', '2026-01-01T00:00:00Z']) {
      expect(readProblem(await facade.ask(`/v1/changes?after=${position}`))).toMatchObject({
        code: 'invalid-parameter',
        parameter: 'after',
        detail: `after: "${position}" is not a position in the change feed. Use the cursor of a change or page.next of a page, complete and unchanged, or 0 for the oldest change that is kept.`,
      });
    }
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': 'x' };
    expect(readProblem(await facade.ask('/v1/changes', { headers }))).toMatchObject({ parameter: 'Last-Event-ID' });
  });
});

describe('the stream of changes', () => {
  test('sends changes as they happen, and resumes after a restart without loss or repetition', async () => {
    const feed = await openFeed();
    const before = await feed.serve();
    const stream = await openStream(before.url, feed.clock);
    await stream.until(() => stream.received.length === 2);
    feed.vendor.jobs = jobs('succeeded', 'one');
    await feed.sync();
    await stream.until(() => stream.received.length === 3);
    await before.close();
    await stream.ended;
    feed.vendor.jobs = jobs('failed', 'two');
    await feed.sync();
    const after = await feed.serve();
    const resumed = await openStream(after.url, feed.clock, stream.lastId);
    await resumed.until(() => resumed.received.length === 1);
    expect([...stream.received, ...resumed.received].map(({ to }) => to)).toEqual([
      'running',
      'running',
      'succeeded',
      'failed',
    ]);
    await resumed.close();
  });

  test('sends comments while nothing changes', async () => {
    const feed = await openFeed();
    const server = await feed.serve();
    const stream = await openStream(server.url, feed.clock);
    await stream.until(() => stream.received.length === 2);
    const { comments } = stream;
    await stream.until(() => stream.comments >= comments + 2);
    expect(stream.received).toHaveLength(2);
    await stream.close();
  });
});
