import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';

let simulators: Simulators;
beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['veeam-azure'], jobs: 0, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const vendor = () => simulators.vendor('veeam-azure');
const ask = (method: string, path: string, signal: AbortSignal | null = null) =>
  fetch(vendor().url + path, { method, signal, headers: { authorization: `Bearer ${vendor().tokens.valid}` } });
const nextTurns = () => new Promise((resolve) => setImmediate(resolve));
const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await nextTurns();
};
const policies = '/api/v8.1/policies/sql';

async function firstPolicy(): Promise<{ readonly id: string; readonly isEnabled: boolean }> {
  const text = await (await ask('GET', policies)).text();
  const { results }: { readonly results: readonly [{ readonly id: string; readonly isEnabled: boolean }] } =
    JSON.parse(text);
  return results[0];
}

test('a change whose answer is held is performed, and its caller hears nothing', async () => {
  const { id } = await firstPolicy();
  vendor().faults.script([{ on: { method: 'POST', path: 'disable' }, fault: { kind: 'answer-held' } }]);
  const leaving = new AbortController();
  const asked = ask('POST', `${policies}/${id}/disable`, leaving.signal);
  await until(() => vendor().faults.done.length === 1);
  expect(await firstPolicy()).toMatchObject({ id, isEnabled: false });
  leaving.abort();
  await expect(asked).rejects.toThrow();
});

test('a change that is performed late is performed once its time has come, although its caller has left', async () => {
  const { id } = await firstPolicy();
  vendor().faults.script([{ on: { method: 'POST', path: 'disable' }, fault: { kind: 'performed-late' } }]);
  const leaving = new AbortController();
  const asked = ask('POST', `${policies}/${id}/disable`, leaving.signal).catch(() => 'left');
  await until(() => vendor().faults.done.length === 1);
  leaving.abort();
  expect(await asked).toBe('left');
  simulators.clock.move(79_000);
  expect(await firstPolicy()).toMatchObject({ isEnabled: true });
  simulators.clock.move(1_000);
  await until(async () => !(await firstPolicy()).isEnabled);
});
