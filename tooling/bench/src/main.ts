import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runAdversarial } from './adversarial/run-adversarial.ts';
import { benchmarks, findBenchmark } from './benchmarks.ts';
import { toTable } from './report.ts';
import { runBenchmark } from './run-benchmark.ts';
import { runSecrets } from './secrets/run-secrets.ts';
import { engines, runStore } from './store/run-store.ts';
import { runStoreQuestions } from './store-questions/run-store-questions.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    'warm-ups': { type: 'string', default: '12' },
    samples: { type: 'string', default: '15' },
    jobs: { type: 'string', default: '100000' },
    engine: { type: 'string' },
    'fill-minutes': { type: 'string', default: '20' },
  },
});
const [first, ...rest] = positionals;
if (first === 'store-questions') {
  const wanted = engines.filter((engine) => !engines.some((each) => rest.includes(each)) || rest.includes(engine));
  const jobs = Number(rest.find((each) => /^\d+$/.test(each)) ?? '200000');
  for (const engine of wanted)
    await runStoreQuestions({ jobs, engine, write: (line) => process.stdout.write(`${line}\n`) });
  process.exit();
}
const wantsStore = positionals.length === 0 || positionals.includes('store');
/** What needs no candidates: each says whether what it looks for holds. */
const compared = { adversarial: runAdversarial, secrets: runSecrets } as const;
const isCompared = (name: string): boolean => Object.hasOwn(compared, name);
const named = positionals.filter((name) => name !== 'store' && !isCompared(name)).map(findBenchmark);
const chosen = positionals.length === 0 ? benchmarks : named;
if (values.json !== undefined && chosen.length + (wantsStore ? engines.length : 0) > 1 && values.engine === undefined)
  throw new Error('--json names the file of one benchmark: name that one.');

const toCount = (name: 'rounds' | 'warm-ups' | 'samples' | 'jobs' | 'fill-minutes'): number => {
  const count = Number(values[name]);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Error(`--${name} must be a whole number from 1, not ${values[name]}.`);
};
const options = { rounds: toCount('rounds'), warmUps: toCount('warm-ups'), samples: toCount('samples') };

for (const benchmark of chosen) {
  const rows = await runBenchmark(benchmark, options);
  const file = values.json ?? fileURLToPath(new URL(`../results/${benchmark.name}.json`, import.meta.url));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `${JSON.stringify({ benchmark: benchmark.name, node: process.version, options, rows }, null, 2)}\n`,
  );
  process.stdout.write(`${benchmark.name}: ${benchmark.title}\n\n${toTable(rows)}\n\n`);
}

for (const [name, run] of Object.entries(compared)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const holds = await run((line) => void process.stdout.write(`${line}\n`));
  process.stdout.write(`${name}: ${holds ? 'holds' : 'does NOT hold'}\n\n`);
  if (!holds) process.exitCode = 1;
}

if (wantsStore) {
  const wanted = engines.filter((engine) => values.engine === undefined || values.engine === engine);
  if (wanted.length === 0) throw new RangeError(`--engine must be one of ${engines.join(', ')}.`);
  for (const engine of wanted) {
    await runStore({
      engine,
      jobs: toCount('jobs'),
      mostMinutes: toCount('fill-minutes'),
      rounds: options.rounds,
      jsonFile: values.json ?? fileURLToPath(new URL(`../results/store-${engine}.json`, import.meta.url)),
      write: (text) => process.stdout.write(`${text}\n`),
    });
  }
}
