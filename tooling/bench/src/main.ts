import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runAdversarial } from './adversarial/run-adversarial.ts';
import { isReached, toFigureTable } from './figures/figure.ts';
import type { Suite } from './figures/suite.ts';
import { runSecrets } from './secrets/run-secrets.ts';
import { engines } from './store/store-suite.ts';
import { runStoreQuestions } from './store-questions/run-store-questions.ts';
import { findSuites, suites } from './suites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    rounds: { type: 'string' },
    jobs: { type: 'string' },
    engine: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});

const write = (line: string): void => void process.stdout.write(`${line}\n`);

function toCount(name: 'rounds' | 'jobs'): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Error(`--${name} must be a whole number from 1, not ${text}.`);
}
const options = { isQuick: values.quick, rounds: toCount('rounds'), jobs: toCount('jobs'), write };
const wantedEngines = engines.filter((engine) => values.engine === undefined || values.engine === engine);
if (wantedEngines.length === 0) throw new RangeError(`--engine must be one of ${engines.join(', ')}.`);

/** What looks for one fault and has no figures: each says whether what it looks for holds. */
const checks: Readonly<Record<string, (line: typeof write) => Promise<boolean>>> = {
  adversarial: runAdversarial,
  secrets: runSecrets,
};
const isSuite = (name: string): boolean => !Object.hasOwn(checks, name) && name !== 'store-questions';
const isOfEngine = ({ name }: Suite): boolean =>
  !name.startsWith('store-') || wantedEngines.some((engine) => name === `store-${engine}`);
const chosen = (positionals.length === 0 ? suites : positionals.filter(isSuite).flatMap(findSuites)).filter(isOfEngine);
if (values.json !== undefined && chosen.length > 1) throw new Error('--json names the file of one benchmark: name it.');

for (const suite of chosen) {
  write(`${suite.name}: ${suite.title}`);
  const figures = await suite.run(options);
  const file = values.json ?? fileURLToPath(new URL(`../results/${suite.name}.json`, import.meta.url));
  await mkdir(dirname(file), { recursive: true });
  const machine = { node: process.version, cores: availableParallelism() };
  const shown = figures.map((figure) => ({ ...figure, reached: isReached(figure) }));
  const { isQuick, rounds = null, jobs = null } = options;
  const result = { benchmark: suite.name, form: isQuick ? 'quick' : 'whole', rounds, jobs, machine, figures: shown };
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  write(`\n${toFigureTable(figures)}\n`);
}

for (const [name, check] of Object.entries(checks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const holds = await check(write);
  write(`${name}: ${holds ? 'holds' : 'does NOT hold'}\n`);
  if (!holds) process.exitCode = 1;
}

if (positionals.includes('store-questions')) {
  for (const engine of wantedEngines) await runStoreQuestions({ jobs: options.jobs ?? 200_000, engine, write });
}
