import type { EvaluationWrite, LeaseClaim } from '@crossvault/core/store';
import { runInLoopTurn } from '../../loop-turns.ts';
import type { Finding } from '../findings/finding.ts';
import { type BatchOutcome, evaluateBatch } from './evaluate-batch.ts';
import type { BatchInput, EvaluationInput } from './evaluation-parts.ts';
import { toInsightState } from './insight-state.ts';

const subjectsAtOnce = 50;

/**
 * Evaluates subjects, some at a time, each time in a transaction of its own. How far the evaluation is is stored with the last of them:
 * after a crash all are evaluated again, which changes nothing that is stored.
 *
 * @param read what readings of plans and items changed, stored with the first of them
 */
export async function evaluateAll(
  input: EvaluationInput,
  changed: readonly string[],
  read: Pick<EvaluationWrite, 'versions' | 'looks'>,
  { lease, signal }: { readonly lease: LeaseClaim; readonly signal: AbortSignal },
): Promise<void> {
  const { store, connection, state } = input;
  const queue = createQueue(input, changed);
  let partFindings: ReadonlyMap<string, Finding> | null = null;
  for (let isFirst = true; isFirst || queue.size() > 0; isFirst = false) {
    const ids = queue.take();
    const batch: BatchInput = { ...input, ids, partFindings };
    const found: BatchOutcome = await runInLoopTurn('background', () => evaluateBatch(batch), signal);
    partFindings = found.partFindings;
    queue.add(found.also);
    await store.putEvaluation(
      {
        connection: connection.name,
        ...found.write,
        versions: [...(isFirst ? (read.versions ?? []) : []), ...(found.write.versions ?? [])],
        looks: isFirst ? (read.looks ?? []) : [],
        syncStates: queue.size() === 0 ? [toInsightState(connection.name, state)] : [],
      },
      lease,
    );
  }
}

/** Items come first: whether runs name items decides whether their plan is judged itself. */
function createQueue({ known }: EvaluationInput, changed: readonly string[]) {
  const isPlan = (id: string): boolean => known.things.get(id)?.kind === 'plan';
  const waiting = [...changed.filter((id) => !isPlan(id)), ...changed.filter(isPlan)];
  const added = new Set(waiting);
  return {
    size: () => waiting.length,
    take: () => waiting.splice(0, subjectsAtOnce),
    add(ids: readonly string[]) {
      const fresh = ids.filter((id) => !added.has(id));
      for (const id of fresh) added.add(id);
      waiting.push(...fresh);
    },
  };
}
