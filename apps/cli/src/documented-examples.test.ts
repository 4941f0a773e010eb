import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobViewSchema } from '@crossvault/core';
import { documentedExamples } from '@crossvault/harness';
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

test.each(documentedExamples)('jobs get %s is what its page documents', async (nativeId, expected) => {
  const { exitCode, out, err } = await runCrossvault(['jobs', 'get', nativeId, '-o', 'json'], { cwd });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(jobViewSchema.parse(JSON.parse(out))).toMatchObject({ nativeId, ...expected });
});

test.each(documentedExamples)('jobs explain %s shows the same values', async (nativeId) => {
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
