import { type CallOptions, CrossvaultError } from '@crossvault/core';
import type { FindingView, OccurrenceView } from '@crossvault/core/insight';
import type { Engine } from '@crossvault/engine';
import { toObjectiveLines } from '../../output/insight/finding-explanation.ts';
import { readJobWords } from './job-words.ts';

type Asked = Pick<Engine, 'insight' | 'readJobText'>;

/** The reasons of findings, by their ids: the newest run that they rest on with the vendor's words, or the age of the data. No vendor is asked. */
export async function readReasons(
  engine: Asked,
  findings: readonly FindingView[],
  nowMs: number,
  call: CallOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const reasons = new Map<string, readonly string[]>();
  for (const finding of findings) reasons.set(finding.id, await readReason(engine, finding, nowMs, call));
  return reasons;
}

async function readReason(
  engine: Asked,
  { id, kind, evidence: [newest] }: FindingView,
  nowMs: number,
  call: CallOptions,
): Promise<readonly string[]> {
  if (newest !== undefined) return readEvidence(engine, newest, call);
  if (kind !== 'objective-breached' && kind !== 'objective-at-risk') return [];
  return toObjectiveLines((await engine.insight.explainFinding(id, call)).objective, nowMs);
}

/** An occurrence, or a job. */
async function readEvidence(engine: Asked, id: string, call: CallOptions): Promise<readonly string[]> {
  const occurrence = await findOccurrence(engine, id, call);
  const job = occurrence === null ? id : occurrence.attempts.at(-1)?.id;
  const words = job === undefined ? null : await readJobWords(engine, job, call);
  return [...(occurrence === null ? [] : [toDueText(occurrence)]), ...(words === null ? [] : [words])];
}

/** An expected run; null where no such is stored. */
export async function findOccurrence(
  { insight }: Asked,
  id: string,
  call: CallOptions,
): Promise<OccurrenceView | null> {
  try {
    return await insight.occurrence(id, call);
  } catch (error) {
    if (CrossvaultError.from(error).code === 'occurrence-not-found') return null;
    throw error;
  }
}

/** The due time by the clock of its zone, and what became of the run. */
export function toDueText({ track, localTime, state, reason, provisional, attempts }: OccurrenceView): string {
  const tries = attempts.length > 1 ? `, ${attempts.length} attempts` : '';
  const why = reason === null ? '' : ` (${reason})`;
  return `${track} due at ${localTime.replace('T', ' ')}: ${state}${why}${tries}${provisional ? '; it may still come' : ''}`;
}
