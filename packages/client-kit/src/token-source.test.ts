import type { Clock } from '@crossvault/contract';
import { expect, test } from 'vitest';
import { createTokenSource } from './token-source.ts';

function manualClock(): Clock & { at: number; readonly sleepers: (() => void)[] } {
  const sleepers: (() => void)[] = [];
  return {
    at: 0,
    sleepers,
    now() {
      return this.at;
    },
    sleep: (_milliseconds, options) =>
      new Promise((resolve, reject) => {
        sleepers.push(resolve);
        options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      }),
  };
}
const call = { signal: new AbortController().signal };

test('callers that need a token at the same time share one request', async () => {
  let requests = 0;
  const tokens = createTokenSource({
    clock: manualClock(),
    request: async () => {
      requests += 1;
      return { token: `t${requests}`, expiresInSeconds: 3600 };
    },
  });
  expect(await Promise.all([tokens.get(call), tokens.get(call), tokens.get(call)])).toEqual(['t1', 't1', 't1']);
  expect(requests).toBe(1);
});

test('a token is kept until shortly before its end, then got anew', async () => {
  const clock = manualClock();
  let requests = 0;
  const tokens = createTokenSource({
    clock,
    request: async () => {
      requests += 1;
      return { token: `t${requests}`, expiresInSeconds: 3600 };
    },
  });
  await tokens.get(call);
  clock.at = 3_539_000;
  expect(await tokens.get(call)).toBe('t1');
  clock.at = 3_541_000;
  expect(await tokens.get(call)).toBe('t2');
});

test('a failed request is told to those who waited, and the next caller asks again', async () => {
  let requests = 0;
  const tokens = createTokenSource({
    clock: manualClock(),
    request: async () => {
      requests += 1;
      if (requests === 1) throw new Error('refused');
      return { token: 't2', expiresInSeconds: null };
    },
  });
  await expect(tokens.get(call)).rejects.toThrow('refused');
  expect(await tokens.get(call)).toBe('t2');
});

test('one caller giving up does not take the token from the others', async () => {
  let grant: (token: { token: string; expiresInSeconds: number }) => void = () => undefined;
  const tokens = createTokenSource({
    clock: manualClock(),
    request: () =>
      new Promise((resolve) => {
        grant = resolve;
      }),
  });
  const impatient = new AbortController();
  const first = tokens.get({ signal: impatient.signal });
  const second = tokens.get(call);
  impatient.abort(new Error('enough'));
  await expect(first).rejects.toThrow('enough');
  grant({ token: 't1', expiresInSeconds: 60 });
  expect(await second).toBe('t1');
});

test('a token endpoint that hangs is given up at its deadline', async () => {
  const clock = manualClock();
  const tokens = createTokenSource({
    clock,
    request: ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  });
  const waiting = tokens.get(call);
  clock.sleepers.forEach((wake) => {
    wake();
  });
  await expect(waiting).rejects.toMatchObject({ code: 'source-timeout' });
});
