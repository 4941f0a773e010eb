import type { CallOptions } from '@crossvault/core';
import {
  type FindingExplanation,
  type FindingKind,
  type FindingView,
  findingChangeKinds,
  type OccurrenceState,
} from '@crossvault/core/insight';
import type { StoredOccurrence } from '@crossvault/core/store';
import { z } from 'zod';
import { labelOf } from '../due.ts';
import { toOccurrenceId } from '../evaluation/insight-ids.ts';
import { readListCoverage } from '../evaluation/list-coverage.ts';
import { readMemory, type SubjectMemory } from '../evaluation/subject-memory.ts';
import type { AnswerParts } from './answer-parts.ts';
import { toInstant, toInstantOrNull } from './answer-parts.ts';
import { findStoredFinding, readFindingView } from './read-findings.ts';

const lookedAtMs = 45 * 24 * 3_600_000;
const mostShown = 20;

/** What a finding follows from: its schedule, its objective, what was looked at, and what happened to it. */
export async function explainFinding(parts: AnswerParts, id: string, call: CallOptions): Promise<FindingExplanation> {
  const { history, clock } = parts;
  const { store } = history;
  const stored = await findStoredFinding(parts, id);
  const { connection, subject } = stored;
  const nowMs = clock.now();
  const [finding, [known], versions, occurrences, changes, states] = await Promise.all([
    readFindingView(parts, id, call),
    store.subjects({ connections: [connection] }, { ids: [subject] }),
    store.scheduleVersions(connection, [subject]),
    store.occurrencesOf([subject], nowMs - lookedAtMs, mostShown),
    store.findingChanges(id),
    store.syncStates(connection),
  ]);
  const memory = known === undefined ? null : readMemory(known.facts);
  const newest = versions.findLast((version) => version.subject === subject);
  const shown = (occurrences.get(subject) ?? []).filter(({ dueMs }) => dueMs <= nowMs).toReversed();
  const objective = memory?.objective ?? null;
  return {
    finding,
    text: [...write(finding, memory), ...writeInferred(memory), ...shown.slice(0, 3).map(writeOccurrence)],
    schedule:
      newest === undefined
        ? null
        : { version: String(newest.number), seenSince: toInstant(newest.firstSeenMs), schedule: newest.schedule },
    objective:
      objective === null
        ? null
        : { seconds: objective.ms / 1000, from: objective.from, dataAsOf: toInstantOrNull(memory?.dataAsOfMs ?? null) },
    coverage: readListCoverage(connection, states, nowMs)
      .coverageOf(null)
      .map(({ fromMs, untilMs }) => ({ from: fromMs <= 0 ? null : toInstant(fromMs), until: toInstant(untilMs) })),
    occurrences: shown.map((each) => toOccurrenceId(connection, each)),
    jobs: shown.flatMap(({ attempts }) => attempts.map((attempt) => attempt.id).toReversed()),
    changes: changes.flatMap(({ document, revision, atMs }) => {
      const change = changeSchema.safeParse(document).data;
      return change === undefined
        ? []
        : [{ revision, kind: change.kind, at: toInstant(atMs), announced: change.isAnnounced }];
    }),
  };
}

const changeSchema = z.object({ kind: z.enum(findingChangeKinds), isAnnounced: z.boolean() });

const causes: Readonly<Record<FindingKind, string>> = {
  failed: 'Its last run that was due ended badly.',
  'failed-repeatedly': 'Several runs in a row that were due ended badly.',
  missed: 'A run was due, no run started in time, and the list that would show it was read.',
  'objective-breached': 'Its newest good backup is older than its objective allows.',
  'objective-at-risk': 'Its newest good backup will be older than its objective allows before the next run ends.',
  overrunning: 'Its run takes longer than twice as long as nearly all of its runs before.',
  'never-backed-up': 'It is known since it was there, and none of its runs was a success.',
  unprotected: 'The vendor lists it, and reports nothing that protects it.',
  'disabled-too-long': 'Its plan has been switched off for seven days or longer.',
  'nothing-protected': 'Its last run succeeded over nothing.',
  'source-blind': 'The source could not be read for longer than 45 minutes: what was due since is not known.',
};

function write({ kind, since, streak }: FindingView, memory: SubjectMemory | null): readonly string[] {
  const dataAsOfMs = memory?.dataAsOfMs ?? null;
  return [
    causes[kind],
    ...(since === null ? [] : [`This holds since ${since}.`]),
    ...(streak > 1 ? [`${streak} runs in a row were bad.`] : []),
    ...(dataAsOfMs === null
      ? ['No good backup of it is known.']
      : [`Its newest good backup started at ${toInstant(dataAsOfMs)}.`]),
  ];
}

const writeInferred = (memory: SubjectMemory | null): readonly string[] =>
  (memory?.inferred?.evidence ?? []).map((text) => `Its schedule was inferred from its runs: ${text}.`);

const stateWords: Readonly<Partial<Record<OccurrenceState, string>>> = {
  'met-late': 'was met late',
  'met-with-warning': 'was met with a warning',
  met: 'was met',
};

const writeOccurrence = (occurrence: StoredOccurrence): string =>
  `The run that was due at ${labelOf(occurrence)} ${stateWords[occurrence.state] ?? `is ${occurrence.state}`}${occurrence.reason === null ? '' : ` (${occurrence.reason})`}.`;
