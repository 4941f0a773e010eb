import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const mostListed = 10;

interface TimedFile {
  readonly file: string;
  readonly durationMs: number;
}

/** Prints the test files that took longest, so that a slow one is noticed when it is written. */
export class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = listSlowest(
      modules.map((module) => ({
        file: relative(process.cwd(), module.moduleId),
        durationMs: durationOf(module),
      })),
    );
    if (lines.length > 0) process.stdout.write(`\n${lines.join('\n')}\n`);
  }
}

/** [] for so few files that the reporter beside this one shows each of them anyway. */
export function listSlowest(files: readonly TimedFile[]): readonly string[] {
  if (files.length <= mostListed) return [];
  const slowest = files.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, mostListed);
  return [
    `The ${mostListed} slowest of ${files.length} test files:`,
    ...slowest.map(({ file, durationMs }) => `${(durationMs / 1000).toFixed(1).padStart(7)} s  ${file}`),
  ];
}

function durationOf(module: TestModule): number {
  const { duration, collectDuration, setupDuration } = module.diagnostic();
  return duration + collectDuration + setupDuration;
}
