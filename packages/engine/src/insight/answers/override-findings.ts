import { randomUUID } from 'node:crypto';
import { type CallOptions, CrossvaultError, toJobId } from '@crossvault/core';
import type { FindingView, InsightQuery, Override, OverrideRequest } from '@crossvault/core/insight';
import type { StoredOverride } from '@crossvault/core/store';
import { coveredSources } from '../../connections/source.ts';
import { parseOccurrenceId } from '../evaluation/insight-ids.ts';
import type { AnswerParts } from './answer-parts.ts';
import { toInstant, toInstantOrNull } from './answer-parts.ts';
import { evaluateUpToNow } from './evaluate-up-to-now.ts';
import { findStoredFinding, readFindingView } from './read-findings.ts';

const longestMs = 400 * 24 * 3_600_000;
const mostShown = 500;

/** Stores what an operator says of a finding, and evaluates the finding again. */
export async function overrideFinding(
  parts: AnswerParts,
  kind: StoredOverride['kind'],
  id: string,
  request: OverrideRequest,
  call: CallOptions,
): Promise<FindingView> {
  const { history, clock, audit, sources } = parts;
  const stored = await findStoredFinding(parts, id);
  const nowMs = clock.now();
  if (kind === 'acknowledge' && stored.state !== 'open' && stored.state !== 'acknowledged') {
    throw new CrossvaultError({
      code: 'state-conflict',
      message: `The finding is ${stored.state}: there is nothing to acknowledge.`,
    });
  }
  const view = await readFindingView(parts, id, call);
  const fromMs =
    request.from === null ? (kind === 'excuse' ? firstDueMs(view, nowMs) : nowMs) : Date.parse(request.from);
  const untilMs = readUntil(kind, request.until, fromMs, nowMs);
  const override: StoredOverride = {
    id: toJobId(stored.connection, ['override', randomUUID()]),
    connection: stored.connection,
    kind,
    subject: stored.subject,
    finding: kind === 'acknowledge' ? id : null,
    by: request.by,
    why: request.why,
    createdMs: nowMs,
    fromMs,
    untilMs,
  };
  await audit({
    actor: request.by,
    action: `finding.${kind}`,
    connection: stored.connection,
    target: id,
    detail: { why: request.why, from: toInstant(fromMs), until: toInstantOrNull(untilMs) },
  });
  await history.store.putOverride(override);
  const source = sources.filter(({ connection }) => connection.name === stored.connection);
  await evaluateUpToNow(parts, source, call);
  return readFindingView(parts, id, call);
}

const refuse = (parameter: string, fault: string): CrossvaultError =>
  new CrossvaultError({ code: 'invalid-parameter', message: `${parameter}: ${fault}`, parameter });

/** Nothing that is said lasts for good unseen: a mute has an end, and what is excused lies in bounds. */
function readUntil(kind: StoredOverride['kind'], text: string | null, fromMs: number, nowMs: number): number | null {
  if (text === null && kind === 'acknowledge') return null;
  if (text === null && kind === 'mute') throw refuse('until', 'a mute needs an end.');
  const untilMs = text === null ? nowMs : Date.parse(text);
  if (!(untilMs > fromMs)) throw refuse('until', 'lies before its beginning, or is not an instant.');
  if (untilMs - nowMs > longestMs) throw refuse('until', 'lies more than 400 days ahead.');
  return untilMs;
}

/** When the oldest run on which a finding rests was due. */
function firstDueMs({ evidence }: FindingView, nowMs: number): number {
  const dues = evidence.flatMap((id) => parseOccurrenceId(id)?.dueMs ?? []);
  return Math.min(...dues, nowMs - 1);
}

/** What operators said and what still holds, newest first. */
export async function listOverrides(
  { history, sources, clock }: AnswerParts,
  query: Pick<InsightQuery, 'connection'>,
): Promise<readonly Override[]> {
  const names = coveredSources(sources, query).map(({ connection }) => connection.name);
  const found = await history.store.overrides(names, clock.now());
  return found
    .toReversed()
    .slice(0, mostShown)
    .map(({ id, kind, finding, subject, by, why, fromMs, untilMs }) => ({
      id,
      kind,
      finding,
      subject,
      by,
      why,
      from: toInstant(fromMs),
      until: toInstantOrNull(untilMs),
    }));
}
