import { CrossvaultError, type JobStatus } from '@crossvault/core';
import { createFakeVendor, createManualClock, type FakeVendor, makeJob } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { openFakes } from '../../testing/fake-runtime.ts';
import { type Run, runCrossvault } from '../../testing/run-crossvault.ts';

const jobOf = (nativeId: string, status: JobStatus) =>
  makeJob('a', nativeId, { status, ended: !['queued', 'running', 'cancelling'].includes(status) });

/** Waits over a made-up vendor; after each read the vendor may have changed, and time has passed. */
async function wait(vendor: FakeVendor, argv: readonly string[], steps: readonly (() => void)[] = []): Promise<Run> {
  const clock = createManualClock();
  let isOver = false;
  const run = runCrossvault(['jobs', 'wait', ...argv], { openRuntime: openFakes({ a: vendor }, clock), clock }).finally(
    () => {
      isOver = true;
    },
  );
  const left = [...steps];
  while (!isOver) {
    for (let turn = 0; turn < 20 && !isOver; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    left.shift()?.();
    await clock.move(5_000);
  }
  return run;
}

describe('the exit code of jobs wait is the result', () => {
  test.each<[JobStatus, number]>([
    ['succeeded', 0],
    ['warning', 3],
    ['skipped', 3],
    ['failed', 4],
    ['cancelled', 4],
    ['unknown', 4],
  ])('of a job that ended as %s: %i', async (status, exitCode) => {
    const vendor = createFakeVendor({ jobs: [jobOf('one', 'running')] });
    const end = () => {
      vendor.jobs = [jobOf('one', status)];
    };
    expect((await wait(vendor, ['one'], [() => undefined, end])).exitCode).toBe(exitCode);
  });

  test('the worst of several', async () => {
    const vendor = createFakeVendor({ jobs: [jobOf('one', 'warning'), jobOf('two', 'succeeded')] });
    const run = await wait(vendor, ['one', 'two', '-o', 'ndjson']);
    expect([run.exitCode, run.out.trimEnd().split('\n')]).toEqual([3, [expect.any(String), expect.any(String)]]);
  });

  test('5 after the timeout', async () => {
    const vendor = createFakeVendor({ jobs: [jobOf('one', 'running')] });
    const run = await wait(vendor, ['one', '--timeout', '12', '-o', 'json']);
    expect([run.exitCode, JSON.parse(run.out)]).toMatchObject([5, { timedOut: true, data: [{ status: 'running' }] }]);
  });

  test('4 at once with --fail-fast, whatever the others do', async () => {
    const vendor = createFakeVendor({ jobs: [jobOf('one', 'failed'), jobOf('two', 'running')] });
    expect((await wait(vendor, ['one', 'two', '--fail-fast'])).exitCode).toBe(4);
  });

  test('8 for an unknown job, unless it appears in time', async () => {
    const vendor = createFakeVendor();
    expect((await wait(vendor, ['late'])).exitCode).toBe(8);
    const appear = () => {
      vendor.jobs = [jobOf('late', 'succeeded')];
    };
    expect((await wait(vendor, ['late', '--appears-within', '60'], [() => undefined, appear])).exitCode).toBe(0);
  });

  test('a temporary failure of a source is waited out, with a note', async () => {
    const vendor = createFakeVendor({ jobs: [jobOf('one', 'running')] });
    const run = await wait(
      vendor,
      ['one'],
      [
        () => {
          vendor.failure = new CrossvaultError({ code: 'source-unreachable', message: 'Nothing listens there.' });
        },
        () => {
          vendor.failure = null;
          vendor.jobs = [jobOf('one', 'succeeded')];
        },
      ],
    );
    expect([run.exitCode, run.err]).toEqual([0, expect.stringContaining('Nothing listens there. Still waiting.')]);
  });
});
