import { CrossvaultError, type PreparedWrite, reportWrite } from '@crossvault/core';
import { createFakeConnector, createFakeVendor, createTestClock } from '@crossvault/testkit';
import PQueue from 'p-queue';
import { expect, test } from 'vitest';
import { createSource } from '../connections/source.ts';
import { send, sendingMs } from './send-action.ts';

const report = reportWrite('done');

function openSender(sendIt: PreparedWrite['send']) {
  const clock = createTestClock();
  const limits = { deadlineMs: 30_000, concurrency: 1, checkEndpoint: null, fault: null, tags: [] };
  const connector = createFakeConnector('c', createFakeVendor());
  const source = createSource(
    { name: 'c', vendor: 'fake', title: 'Fake', ...limits, connector },
    clock,
    new PQueue({ concurrency: 8 }),
  );
  const closing = new AbortController();
  let sent = 0;
  const prepared: PreparedWrite = {
    needs: 'operate',
    target: { kind: 'plan', nativeId: 'p', name: null },
    requests: [],
    before: null,
    facts: null,
    send(call) {
      sent += 1;
      return sendIt(call);
    },
  };
  return {
    source,
    closing,
    clock,
    sentTimes: () => sent,
    begin: (sentByMs = clock.monotonicMs() + sendingMs(source)) =>
      send({ clock, closing: closing.signal }, source, prepared, sentByMs),
  };
}

const never = (): Promise<never> => new Promise<never>(() => undefined);

test('what waits too long for its turn is refused, and never sent', async () => {
  const { source, begin, sentTimes, clock } = openSender(async () => report);
  const busy = new AbortController();
  void source.ask({ signal: busy.signal }, never).catch(() => undefined);
  expect(await begin()).toMatchObject({ kind: 'refused', error: { code: 'source-timeout' } });
  busy.abort(new Error('over'));
  await clock.sleep(60_000);
  expect(sentTimes()).toBe(0);
});

test('what comes to be sent when others may look for it already is refused, and never sent', async () => {
  const { begin, sentTimes, clock } = openSender(async () => report);
  expect(await begin(clock.monotonicMs())).toMatchObject({ kind: 'refused' });
  expect(sentTimes()).toBe(0);
});

test('what waits within its connector knows, by the monotonic clock, when it may not leave any more', async () => {
  const seen: (number | undefined)[] = [];
  const { begin, clock } = openSender(async ({ endsAtMs }) => {
    seen.push(endsAtMs);
    return report;
  });
  const startMs = clock.monotonicMs();
  clock.shiftWall(-86_400_000);
  expect(await begin(startMs + 20_000)).toMatchObject({ kind: 'reported' });
  expect(seen).toEqual([startMs + 15_000]);
});

test('a clock that is set while a change waits for its turn keeps nothing from being sent, and lets nothing leave late', async () => {
  for (const shiftMs of [86_400_000, -86_400_000]) {
    const { source, begin, clock, sentTimes } = openSender(async () => report);
    const startMs = clock.monotonicMs();
    const busy = new AbortController();
    void source.ask({ signal: busy.signal }, never).catch(() => undefined);
    const sending = begin(startMs + 20_000);
    clock.shiftWall(shiftMs);
    busy.abort(new Error('over'));
    expect(await sending).toMatchObject({ kind: 'reported' });
    expect(sentTimes()).toBe(1);
    clock.move(15_000);
    expect(await begin(startMs + 20_000)).toMatchObject({ kind: 'refused' });
    expect(sentTimes()).toBe(1);
  }
});

test('what has begun and does not end is lost', async () => {
  const { begin, sentTimes } = openSender(never);
  expect(await begin()).toMatchObject({ kind: 'lost', error: { code: 'answer-lost' } });
  expect(sentTimes()).toBe(1);
});

test.each([
  ['answer-lost', 'lost'],
  ['answer-unreadable', 'lost'],
  ['internal-error', 'lost'],
  ['interrupted', 'lost'],
  ['state-conflict', 'refused'],
  ['source-throttled', 'refused'],
  ['source-unreachable', 'refused'],
] as const)('after %s it is %s', async (code, kind) => {
  const { begin } = openSender(() => Promise.reject(new CrossvaultError({ code, message: 'No.' })));
  expect(await begin()).toMatchObject({ kind, error: { code } });
});

test('with the engine closed nothing is sent any more', async () => {
  const { begin, closing, sentTimes } = openSender(async () => report);
  closing.abort(new CrossvaultError({ code: 'interrupted', message: 'Stopped.' }));
  expect(await begin()).toMatchObject({ kind: 'refused', error: { code: 'interrupted' } });
  expect(sentTimes()).toBe(0);
});
