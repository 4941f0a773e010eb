import { parseJobId } from '@crossvault/core';
import { severityOf } from '@crossvault/core/insight';
import type { StoredFinding, StoredFindingChange } from '@crossvault/core/store';
import { evaluateFindings, type FindingFacts } from '../findings/evaluate-findings.ts';
import { type Finding, findingIdOf } from '../findings/finding.ts';
import { maintenanceSpans } from '../findings/maintenance-spans.ts';
import type { SubjectFacts } from '../findings/subject-facts.ts';
import type { BatchInput } from './evaluation-parts.ts';
import { findingCauses, toFindingId } from './insight-ids.ts';
import { isRuled, type RuledSubject } from './insight-settings.ts';
import { readFinding } from './stored-finding.ts';

/** Turns the findings of some subjects, and of the sources. */
export async function turnFindings(input: BatchInput, subjects: readonly SubjectFacts[]) {
  const { store, connection, lists, before, nowMs, settings, partFindings } = input;
  const partIds = lists.parts.map(({ id }) => id);
  const rows = await store.findingsOf(connection.name, [...subjects.map(({ id }) => id), ...partIds]);
  const stored = rows.flatMap(({ document }) => readFinding(document) ?? []);
  const known = new Map(stored.map((finding) => [finding.id, finding]));
  for (const [id, finding] of partFindings ?? []) known.set(id, finding);
  const { changed, changes } = evaluateFindings({
    nowMs,
    subjects,
    parts: lists.parts,
    findings: [...known.values()],
    acknowledgements: acknowledgementsOf(input),
    silences: silencesOf(input, subjects),
    firstCauses: before === null ? 'all' : [],
    repeatedAt: settings.repeatedAt,
  });
  for (const finding of changed) known.set(finding.id, finding);
  const byId = new Map(changed.map((finding) => [finding.id, finding]));
  const publicId = (id: string): string => {
    const finding = byId.get(id) ?? known.get(id);
    return finding === undefined ? id : idOf(connection.name, finding);
  };
  return {
    findings: changed.map((finding): StoredFinding => toStored(connection.name, finding)),
    changes: changes.map(
      (change): StoredFindingChange => ({
        finding: publicId(change.findingId),
        revision: change.revision,
        connection: connection.name,
        atMs: change.atMs,
        document: change,
      }),
    ),
    partFindings: new Map([...known].filter(([, { subjectId }]) => partIds.includes(subjectId))),
  };
}

const idOf = (connection: string, { cause, subjectId }: Finding): string => toFindingId(connection, cause, subjectId);

const toStored = (connection: string, finding: Finding): StoredFinding => ({
  id: idOf(connection, finding),
  connection,
  subject: finding.subjectId,
  kind: finding.kind,
  severity: severityOf(finding.kind),
  state: finding.state,
  turnedMs: finding.turnedMs,
  revision: finding.revision,
  document: finding,
});

function acknowledgementsOf({ overrides }: BatchInput): FindingFacts['acknowledgements'] {
  return overrides.flatMap(({ kind, finding, by, why, fromMs, untilMs }) => {
    const [, cause, subject] = finding === null ? [] : (parseJobId(finding)?.key ?? []);
    const known = findingCauses.find((each) => each === cause);
    if (kind !== 'acknowledge' || known === undefined || subject === undefined) return [];
    return [{ findingId: findingIdOf(known, subject), by, why, atMs: fromMs, untilMs }];
  });
}

/** Mutes, and the maintenance windows that are going. */
function silencesOf(input: BatchInput, subjects: readonly SubjectFacts[]): FindingFacts['silences'] {
  const { overrides, settings, nowMs, known, connection, lists } = input;
  const muted = overrides.flatMap(({ kind, subject, by, why, fromMs, untilMs }) =>
    kind === 'mute' && untilMs !== null ? [{ subjectId: subject, cause: null, by, why, fromMs, untilMs }] : [],
  );
  const ruled = (id: string): RuledSubject => {
    const thing = known.things.get(id);
    const { name, tags } = connection;
    return {
      id,
      kind: thing?.kind ?? 'plan',
      name: thing?.name ?? null,
      plan: thing?.plan ?? null,
      connection: name,
      tags,
    };
  };
  const windows = settings.maintenance.flatMap((rule) => {
    if (rule.effect !== 'mute') return [];
    const [span] = maintenanceSpans(rule.window, { fromMs: nowMs, untilMs: nowMs + 1 }) ?? [];
    return span === undefined ? [] : [{ rule, span }];
  });
  const ids = [...subjects.map(({ id }) => id), ...lists.parts.map(({ id }) => id)];
  return [
    ...muted,
    ...windows.flatMap(({ rule, span }) =>
      ids
        .filter((id) => isRuled(ruled(id), rule))
        .map((subjectId) => ({ ...span, subjectId, cause: null, by: 'configuration', why: rule.why })),
    ),
  ];
}
