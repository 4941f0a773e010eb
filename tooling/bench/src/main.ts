import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchmarks, findBenchmark } from './benchmarks.ts';
import { toTable } from './report.ts';
import { runBenchmark } from './run-benchmark.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    'warm-ups': { type: 'string', default: '12' },
    samples: { type: 'string', default: '15' },
  },
});
const chosen = positionals.length === 0 ? benchmarks : positionals.map(findBenchmark);
if (values.json !== undefined && chosen.length > 1)
  throw new Error('--json names the file of one benchmark: name that one.');

const toCount = (name: 'rounds' | 'warm-ups' | 'samples'): number => {
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
