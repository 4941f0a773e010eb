import { parseArgs } from 'node:util';
import { toFigureTable } from './figures/figure.ts';
import { findDrift, readRecorded, toRecord, writeRecorded } from './figures/recorded.ts';
import type { Suite } from './figures/suite.ts';
import { findSuites, suites } from './suites.ts';

/** The quick form of every benchmark, against what was recorded: `pnpm bench:quick [name…] [--record]`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'boolean', default: false } },
});
const write = (line: string): void => void process.stdout.write(`${line}\n`);
const recorded = readRecorded();

async function measure(suite: Suite) {
  const startMs = performance.now();
  const figures = await suite.run({ isQuick: true, rounds: undefined, jobs: undefined, write: () => undefined });
  const seconds = (performance.now() - startMs) / 1000;
  write(`${suite.name}, ${seconds.toFixed(0)} seconds\n${toFigureTable(figures)}\n`);
  return figures;
}

/** What is worse in two runs, one after the other: a machine that was busy for a moment is no regression. */
async function findWorse(suite: Suite): Promise<readonly string[]> {
  const figures = await measure(suite);
  const first = findDrift(figures, recorded[suite.name]);
  for (const name of first.unknown) write(`${suite.name}, not comparable with what was recorded: ${name}`);
  if (first.worse.length === 0) return [];
  write(`${suite.name} is measured again, for ${first.worse.map(({ name }) => name).join('; ')}\n`);
  const second = findDrift(await measure(suite), recorded[suite.name]);
  return second.worse
    .filter(({ name }) => first.worse.some((each) => each.name === name))
    .map(({ name, change }) => `${suite.name}: ${name}: ${change}`);
}

const chosen = (positionals.length === 0 ? suites : positionals.flatMap(findSuites)).filter(({ isQuick }) => isQuick);
if (values.record) {
  const next = { ...recorded };
  for (const suite of chosen) next[suite.name] = toRecord(await measure(suite));
  writeRecorded(next);
} else {
  const worse: string[] = [];
  for (const suite of chosen) worse.push(...(await findWorse(suite)));
  for (const line of worse) write(`WORSE  ${line}`);
  write(`${chosen.length} benchmarks, ${worse.length} figures more than twice as bad as recorded.`);
  process.exitCode = worse.length === 0 ? 0 : 1;
}
