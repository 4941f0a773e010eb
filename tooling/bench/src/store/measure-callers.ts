import { setTimeout as wait } from 'node:timers/promises';

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
  const time = async (path: string): Promise<number> => {
    const begunMs = performance.now();
    const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${otherKey}` } });
    const body = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${body.slice(0, 500)}`);
    return performance.now() - begunMs;
  };
  const look = async (until: AbortSignal) => {
    const slowest = { healthMs: 0, oneJobMs: 0 };
    do {
      slowest.healthMs = Math.max(slowest.healthMs, await time('/healthz'));
      slowest.oneJobMs = Math.max(slowest.oneJobMs, await time('/v1/jobs?limit=1'));
    } while (!until.aborted);
    return slowest;
  };
  const figures: CallersFigure[] = [];
  await look(AbortSignal.abort());
  for (const callers of [20, 100]) {
    for (const question of questions) {
      const counts = { answered: 0, refused: 0, broken: 0 };
      const signal = AbortSignal.timeout(staysMs);
      const asking = Array.from({ length: callers }, () => ask(`${url}${question}`, busyKey, signal, counts));
      const busy = await look(signal);
      await Promise.all(asking);
      await wait(1000);
      const quiet = await look(AbortSignal.abort());
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
