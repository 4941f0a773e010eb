import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OtherCaller, Slowest } from './other-caller.ts';

/** Who asks, and where. */
export interface Callers {
  readonly url: string;
  /** The key whose requests are many. */
  readonly busyKey: string;
  readonly otherKey: string;
}

/** Questions that cost the most, each asked many times at once. */
const questions = [
  '/v1/summary?since=3650d',
  '/v1/jobs?limit=500&include=raw,tasks',
  '/v1/jobs?limit=500&q=nothing%20is%20called%20so',
  '/v1/changes?limit=1000&status=queued',
];

/** How long the callers stay. */
const staysMs = 3_000;

/** What another caller waited for, in milliseconds. */
export interface CallersFigure {
  readonly question: string;
  readonly callers: number;
  readonly answered: number;
  readonly refused: number;
  /** Requests whose connection broke. */
  readonly broken: number;
  readonly healthMs: number;
  readonly oneJobMs: number;
  /** The same, one second after the last caller has gone. */
  readonly quietHealthMs: number;
  readonly quietOneJobMs: number;
}

export async function measureCallers({ url, busyKey, otherKey }: Callers): Promise<readonly CallersFigure[]> {
  // The other caller has a thread of its own: what the busy ones cost this process is not the facade's delay.
  const workerData = { url, key: otherKey } satisfies OtherCaller;
  const other = new Worker(new URL('./other-caller.ts', import.meta.url), { workerData });
  const answer = async (): Promise<Slowest> => (await once(other, 'message'))[0];
  const look = (): Promise<Slowest> => {
    other.postMessage('once');
    return answer();
  };
  const figures: CallersFigure[] = [];
  await look();
  for (const callers of [20, 100]) {
    for (const question of questions) {
      const counts = { answered: 0, refused: 0, broken: 0 };
      const watched = answer();
      other.postMessage('begin');
      const signal = AbortSignal.timeout(staysMs);
      await Promise.all(Array.from({ length: callers }, () => ask(`${url}${question}`, busyKey, signal, counts)));
      other.postMessage('end');
      const busy = await watched;
      await wait(1000);
      const quiet = await look();
      figures.push({
        question,
        callers,
        ...counts,
        ...busy,
        quietHealthMs: quiet.healthMs,
        quietOneJobMs: quiet.oneJobMs,
      });
    }
  }
  await other.terminate();
  return figures;
}

/** Asks again and again, and after a refusal as soon as it may. */
async function ask(
  address: string,
  key: string,
  signal: AbortSignal,
  counts: { answered: number; refused: number; broken: number },
): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch(address, { headers: { authorization: `Bearer ${key}` }, signal });
      await response.text();
      if (response.ok) counts.answered += 1;
      else counts.refused += 1;
      if (response.status === 429)
        await wait(Number(response.headers.get('retry-after')) * 1000, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof TypeError)) throw error;
      counts.broken += 1;
    }
  }
}
