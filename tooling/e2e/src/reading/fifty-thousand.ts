import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type MeasuredReading, measureReading } from './measure-reading.ts';
import { warmUp } from './warm-up.ts';

const jobs = 50_000;
const seed = 5;

/** One reading in this process, whose peak memory is then its own; its measurements as a line of JSON. */
async function measureHere(failing: number): Promise<void> {
  await warmUp();
  const measured = await measureReading({ jobs, failing, seed });
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ ...measured, peakMegabytes })}\n`);
}

type Measured = MeasuredReading & { readonly peakMegabytes: number };

async function measureApart(failing: number): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, String(failing)], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

function describe(name: string, { jobs: listed, requests, faults, seconds, peakMegabytes, differences }: Measured) {
  return {
    reading: name,
    jobs: listed,
    missing: differences.missing.length,
    twice: differences.twice.length,
    strange: differences.strange.length,
    untrue: differences.untrue.length,
    requests,
    faults: Object.values(faults).reduce((sum, count) => sum + count, 0),
    kinds: Object.keys(faults).length,
    seconds: Math.round(seconds),
    'peak MB': peakMegabytes,
  };
}

async function compare(): Promise<void> {
  const calm = await measureApart(0);
  const stormy = await measureApart(0.05);
  console.table([describe('calm', calm), describe('1 in 20 fails', stormy)]);
  const ratio = stormy.requests / calm.requests;
  const wrong = Object.values(stormy.differences).flat().length;
  console.log(`requests: ${ratio.toFixed(3)} times as many (at most 1.3)`);
  process.exitCode = wrong === 0 && stormy.jobs === calm.jobs && ratio <= 1.3 ? 0 : 1;
}

const [failing] = process.argv.slice(2);
await (failing === undefined ? compare() : measureHere(Number(failing)));
