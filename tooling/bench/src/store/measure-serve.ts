import { once } from 'node:events';
import { join } from 'node:path';
import type { Figure } from '../figures/figure.ts';
import {
  commandForm,
  markCurrent,
  readAddress,
  startCommand,
  writeConfiguration,
} from '../processes/crossvault-process.ts';
import { median, summarizeRatios } from '../statistics.ts';
import type { BenchStore } from './bench-store.ts';
import { newestMs } from './make-jobs.ts';

interface Started {
  /** From the start of the process until it listens. */
  readonly listeningMs: number;
  /** The first answers after that, one after the other. */
  readonly connectionsMs: number;
  readonly summaryMs: number;
}

async function serveOnce(path: string): Promise<Started> {
  const start = performance.now();
  const child = startCommand(['serve', '--config', path, '--listen', '127.0.0.1:0']);
  const url = await readAddress(child);
  const listeningMs = performance.now() - start;
  const ask = async (target: string): Promise<number> => {
    const asked = performance.now();
    const response = await fetch(`${url}${target}`);
    const body = await response.text();
    if (!response.ok) throw new Error(`${target} answered ${response.status}: ${body.slice(0, 500)}`);
    return performance.now() - asked;
  };
  const connectionsMs = await ask('/v1/connections');
  // A day of jobs, wherever the clock stands.
  const since = new Date(newestMs - 86_400_000).toISOString();
  const summaryMs = await ask(`/v1/summary?since=${since}`);
  child.kill('SIGTERM');
  await once(child, 'close');
  return { listeningMs, connectionsMs, summaryMs };
}

/** `crossvault serve` over the full store and over an empty one, in turns. */
export async function measureServe(benchStore: BenchStore, folder: string, turns: number): Promise<readonly Figure[]> {
  const names = ['empty', 'full'] as const;
  const paths = { empty: '', full: '' };
  for (const name of names) {
    const store = await benchStore.open(name);
    await markCurrent(store);
    await store.close();
    paths[name] = await writeConfiguration(join(folder, `serve-${name}`), benchStore.address(name));
    await serveOnce(paths[name]);
  }
  const times: Record<(typeof names)[number], Started[]> = { empty: [], full: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of turn % 2 === 0 ? names : names.toReversed()) times[name].push(await serveOnce(paths[name]));
  }
  const compare = (name: string, aim: Figure['aim'], of: (started: Started) => number): Figure => {
    const [empty, full] = [times.empty.map(of), times.full.map(of)];
    const measured = `${median(empty).toFixed(0)} to ${median(full).toFixed(0)} ms (${commandForm})`;
    return { name, measured, ratio: summarizeRatios(full, empty), aim };
  };
  return [
    compare('serve listens: the full store / an empty one', { most: 1.5 }, ({ listeningMs }) => listeningMs),
    compare(
      'serve and its first GET /v1/connections',
      { most: 1.5 },
      ({ listeningMs, connectionsMs }) => listeningMs + connectionsMs,
    ),
    compare('the first GET /v1/connections alone', null, ({ connectionsMs }) => connectionsMs),
    compare('GET /v1/summary of a day', null, ({ summaryMs }) => summaryMs),
  ];
}
