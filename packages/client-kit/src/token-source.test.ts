import type { Clock } from '@crossvault/contract';
import { createManualClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { createTokenSource, type GrantedToken } from './token-source.ts';

function manualClock(): Clock & { at: number; readonly sleepers: (() => void)[] } {
  const sleepers: (() => void)[] = [];
  return {
    at: 0,
    sleepers,
    now() {
      return this.at;
    },
    monotonicMs() {
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

/** A source whose endpoint answers these one after the other, on a clock that the test moves. */
function granting(...grants: (GrantedToken | Error)[]) {
  const clock = createManualClock();
  const formers: (string | null)[] = [];
  const tokens = createTokenSource({
    clock,
    async request(_call, former) {
      formers.push(former?.refreshToken ?? null);
      const next = grants.shift();
      if (next instanceof Error || next === undefined) throw next ?? new Error('asked too often');
      return next;
    },
  });
  return { clock, tokens, formers };
}
const hour = (token: string, refreshToken: string): GrantedToken => ({ token, expiresInSeconds: 3600, refreshToken });

test('a renewal that fails costs nothing while the old token is valid, and is tried again later', async () => {
  const { clock, tokens, formers } = granting(hour('a', 'r1'), new Error('down'), new Error('down'), hour('b', 'r2'));
  await tokens.get(call);
  await clock.move(3_545_000);
  expect([await tokens.get(call), await tokens.get(call)]).toEqual(['a', 'a']);
  expect(formers).toHaveLength(2);
  await clock.move(10_000);
  expect(await tokens.get(call)).toBe('a');
  await clock.move(10_000);
  expect(await tokens.get(call)).toBe('b');
});

test('once the old token has ended, a renewal that fails is told', async () => {
  const { clock, tokens } = granting(hour('a', 'r1'), new Error('down'));
  await tokens.get(call);
  await clock.move(3_600_000);
  await expect(tokens.get(call)).rejects.toThrow('down');
});

test('a renewal is handed what was granted before, also after the token was refused', async () => {
  const { clock, tokens, formers } = granting(hour('a', 'r1'), hour('b', 'r2'), hour('c', 'r3'));
  await tokens.get(call);
  await clock.move(3_545_000);
  await tokens.get(call);
  expect(await tokens.renew?.('b', call)).toBe('c');
  expect(formers).toEqual([null, 'r1', 'r2']);
});
