import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulators, startSimulators } from '../simulators.ts';

let simulators: Simulators;
beforeEach(async () => {
  simulators = await startSimulators({ vendors: ['avepoint'], jobs: 5, start: '2026-11-20T06:00:00Z' });
});
afterEach(() => simulators.close());

const call = async (method: string, body?: unknown) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${simulators.control.url}/vendors/avepoint/faults`, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
};
const ask = async () => (await fetch(`${simulators.vendor('avepoint').url}/anything`)).status;

test.each([
  [
    'script',
    { script: [{ on: { nth: 2, path: 'anything' }, fault: { kind: 'status', status: 503 } }] },
    [401, 503, 401],
  ],
  ['schedule', { schedule: { faults: [{ kind: 'conflict' }, null, { kind: 'not-found' }] } }, [409, 401, 404]],
  ['random', { random: { seed: 3, probability: 1, kinds: ['timeout-status'] } }, [408, 408, 408]],
])('a %s is applied, listed and ended', async (_name, plan, statuses) => {
  expect(await call('POST', plan)).toEqual({ status: 200, body: { done: [], askedTooEarly: 0 } });
  const seen = [await ask(), await ask(), await ask()];
  expect(seen).toEqual(statuses);
  const failed = statuses.filter((status) => status !== 401);
  expect((await call('GET')).body.done).toHaveLength(failed.length);
  expect((await call('DELETE')).status).toBe(204);
  expect(await ask()).toBe(401);
  expect((await call('GET')).body).toEqual({ done: [], askedTooEarly: 0 });
});

test('a malformed plan is refused with a reason', async () => {
  const { status, body } = await call('POST', { script: [{ fault: { kind: 'boom' } }] });
  expect(status).toBe(400);
  expect(body.error).toContain('the kinds are hang');
});
