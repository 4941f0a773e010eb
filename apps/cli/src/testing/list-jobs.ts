import { CrossvaultError, type JobPage, jobPageSchema } from '@crossvault/core';
import { createFakeVendor, type FakeVendor, jobsAt } from '@crossvault/testkit';
import { openFakes } from './fake-runtime.ts';
import { type Run, runCrossvault } from './run-crossvault.ts';

export const unreachable = new CrossvaultError({
  code: 'source-unreachable',
  message: 'Nothing listens at b.example.',
});

/** Runs `jobs list` over made-up vendors. */
export const listJobs = (vendors: Readonly<Record<string, FakeVendor>>, ...argv: string[]): Promise<Run> =>
  runCrossvault(['jobs', 'list', ...argv], { openRuntime: openFakes(vendors) });

/** A source that answers and one that does not. */
export const halfBroken = (...minutes: number[]): Record<string, FakeVendor> => ({
  a: createFakeVendor({ jobs: jobsAt('a', minutes) }),
  b: createFakeVendor({ failure: unreachable }),
});

export const readPage = (text: string): JobPage => jobPageSchema.parse(JSON.parse(text));

/** The native ids of jobs that stand one on a line. */
export const nativeIdsIn = (lines: string): string[] =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).nativeId);
