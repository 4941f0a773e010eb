import { globSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tooling/harness/src/vitest/slow-first.ts';
import { SlowestFiles } from './tooling/harness/src/vitest/slowest-files.ts';

/** One project a package, so that a failure names its package. */
const packages = globSync('{packages,apps,tooling,examples}/*/package.json', { cwd: import.meta.dirname }).toSorted();

/** Tests of code that keeps state in its module: MSAL remembers for its process which managed identity it found. */
const stateful: Readonly<Record<string, readonly string[]>> = {
  'packages/azure-backup': ['src/client/{app-service,auth,sign-in-error}.test.ts'],
};

const memoryFolder = '/dev/shm';
const enoughMemoryBytes = 4e9;

/** Temporary files in memory where the system has room for them: no test is about the disk, and many commit often. */
function temporaryFolder(): Readonly<Record<string, string>> {
  const stats = process.platform === 'linux' ? statfsSync(memoryFolder) : null;
  return stats !== null && stats.bavail * stats.bsize > enoughMemoryBytes ? { TMPDIR: memoryFolder } : {};
}

export default defineConfig({
  test: {
    // Simulators, builds of a document and whole readings run on busy machines; nothing is asserted about time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Much of a test is waiting for simulators, databases and processes: no core is kept free.
    maxWorkers: '100%',
    // Files share the modules of a worker: loading them again for every file took a third of the time.
    isolate: false,
    env: {
      ...temporaryFolder(),
      // Tests start the command as a process of its own: its code is compiled once.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compile'),
    },
    setupFiles: [`${import.meta.dirname}/tooling/harness/src/vitest/fixed-seed.ts`],
    sequence: { sequencer: SlowFirst },
    reporters: ['default', new SlowestFiles()],
    projects: packages.flatMap((manifest) => {
      const root = manifest.slice(0, -'/package.json'.length);
      const alone = stateful[root] ?? [];
      const project = (name: string, include: readonly string[], more: object) => ({
        extends: true as const,
        test: { root, name, include: [...include], ...more },
      });
      return [
        project(root, [root.startsWith('examples/') ? '*.test.ts' : 'src/**/*.test.ts'], { exclude: [...alone] }),
        ...(alone.length === 0 ? [] : [project(`${root} (isolated)`, alone, { isolate: true })]),
      ];
    }),
  },
});
