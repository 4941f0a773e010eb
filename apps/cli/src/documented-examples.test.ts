import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobViewSchema } from '@crossvault/contract';
import { type Simulators, startSimulators, writeConfiguration } from '@crossvault/simulators';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCrossvault } from './testing/run-crossvault.ts';

// Whole programs are loaded and started here: how long that takes is the machine's affair.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let simulators: Simulators;
let cwd: string;
beforeAll(async () => {
  simulators = await startSimulators({ jobs: 100, seed: 3 });
  cwd = await mkdtemp(join(tmpdir(), 'crossvault-documented-'));
  await writeConfiguration(cwd, Object.values(simulators.vendors));
});
afterAll(async () => {
  await simulators.close();
  await rm(cwd, { recursive: true });
});

/** What the vendors' own pages show, asked for by the ids that they show. */
const documented: readonly (readonly [nativeId: string, expected: object])[] = [
  [
    '7ddead57-bcb9-4269-ac31-6a1b57588700',
    {
      kind: 'backup',
      status: 'succeeded',
      target: { type: 'vm', name: 'uttestvmub1' },
      startedAt: '2018-05-21T08:35:40.948Z',
      endedAt: '2018-05-21T08:56:04.038Z',
      durationSeconds: 1223.09,
      sizeBytes: 2_445_279_232,
      tasks: [{}, {}],
      actions: [],
    },
  ],
  [
    'e2ca2cf4-2eb9-4d4b-b16a-8e592d2a658b',
    {
      kind: 'configure',
      status: 'succeeded',
      target: { type: 'file-share', name: 'testshare' },
      startedAt: '2020-02-03T18:10:48.296Z',
      endedAt: '2020-02-03T18:11:31.476Z',
      durationSeconds: 43.18,
      plan: { name: 'schedule1' },
      details: { 'Storage Account Name': expect.any(String) },
    },
  ],
  [
    '14',
    {
      kind: 'backup',
      status: 'cancelled',
      target: null,
      startedAt: '2020-02-07T12:21:04.223Z',
      endedAt: '2020-02-07T12:22:22.046Z',
      durationSeconds: 77.823,
      plan: { name: 'Policy 1' },
    },
  ],
  [
    '3',
    {
      kind: 'configure',
      status: 'succeeded',
      target: { type: 'repository', name: 'Backup Repository' },
      startedAt: '2020-02-07T08:04:29.825Z',
      endedAt: '2020-02-07T08:05:05.293Z',
      durationSeconds: 35.468,
    },
  ],
  [
    '4610eb17-b41c-4cc5-81d1-938ee6d89b7a',
    {
      kind: 'backup',
      status: 'succeeded',
      target: { type: 'workstation' },
      startedAt: '2018-12-07T08:30:00.767Z',
      endedAt: '2018-12-07T08:31:38.767Z',
      durationSeconds: 98,
      sizeBytes: 67_325_952,
      plan: { nextRunAt: '2018-12-07T21:30:00.000Z' },
      provenance: { endedAt: 'computed' },
    },
  ],
  [
    'FB20241015105312327583',
    {
      kind: 'backup',
      status: 'succeeded',
      target: null,
      startedAt: '2024-12-02T07:52:25.000Z',
      endedAt: '2024-12-02T07:53:04.000Z',
      durationSeconds: 39,
      counts: { total: 16, succeeded: 14, failed: 0, skipped: 2 },
    },
  ],
];

test.each(documented)('jobs get %s is what its page documents', async (nativeId, expected) => {
  const { exitCode, out, err } = await runCrossvault(['jobs', 'get', nativeId, '-o', 'json'], { cwd });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(jobViewSchema.parse(JSON.parse(out))).toMatchObject({ nativeId, ...expected });
});

test.each(documented)('jobs explain %s shows the same values', async (nativeId) => {
  const job = JSON.parse((await runCrossvault(['jobs', 'get', nativeId, '-o', 'json'], { cwd })).out);
  const { exitCode, out } = await runCrossvault(['jobs', 'explain', nativeId, '-o', 'ndjson'], { cwd });
  expect(exitCode).toBe(0);
  const shown = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const field of ['kind', 'status', 'target', 'plan', 'startedAt', 'endedAt', 'durationSeconds', 'counts']) {
    expect(shown.find((each) => each.field === field)?.value).toEqual(job[field]);
  }
});
