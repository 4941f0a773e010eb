import { expect, test } from 'vitest';
import { createSystemClock } from './system-clock.ts';

test('a sleep ends with the reason of its signal as soon as that is aborted', async () => {
  const controller = new AbortController();
  const sleeping = createSystemClock().sleep(2 ** 40, { signal: controller.signal });
  const reason = new Error('enough');
  controller.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
});

test('a sleep with an aborted signal rejects at once', async () => {
  await expect(createSystemClock().sleep(0, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow(
    'before',
  );
});

test('a sleep of no time is over at once', async () => {
  await expect(createSystemClock().sleep(0)).resolves.toBeUndefined();
  await expect(createSystemClock().sleep(1)).resolves.toBeUndefined();
});

test.each([true, false])(
  'a sleep keeps the process running only where it is asked to: %s',
  async (keepsProcessAlive) => {
    const timers = (): number => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    const controller = new AbortController();
    const sleeping = createSystemClock({ keepsProcessAlive }).sleep(60_000, { signal: controller.signal });
    expect(timers() - before).toBe(keepsProcessAlive ? 1 : 0);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    expect(timers()).toBe(before);
  },
);
