import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { digestOf, gram, roll, slotOfBeginning, slots, startDigest, toSlot } from './text-digest.ts';

const text = fc.string({ minLength: gram, maxLength: 60 });

property.prop([text])('the rolling hash at every position is that of the last eight characters alone', (whole) => {
  let hash = 0;
  for (let end = 1; end <= whole.length; end += 1) {
    const gone = end > gram ? whole.charCodeAt(end - gram - 1) : 0;
    hash = roll(hash, whole.charCodeAt(end - 1), gone);
    if (end >= gram) expect(toSlot(hash)).toBe(slotOfBeginning(whole.slice(end - gram, end)));
  }
});

property.prop([text])('a slot lies within the table', (whole) => {
  expect(slotOfBeginning(whole)).toBeGreaterThanOrEqual(0);
  expect(slotOfBeginning(whole)).toBeLessThan(slots);
});

property.prop([fc.string(), text, fc.string()])(
  'a digest depends on the part alone, not on where it stands',
  (before, part, after) => {
    expect(digestOf(before + part + after, before.length, part.length)).toBe(digestOf(part, 0, part.length));
  },
);

property.prop([text, fc.nat()])('a digest that grows step by step is that of the whole part', (whole, step) => {
  const digest = startDigest(whole, 0);
  digest.growTo(step % whole.length);
  digest.growTo(whole.length);
  expect(digest.value()).toBe(digestOf(whole, 0, whole.length));
  expect(Number.isSafeInteger(digest.value())).toBe(true);
});

property.prop([text, fc.nat(), fc.integer({ min: 1, max: 0xff })])(
  'one changed character changes the digest',
  (whole, at, change) => {
    const index = at % whole.length;
    const other = String.fromCharCode(whole.charCodeAt(index) ^ change);
    const changed = whole.slice(0, index) + other + whole.slice(index + 1);
    expect(digestOf(changed, 0, whole.length)).not.toBe(digestOf(whole, 0, whole.length));
  },
);
