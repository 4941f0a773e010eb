import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: number) => {
  const random = createRandom(seed);
  return [random.integer(0, 1e9), random.uuid(), random.hex(8), random.pick(['a', 'b', 'c']), random.chance(0.5)];
};

test('the same seed draws the same, another seed something else', () => {
  expect(draw(1)).toEqual(draw(1));
  expect(draw(2)).not.toEqual(draw(1));
});

test('a fork depends on seed and label only, not on what was drawn before', () => {
  const fresh = createRandom(7);
  const used = createRandom(7);
  used.hex(100);
  expect(used.fork('azure').uuid()).toBe(fresh.fork('azure').uuid());
  expect(fresh.fork('azure').uuid()).not.toBe(fresh.fork('veeam').uuid());
});

test('uuids look like uuids, and a sure or impossible chance is sure or impossible', () => {
  const random = createRandom(3);
  expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Array.from({ length: 50 }, () => random.chance(1))).not.toContain(false);
  expect(Array.from({ length: 50 }, () => random.chance(0))).not.toContain(true);
  expect(() => random.pick([])).toThrow();
});
