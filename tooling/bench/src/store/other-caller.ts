import { parentPort, workerData } from 'node:worker_threads';

/** What the slowest answers took, in milliseconds. */
export interface Slowest {
  readonly healthMs: number;
  readonly oneJobMs: number;
}

/** Where the other caller asks, and with which key. */
export interface OtherCaller {
  readonly url: string;
  readonly key: string;
}

const { url, key }: OtherCaller = workerData;

async function time(path: string): Promise<number> {
  const begunMs = performance.now();
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  const body = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body.slice(0, 500)}`);
  return performance.now() - begunMs;
}

let isWatching = false;

async function watch(): Promise<Slowest> {
  const slowest = { healthMs: 0, oneJobMs: 0 };
  do {
    slowest.healthMs = Math.max(slowest.healthMs, await time('/healthz'));
    slowest.oneJobMs = Math.max(slowest.oneJobMs, await time('/v1/jobs?limit=1'));
  } while (isWatching);
  return slowest;
}

/** `begin` watches until `end`; `once` asks once. Each is answered with the slowest answers. */
parentPort?.on('message', async (wish: 'begin' | 'end' | 'once') => {
  isWatching = wish === 'begin';
  if (wish !== 'end') parentPort?.postMessage(await watch());
});
