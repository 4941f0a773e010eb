import { CrossvaultError } from '@crossvault/contract';
import { createManualClock } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { probeInSteps } from './probe.ts';

const call = { signal: new AbortController().signal };

test('every step says what it saw and how long it took', async () => {
  const clock = createManualClock();
  const token = async () => {
    await clock.move(40);
    return 'Logged in.';
  };
  const report = await probeInSteps([{ name: 'token', run: token }], clock, call);
  expect(report).toEqual({
    ok: true,
    steps: [{ name: 'token', ok: true, detail: 'Logged in.', durationMs: 40 }],
    deniedFields: [],
  });
});

test('the first step that fails ends the probe and says what to do', async () => {
  const unknownVersion = new CrossvaultError({ code: 'source-not-found', message: 'The source answered 404.' });
  const report = await probeInSteps(
    [
      { name: 'token', run: async () => 'Logged in.' },
      { name: 'list', run: () => Promise.reject(unknownVersion) },
      { name: 'more', run: () => Promise.reject(new Error('never tried')) },
    ],
    createManualClock(),
    call,
  );
  expect(report.ok).toBe(false);
  expect(report.steps.map(({ name, ok }) => [name, ok])).toEqual([
    ['token', true],
    ['list', false],
  ]);
  expect(report.steps[1]?.detail).toMatch(/404\. Check baseUrl, and whether the appliance still serves/);
});

test('a mistake of ours is a failed step and no exception', async () => {
  const run = () => Promise.reject(new TypeError('not a function'));
  const report = await probeInSteps([{ name: 'list', run }], createManualClock(), call);
  expect(report.steps[0]).toMatchObject({ ok: false, detail: 'not a function' });
});
