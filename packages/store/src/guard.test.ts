import { expect, test } from 'vitest';
import { guard } from './guard.ts';

const calls = {
  name: 'store',
  async read(value: string) {
    return value;
  },
  async fail(): Promise<never> {
    throw new Error('raw');
  },
  async *rows() {
    yield 1;
    throw new Error('raw');
  },
};
const guarded = guard(calls, (error) => new Error(`converted ${error instanceof Error ? error.message : ''}`));

test('a call that succeeds gives its result', async () => {
  expect([guarded.name, await guarded.read('x')]).toEqual(['store', 'x']);
});

test('the error of a call is converted', async () => {
  await expect(guarded.fail()).rejects.toThrow('converted raw');
});

test('rows come one by one, and an error among them is converted', async () => {
  const seen: number[] = [];
  const read = async () => {
    for await (const row of guarded.rows()) seen.push(row);
  };
  await expect(read()).rejects.toThrow('converted raw');
  expect(seen).toEqual([1]);
});
