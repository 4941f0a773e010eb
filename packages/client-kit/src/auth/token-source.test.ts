import { type Clock, redact } from '@crossvault/core';
import { createManualClock, failureOf } from '@crossvault/testkit';
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
    connection: 'source',
    clock: manualClock(),
    request: async () => {
      requests += 1;
      return { token: `access-t${requests}`, expiresInSeconds: 3600 };
    },
  });
  expect(await Promise.all([tokens.get(call), tokens.get(call), tokens.get(call)])).toEqual([
    'access-t1',
    'access-t1',
    'access-t1',
  ]);
  expect(requests).toBe(1);
});

test('a token is kept until shortly before its end, then replaced', async () => {
  const clock = manualClock();
  let requests = 0;
  const tokens = createTokenSource({
    connection: 'source',
    clock,
    request: async () => {
      requests += 1;
      return { token: `access-t${requests}`, expiresInSeconds: 3600 };
    },
  });
  await tokens.get(call);
  clock.at = 3_539_000;
  expect(await tokens.get(call)).toBe('access-t1');
  clock.at = 3_541_000;
  expect(await tokens.get(call)).toBe('access-t2');
});

test('a failed request rejects all waiting callers, and the next caller requests again', async () => {
  let requests = 0;
  const tokens = createTokenSource({
    connection: 'source',
    clock: manualClock(),
    request: async () => {
      requests += 1;
      if (requests === 1) throw new Error('refused');
      return { token: 'access-t2', expiresInSeconds: null };
    },
  });
  await expect(tokens.get(call)).rejects.toThrow('refused');
  expect(await tokens.get(call)).toBe('access-t2');
});

test('one caller cancelling does not take the token from the others', async () => {
  let grant: (token: { token: string; expiresInSeconds: number }) => void = () => undefined;
  const tokens = createTokenSource({
    connection: 'source',
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
  grant({ token: 'access-t1', expiresInSeconds: 60 });
  expect(await second).toBe('access-t1');
});

test('a token endpoint that hangs is cancelled at its deadline', async () => {
  const clock = manualClock();
  const tokens = createTokenSource({
    connection: 'source',
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
    connection: 'source',
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
  const { clock, tokens, formers } = granting(
    hour('access-a', 'refresh-r1'),
    new Error('down'),
    new Error('down'),
    hour('access-b', 'refresh-r2'),
  );
  await tokens.get(call);
  await clock.move(3_545_000);
  expect([await tokens.get(call), await tokens.get(call)]).toEqual(['access-a', 'access-a']);
  expect(formers).toHaveLength(2);
  await clock.move(10_000);
  expect(await tokens.get(call)).toBe('access-a');
  await clock.move(10_000);
  expect(await tokens.get(call)).toBe('access-b');
});

test('once the old token has ended, a failed renewal is an error', async () => {
  const { clock, tokens } = granting(hour('access-a', 'refresh-r1'), new Error('down'));
  await tokens.get(call);
  await clock.move(3_600_000);
  await expect(tokens.get(call)).rejects.toThrow('down');
});

test('a renewal is handed what was granted before, also after the token was refused', async () => {
  const { clock, tokens, formers } = granting(
    hour('access-a', 'refresh-r1'),
    hour('access-b', 'refresh-r2'),
    hour('access-c', 'refresh-r3'),
  );
  await tokens.get(call);
  await clock.move(3_545_000);
  await tokens.get(call);
  expect(await tokens.renew?.('access-b', call)).toBe('access-c');
  expect(formers).toEqual([null, 'refresh-r1', 'refresh-r2']);
});

test.each([
  ['ends the header', 'abcdefgh1\r\nX: 1'],
  ['no header can carry', 'tök€n-of-the-appliance'],
  ['holds a space', 'Bearer abcdefgh1'],
  ['is short', 't1'],
  ['is a plain word', 'Completed'],
  ['is a plain word in the answer of a gateway', 'Unauthorized'],
  ['has no end', 'a1'.repeat(40_000)],
])('an access token that %s is refused where it came from, and requested again', async (_case, token) => {
  const { clock, tokens, formers } = granting(hour(token, 'refresh-r1'), hour('access-b', 'refresh-r2'));
  const refused = await failureOf(tokens.get(call));
  expect(refused).toMatchObject({ code: 'answer-unreadable', source: 'source' });
  expect(refused.message).not.toContain(token);
  // The pause after an answer that cannot be used.
  await clock.move(5_000);
  expect(await tokens.get(call)).toBe('access-b');
  expect(formers).toEqual([null, null]);
});

test('a refresh token that can be none is not kept: the credential is given again', async () => {
  const { clock, tokens, formers } = granting(hour('access-a', 'Completed'), hour('access-b', 'refresh-r2'));
  await tokens.get(call);
  await clock.move(3_545_000);
  expect(await tokens.get(call)).toBe('access-b');
  expect(formers).toEqual([null, null]);
});

test('a token is hidden in what comes from its connection as long as requests may be in progress with it', async () => {
  const { clock, tokens } = granting(
    hour('access-1a', 'refresh-1a'),
    hour('access-2b', 'refresh-2b'),
    hour('access-3c', 'refresh-3c'),
  );
  const shown: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    await tokens.get(call);
    shown.push(redact('access-1a refresh-1a access-2b access-3c', 'source'));
    await clock.move(3_545_000);
  }
  expect(shown).toEqual([
    '[redacted] [redacted] access-2b access-3c',
    '[redacted] [redacted] [redacted] access-3c',
    'access-1a refresh-1a [redacted] [redacted]',
  ]);
  expect(redact('access-3c', 'another source')).toBe('access-3c');
});
