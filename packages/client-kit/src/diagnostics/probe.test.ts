import { type Clock, CrossvaultError } from '@crossvault/core';
import { expect, test } from 'vitest';
import { jobNotFound, nullWhenAbsent, runProbe, tryToken } from '../index.ts';

const ticks = [0, 5, 10, 30];
const clock = (): Clock => {
  const left = [...ticks];
  const next = () => left.shift() ?? 0;
  return { now: next, monotonicMs: next, sleep: () => new Promise(() => undefined) };
};
const call = { signal: new AbortController().signal };
const refused = new CrossvaultError({ code: 'permission-denied', message: 'No.' });

test('a probe goes step by step, and says how long each took', async () => {
  const report = await runProbe(
    [tryToken({ get: async () => 'abc' }, 'There is a token.'), { name: 'list', run: async () => 'There are jobs.' }],
    { clock: clock() },
    call,
  );
  expect(report).toEqual({
    ok: true,
    deniedFields: [],
    steps: [
      { name: 'token', ok: true, detail: 'There is a token.', advice: null, code: null, durationMs: 5 },
      { name: 'list', ok: true, detail: 'There are jobs.', advice: null, code: null, durationMs: 20 },
    ],
  });
});

test('it stops at the first step that fails, with the code and what to do', async () => {
  const advice = { 'permission-denied': 'Give it the role.' };
  const report = await runProbe(
    [
      tryToken({ get: () => Promise.reject(refused) }, 'never seen'),
      { name: 'list', run: async () => 'never reached' },
    ],
    { clock: clock(), advice },
    call,
  );
  expect(report).toMatchObject({
    ok: false,
    steps: [{ name: 'token', code: 'permission-denied', detail: 'No.', advice: 'Give it the role.' }],
  });
});

test('only what the vendor does not know counts as absent', async () => {
  const unknown = new CrossvaultError({ code: 'source-not-found', message: 'Not here.' });
  expect(await nullWhenAbsent(Promise.reject(unknown))).toBeNull();
  expect(await nullWhenAbsent(Promise.reject(refused), ({ code }) => code === 'permission-denied')).toBeNull();
  await expect(nullWhenAbsent(Promise.reject(refused))).rejects.toBe(refused);
  expect(jobNotFound('console', 'job 14', 'It keeps only the latest run.')).toMatchObject({
    code: 'job-not-found',
    message: 'The connection console has no job 14. It keeps only the latest run.',
  });
});
