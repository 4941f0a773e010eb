import { benchmarks } from './benchmarks.ts';
import { commandSuite } from './command/command-suite.ts';
import { exportSuite } from './export/export-suite.ts';
import { facadeSuite } from './facade/facade-suite.ts';
import { toCandidateSuite } from './figures/candidate-suite.ts';
import type { Suite } from './figures/suite.ts';
import { insightSuite } from './insight/insight-suite.ts';
import { serveMemorySuite } from './serve-memory/serve-memory-suite.ts';
import { engines, toStoreSuite } from './store/store-suite.ts';
import { syncSuite } from './sync/sync-suite.ts';

/** Every benchmark that gives figures. */
export const suites: readonly Suite[] = [
  ...benchmarks.map(toCandidateSuite),
  facadeSuite,
  commandSuite,
  syncSuite,
  ...engines.map(toStoreSuite),
  exportSuite,
  insightSuite,
  serveMemorySuite,
];

/** By its name, or by the name of several of them: `store` is both databases. */
export function findSuites(name: string): readonly Suite[] {
  const found = suites.filter((suite) => suite.name === name || suite.name.startsWith(`${name}-`));
  if (found.length > 0) return found;
  throw new RangeError(`There is no benchmark ${name}; there are: ${suites.map((suite) => suite.name).join(', ')}.`);
}
