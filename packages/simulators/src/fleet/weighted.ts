import type { Random } from './random.ts';

export type Weighted<Value> = readonly (readonly [weight: number, value: Value])[];

/** One of the values, each as often as its weight says. */
export const pickWeighted = <Value>(random: Random, list: Weighted<Value>): Value => {
  const total = list.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.integer(1, total);
  for (const [weight, value] of list) {
    left -= weight;
    if (left <= 0) return value;
  }
  throw new RangeError('nothing to pick from');
};
