import { type CallOptions, CrossvaultError } from '@crossvault/core';
import type { Source } from '../../connections/source.ts';
import { insightStates, readInsightState } from '../evaluation/insight-state.ts';
import type { AnswerParts } from './answer-parts.ts';

/** Another evaluation is awaited for so long, and looked for this often. */
const patienceMs = 3_000;
const everyMs = 50;

/**
 * Evaluates connections up to now: what was due since the last sync is late or missed by now, or unknown where the source was not
 * read since. Gives up to when each is evaluated; null: it never was.
 */
export async function evaluateUpToNow(
  parts: AnswerParts,
  covered: readonly Source[],
  call: CallOptions,
): Promise<ReadonlyMap<string, number | null>> {
  const ends = await Promise.all(covered.map((source) => evaluateOne(parts, source, call)));
  const states = await parts.history.store.syncStates(insightStates);
  const nowMs = parts.clock.now();
  return new Map(
    covered.map(({ connection: { name } }, index) => {
      const atMs = readInsightState(states, name)?.evaluatedMs ?? null;
      return [name, atMs !== null && ends[index] === true ? nowMs : atMs] as const;
    }),
  );
}

/** False where it is not evaluated up to now: it was never read, cannot be written, or takes another process long. */
async function evaluateOne(parts: AnswerParts, { connection }: Source, { signal }: CallOptions): Promise<boolean> {
  const { clock, logger, insights } = parts;
  const insight = insights.get(connection.name);
  if (insight === undefined) return false;
  try {
    for (const endMs = clock.monotonicMs() + patienceMs; ; ) {
      const end = await insight.evaluate({ signal, timing: null });
      if (end !== 'busy' || clock.monotonicMs() >= endMs) return end === 'evaluated';
      await clock.sleep(everyMs, { signal });
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const { code, message } = CrossvaultError.from(error);
    logger.warn({ connection: connection.name, code }, `Expected runs were not evaluated up to now: ${message}`);
    return false;
  }
}
