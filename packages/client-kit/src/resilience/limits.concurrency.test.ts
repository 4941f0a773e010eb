import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRequestSlots } from './limits.ts';

const signal = new AbortController().signal;

test('never more run at once than the limit', async () => {
  const slots = createRequestSlots(3);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 20 }, () => slots.run(signal, work)));
  expect(most).toBe(3);
});

test('an overload halves the limit; as many successes as run at once raise it by one', () => {
  const slots = createRequestSlots(8);
  slots.noteOverload();
  expect(slots.limit).toBe(4);
  for (let at = 0; at < 4; at += 1) slots.noteSuccess();
  expect(slots.limit).toBe(5);
});

test('whatever happens, the limit stays between one and what is configured', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 64 }), fc.array(fc.boolean()), (most, events) => {
      const slots = createRequestSlots(most);
      for (const good of events) {
        if (good) slots.noteSuccess();
        else slots.noteOverload();
        expect(slots.limit).toBeGreaterThanOrEqual(1);
        expect(slots.limit).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test('who waits for a slot and gives up is not run', async () => {
  const slots = createRequestSlots(1);
  let release = (): void => undefined;
  const first = slots.run(signal, () => new Promise<void>((resolve) => (release = resolve)));
  const controller = new AbortController();
  let ran = false;
  const second = slots.run(controller.signal, async () => {
    ran = true;
  });
  controller.abort(new Error('given up'));
  await expect(second).rejects.toThrow('given up');
  release();
  await first;
  expect(ran).toBe(false);
});
