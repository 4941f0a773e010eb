import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CrossvaultError, startDeadline } from '@crossvault/core';
import { type FaultInput, type Simulators, startSimulators } from '@crossvault/simulators';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVirtualWorld, type VirtualWorld, worldOf } from './virtual-world.ts';

let simulators: Simulators;
let world: VirtualWorld;
let startMs: number;

const open = async (tls: boolean): Promise<void> => {
  simulators = await startSimulators({ vendors: ['avepoint'], jobs: 20, start: '2026-03-02T12:00:00Z', tls });
  world = createVirtualWorld(simulators);
  startMs = world.clock.now();
};
beforeEach(() => open(false));
afterEach(async () => {
  await world.close();
  await simulators.close();
});

const passedSeconds = (): number => (world.clock.now() - startMs) / 1000;
const fault = (...faults: FaultInput[]): void => simulators.vendor('avepoint').faults.schedule({ faults });
const ask = async (signal?: AbortSignal) => {
  const { url, tokens } = simulators.vendor('avepoint');
  const request = new Request(`${url}/backup/m365/cloudbackupjobs`, {
    headers: { authorization: `Bearer ${tokens.valid}` },
    ...(signal === undefined ? {} : { signal }),
  });
  return world.fetch(request);
};
const tooLate = () => new CrossvaultError({ code: 'source-timeout', message: 'The deadline has passed.' });
const deadlineOf = (seconds: number) => startDeadline(world.clock, seconds * 1000, tooLate);

test('a wait of 20 seconds under a deadline of 30 is over at once', async () => {
  const deadline = deadlineOf(30);
  fault({ kind: 'throttled', wait: { seconds: 20 } });
  const refused = await ask(deadline.signal);
  expect(refused.status).toBe(429);
  await world.clock.sleep(Number(refused.headers.get('retry-after')) * 1000, deadline);
  expect((await ask(deadline.signal)).status).toBe(200);
  expect(passedSeconds()).toBe(20);
  expect(simulators.vendor('avepoint').faults.askedTooEarly).toBe(0);
  deadline.release();
});

test('who ignores a wait is found out, and who could not know of it is not', async () => {
  fault({ kind: 'throttled', wait: { seconds: 20 } });
  const together = await Promise.all([ask(), ask(), ask(), ask()]);
  expect(together.map(({ status }) => status)).toEqual([429, 429, 429, 429]);
  expect(simulators.vendor('avepoint').faults.askedTooEarly).toBe(0);
  await world.clock.sleep(1000);
  expect((await ask()).status).toBe(429);
  expect(simulators.vendor('avepoint').faults.askedTooEarly).toBe(1);
});

test('a request that hangs ends with its deadline, and not a moment later', async () => {
  fault({ kind: 'hang' });
  await expect(ask(deadlineOf(30).signal)).rejects.toMatchObject({ code: 'source-timeout' });
  expect(passedSeconds()).toBe(30);
});

test('a late answer comes before the deadline that it fits into', async () => {
  const deadline = deadlineOf(30);
  fault({ kind: 'latency', delayMs: 29_000 });
  expect((await ask(deadline.signal)).status).toBe(200);
  expect(passedSeconds()).toBe(29);
  deadline.release();
});

test('an answer that drips takes its time, and is cut by a deadline in the middle', async () => {
  fault({ kind: 'slow-drip', pieces: 5, delayMs: 4000 }, { kind: 'slow-drip', pieces: 5, delayMs: 4000 });
  expect((await (await ask()).text()).length).toBeGreaterThan(0);
  expect(passedSeconds()).toBe(20);
  const response = await ask(deadlineOf(10).signal);
  await expect(response.text()).rejects.toMatchObject({ code: 'source-timeout' });
  expect(passedSeconds()).toBe(30);
});

test('who sleeps wakes in order, and sees the time it asked for', async () => {
  const woken: [string, number][] = [];
  const sleep = async (name: string, seconds: number) => {
    await world.clock.sleep(seconds * 1000);
    woken.push([name, passedSeconds()]);
  };
  await Promise.all([sleep('c', 3), sleep('a', 1), sleep('b', 2), sleep('first of c', 0)]);
  expect(woken).toEqual([
    ['first of c', 0],
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
});

test('a sleep that is given up rejects with the reason, and takes no time', async () => {
  const given = new AbortController();
  const sleep = world.clock.sleep(60_000, given);
  given.abort(tooLate());
  await expect(sleep).rejects.toMatchObject({ code: 'source-timeout' });
  await expect(world.clock.sleep(60_000, given)).rejects.toMatchObject({ code: 'source-timeout' });
  expect(passedSeconds()).toBe(0);
});

test('time stands still while an answer is on its way', async () => {
  const deadline = deadlineOf(30);
  for (let count = 0; count < 20; count += 1) await (await ask(deadline.signal)).text();
  expect(passedSeconds()).toBe(0);
  expect(deadline.signal.aborted).toBe(false);
  deadline.release();
});

test('one request that hangs does not make time outrun another that is answered', async () => {
  fault({ kind: 'hang' });
  const hanging = ask(deadlineOf(30).signal).catch(() => passedSeconds());
  for (let count = 0; count < 20; count += 1) {
    await (await ask()).text();
    expect(passedSeconds()).toBe(0);
  }
  expect(await hanging).toBe(30);
});

test('unread and cancelled answers do not block the clock', async () => {
  await ask();
  await (await ask()).body?.cancel();
  fault({ kind: 'huge' }, { kind: 'reset-before' }, { kind: 'reset-body' });
  await (await ask()).body?.cancel();
  await expect(ask()).rejects.toThrow();
  await ask();
  await world.clock.sleep(1000);
  expect(passedSeconds()).toBe(1);
});

test('cryptography and files are not outrun', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 4096 });
  const deadline = deadlineOf(30);
  for (let count = 0; count < 5; count += 1) {
    await promisify(sign)('sha256', Buffer.from('text'), privateKey);
    await readFile(new URL(import.meta.url));
  }
  expect(passedSeconds()).toBe(0);
  deadline.release();
});

test('clients of the same simulators share one world', () => {
  expect(worldOf(simulators)).toBe(worldOf(simulators));
});

test('over TLS the authority of the simulators is known', async () => {
  await world.close();
  await simulators.close();
  await open(true);
  fault({ kind: 'latency', delayMs: 5000 });
  const response = await ask();
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('"data"');
  expect(passedSeconds()).toBe(5);
});
