import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** One project a package, so that a failure names its package. */
const packages = globSync('{packages,apps,tooling}/*/package.json', { cwd: import.meta.dirname }).toSorted();

export default defineConfig({
  test: {
    // Simulators, builds of a document and whole readings run on busy machines; nothing is asserted about time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Much of a test is waiting for simulators, databases and processes: no core is kept free for anybody else.
    maxWorkers: '100%',
    setupFiles: [`${import.meta.dirname}/tooling/testkit/src/fixed-seed.ts`],
    projects: packages.map((manifest) => {
      const root = manifest.slice(0, -'/package.json'.length);
      return { extends: true, test: { root, name: root, include: ['src/**/*.test.ts'] } };
    }),
  },
});
