import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startSimulators } from './index.ts';

test('the example of the README does what it says', async () => {
  // example
  const simulators = await startSimulators({ jobs: 100, seed: 7, start: '2026-11-20T06:00:00Z' });
  const azure = simulators.vendor('azure-backup');

  const nativeId = azure.addJob({ status: 'running', target: 'vm-1' });
  azure.changeJob(nativeId, { status: 'failed' });
  simulators.clock.move(3_600_000);

  const failed = simulators.truth().find((job) => job.nativeId === nativeId);
  await simulators.close();
  // end of the example
  expect(failed).toMatchObject({ status: 'failed', endedAt: '2026-11-20T06:00:00.000Z' });
});

test('the example of the README is the one above', async () => {
  const read = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
  const [readme, here] = await Promise.all([read('../README.md'), read('./example.test.ts')]);
  const shown = /```ts\n[^\n]*\n\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no example';
  const tested = /\/\/ example\n([\s\S]*?) *\/\/ end of the example/.exec(here)?.[1] ?? 'no example';
  expect(shown).toBe(tested.replace(/^ {2}/gm, ''));
});
