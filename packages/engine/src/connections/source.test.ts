import { CrossvaultError } from '@crossvault/core';
import { createFakeConnector, createFakeVendor, createManualClock, patientCall } from '@crossvault/testkit';
import PQueue from 'p-queue';
import { describe, expect, test, vi } from 'vitest';
import { completeConnection } from '../engine-defaults.ts';
import { coveredSources, createSource, type EngineConnection, findSource, startSourceDeadline } from './source.ts';

const clock = createManualClock();
const connectionOf = (name: string, change: Partial<EngineConnection> = {}): EngineConnection =>
  completeConnection({ name, connector: createFakeConnector(name, createFakeVendor()), concurrency: 1, ...change });
const sourceOf = (name: string, change: Partial<EngineConnection> = {}, queue = new PQueue()) =>
  createSource(connectionOf(name, change), clock, queue);
const fault = new CrossvaultError({ code: 'secret-missing', message: 'NAME is not set.' });
const never = () => new Promise<never>(() => undefined);

describe('a source', () => {
  test('that could not be set up fails with the reason, names itself, and is failing from the start', async () => {
    const source = sourceOf('here', { connector: null, fault });
    await expect(source.connector()).rejects.toMatchObject({ code: 'secret-missing', source: 'here' });
    await expect(source.ask(patientCall, async () => 1)).rejects.toMatchObject({
      code: 'secret-missing',
      source: 'here',
    });
    expect(source.health).toMatchObject({ health: 'failing', checkedAt: null, problem: { code: 'secret-missing' } });
  });

  test('opens its connector for the first call, once, and closes it', async () => {
    const calls: string[] = [];
    const connector = {
      ...createFakeConnector('here', createFakeVendor()),
      close: async () => void calls.push('closed'),
    };
    const source = sourceOf('here', {
      connector: async () => {
        calls.push('opened');
        return connector;
      },
    });
    expect(calls).toEqual([]);
    const vendors = await Promise.all([1, 2].map(() => source.ask(patientCall, async ({ vendor }) => vendor)));
    expect(vendors).toEqual([connector.vendor, connector.vendor]);
    await source.close();
    expect(calls).toEqual(['opened', 'closed']);
  });

  test('that was never read closes without opening its connector', async () => {
    const source = sourceOf('here', { connector: () => Promise.reject(new Error('It was opened.')) });
    await expect(source.close()).resolves.toBeUndefined();
    expect(source.health.health).toBe('unknown');
  });

  test('whose connector cannot be opened is failing, and is opened again by the next call', async () => {
    let isBroken = true;
    const source = sourceOf('here', {
      connector: async () => {
        if (isBroken) throw fault;
        return createFakeConnector('here', createFakeVendor());
      },
    });
    await expect(source.ask(patientCall, async () => 1)).rejects.toMatchObject({ code: fault.code, source: 'here' });
    expect(source.health).toMatchObject({ health: 'failing', problem: { code: fault.code } });
    isBroken = false;
    expect(await source.ask(patientCall, async () => 1)).toBe(1);
  });

  test('is not known before it was read, and then as it was read last', () => {
    const source = sourceOf('here');
    expect(source.health).toEqual({ health: 'unknown', checkedAt: null, problem: null });
    const problem = new CrossvaultError({ code: 'source-error', message: 'It stumbled.' });
    source.note(problem, false);
    expect(source.health).toMatchObject({
      health: 'degraded',
      checkedAt: '2026-01-15T12:00:00.000Z',
      problem: { source: 'here' },
    });
    source.note(problem, true);
    expect(source.health.health).toBe('failing');
    source.note(null, true);
    expect(source.health).toMatchObject({ health: 'ok', problem: null });
  });

  test('makes as many requests at once as it may, in their order', async () => {
    const source = sourceOf('here', { concurrency: 2 });
    const begun: number[] = [];
    const ends = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const asked = ends.map(({ promise }, index) =>
      source.ask(patientCall, async () => {
        begun.push(index);
        await promise;
      }),
    );
    await vi.waitFor(() => expect(begun).toEqual([0, 1]));
    ends[1]?.resolve();
    await vi.waitFor(() => expect(begun).toEqual([0, 1, 2]));
    for (const { resolve } of ends) resolve();
    await Promise.all(asked);
  });

  test('that hangs holds up no other', async () => {
    const queue = new PQueue({ concurrency: 2 });
    const hanging = new AbortController();
    const stuck = sourceOf('stuck', {}, queue).ask({ signal: hanging.signal }, never);
    expect(await sourceOf('here', {}, queue).ask(patientCall, async () => 'answered')).toBe('answered');
    hanging.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    await expect(stuck).rejects.toMatchObject({ code: 'interrupted', source: 'stuck' });
  });

  test('that does not answer for long leaves its place among all requests, and still bounds itself', async () => {
    const queue = new PQueue({ concurrency: 2 });
    const own = createManualClock();
    const open = (name: string) => createSource(connectionOf(name), own, queue);
    const hanging = ['one', 'two'].map(open);
    const silent = vi.fn();
    const ignore = hanging.map((source) => source.onSilence(silent));
    const caller = new AbortController();
    const asked = hanging.map((source) => source.ask({ signal: caller.signal }, never));
    const another = vi.fn(async () => 2);
    const waiting = hanging[0]?.ask({ signal: caller.signal }, another);
    const healthy = vi.fn(async () => 1);
    const answer = open('here').ask(patientCall, healthy);
    await own.move(9_999);
    expect([healthy.mock.calls.length, silent.mock.calls.length]).toEqual([0, 0]);
    await own.move(1);
    expect(await answer).toBe(1);
    expect([another.mock.calls.length, silent.mock.calls.length]).toEqual([0, 2]);
    for (const end of ignore) end();
    caller.abort(new CrossvaultError({ code: 'interrupted', message: 'Enough.' }));
    const ends = await Promise.allSettled([...asked, waiting]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  test('never makes the request of a caller that has gone', async () => {
    const run = vi.fn(async () => 1);
    const gone = AbortSignal.abort(new CrossvaultError({ code: 'interrupted', message: 'Gone.' }));
    await expect(sourceOf('here').ask({ signal: gone }, run)).rejects.toMatchObject({ code: 'interrupted' });
    expect(run).not.toHaveBeenCalled();
  });

  test('has a deadline, whose reason says how long it had and where to change that', async () => {
    const deadline = startSourceDeadline(clock, connectionOf('here'), new AbortController().signal);
    await clock.move(30_000);
    expect(deadline.signal.reason).toMatchObject({
      code: 'source-timeout',
      source: 'here',
      message: 'here did not answer within 30 seconds (deadlineSeconds of the connection).',
    });
  });
});

describe('the sources of a query', () => {
  const sources = [
    sourceOf('a', { vendor: 'one' }),
    sourceOf('b', { vendor: 'one' }),
    sourceOf('c', { vendor: 'two' }),
  ];
  const covered = (query: Parameters<typeof coveredSources>[1]) =>
    coveredSources(sources, query).map(({ connection }) => connection.name);

  test('are those that both filters name, and all without any', () => {
    expect(covered({})).toEqual(['a', 'b', 'c']);
    expect(covered({ vendor: ['one'] })).toEqual(['a', 'b']);
    expect(covered({ vendor: ['one'], connection: ['b', 'c'] })).toEqual(['b']);
  });

  test.each([{ connection: ['a', 'd'] }, { vendor: ['three'] }])(
    'that are not configured are an error: %j',
    (query) => {
      const [parameter] = Object.keys(query);
      expect(() => covered(query)).toThrow(expect.objectContaining({ code: 'invalid-parameter', parameter }));
    },
  );

  test('are found by name, and a name that is none is answered with those that there are', () => {
    expect(findSource(sources, 'b')).toBe(sources[1]);
    expect(() => findSource(sources, 'd')).toThrow(
      expect.objectContaining({
        code: 'connection-not-found',
        message: 'No connection is called "d". Configured: a, b, c.',
      }),
    );
    expect(() => findSource([], 'x'.repeat(500))).toThrow(
      expect.objectContaining({ message: `No connection is called "${'x'.repeat(80)}…". Configured: none.` }),
    );
  });
});
