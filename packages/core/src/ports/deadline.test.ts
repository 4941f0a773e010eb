import { describe, expect, test, vi } from 'vitest';
import { CrossvaultError } from '../errors/error.ts';
import type { Clock } from './connector-context.ts';
import { orAbort, startDeadline } from './deadline.ts';

/** A clock whose sleepers wake when the test says so. */
function createClock() {
  const sleepers: {
    readonly milliseconds: number;
    readonly wake: () => void;
    readonly signal: AbortSignal | undefined;
  }[] = [];
  const clock: Pick<Clock, 'sleep' | 'monotonicMs' | 'now'> = {
    now: () => 0,
    monotonicMs: () => 1_000,
    sleep: (milliseconds, { signal } = {}) =>
      new Promise((wake, reject) => {
        sleepers.push({ milliseconds, wake, signal });
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  };
  return { clock, sleepers };
}

const late = () => new CrossvaultError({ code: 'source-timeout', message: 'Too late.' });
const never = () => new Promise<never>(() => undefined);

describe('a deadline', () => {
  test('ends with its reason when its time is over, and says when that is', async () => {
    const { clock, sleepers } = createClock();
    const deadline = startDeadline(clock, 500, late);
    expect(deadline).toMatchObject({ endsAtMs: 1_500, signal: { aborted: false } });
    expect(sleepers[0]?.milliseconds).toBe(500);
    sleepers[0]?.wake();
    await vi.waitFor(() => expect(deadline.signal.reason).toMatchObject({ code: 'source-timeout' }));
  });

  test('ends with its caller, and with the reason of the caller', () => {
    const caller = new AbortController();
    const deadline = startDeadline(createClock().clock, 500, late, caller.signal);
    caller.abort('gone');
    expect(deadline.signal.reason).toBe('gone');
  });

  test('that was released stops its timer, and never ends by itself', async () => {
    const { clock, sleepers } = createClock();
    const deadline = startDeadline(clock, 500, late);
    deadline.release();
    expect(sleepers[0]?.signal?.aborted).toBe(true);
    await Promise.resolve();
    expect(deadline.signal.aborted).toBe(false);
  });
});

describe('work until a signal', () => {
  test('gives its result, or its own failure', async () => {
    const { signal } = new AbortController();
    expect(await orAbort(signal, async () => 7)).toBe(7);
    await expect(orAbort(signal, () => Promise.reject(new Error('own')))).rejects.toThrow('own');
  });

  test('never begins when the signal has ended already', async () => {
    const run = vi.fn(async () => 7);
    await expect(orAbort(AbortSignal.abort('gone'), run)).rejects.toBe('gone');
    expect(run).not.toHaveBeenCalled();
  });

  test('ends with the signal, also where it does not listen to it', async () => {
    const controller = new AbortController();
    const work = orAbort(controller.signal, never);
    controller.abort('gone');
    await expect(work).rejects.toBe('gone');
  });

  test('leaves no listener behind, however often the signal is used', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await orAbort(signal, async () => 1);
    await orAbort(signal, () => Promise.reject(new Error('own'))).catch(() => undefined);
    expect(added).toHaveBeenCalledTimes(2);
    expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
      added.mock.calls.map(([, listener]) => listener),
    );
  });
});
