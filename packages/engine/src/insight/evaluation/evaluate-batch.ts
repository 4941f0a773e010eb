import { isDeepStrictEqual } from 'node:util';
import type { EvaluationWrite, StoredOccurrence, StoredSubject, SubjectRun } from '@crossvault/core/store';
import type { Finding } from '../findings/finding.ts';
import { maintenanceSpans } from '../findings/maintenance-spans.ts';
import type { SubjectFacts } from '../findings/subject-facts.ts';
import type { Run, Span } from '../occurrence.ts';
import { type ConnectionMemory, toGoneThing } from './connection-memory.ts';
import { evaluateSubject, type SubjectOutcome } from './evaluate-subject.ts';
import type { BatchInput, InsightOptions } from './evaluation-parts.ts';
import { linkedPlansOf, readExpected } from './expected-subjects.ts';
import { inferOnce } from './follow-thing.ts';
import { addVersions } from './follow-things.ts';
import { isRuled, objectiveFor, type RuledSubject } from './insight-settings.ts';
import type { JudgedThing } from './judged-thing.ts';
import { judgedAgainMs } from './merge-occurrences.ts';
import { emptyMemory } from './subject-memory.ts';
import { turnFindings } from './turn-findings.ts';

const dayMs = 24 * 3_600_000;
/** Lateness and durations are learned from so long before. */
const learnedMs = 40 * dayMs;
const firstLookMs = 91 * dayMs;
const mostRuns = 2_000;
const mostOccurrences = 400;
/** Maintenance windows are worked out so far ahead. */
const aheadMs = 8 * dayMs;

export interface BatchOutcome {
  readonly write: Omit<EvaluationWrite, 'connection' | 'syncStates' | 'looks'>;
  readonly partFindings: ReadonlyMap<string, Finding>;
  /** Subjects that are to be evaluated because of what was found of these. */
  readonly also: readonly string[];
}

/** Evaluates some subjects of a connection, and the findings of its sources. */
export async function evaluateBatch(input: BatchInput): Promise<BatchOutcome> {
  const { store, known, nowMs, ids } = input;
  const things = ids.flatMap((id) => thingOf(known, id, nowMs) ?? []);
  const stored = await store.occurrencesOf(ids, nowMs - judgedAgainMs - 10 * dayMs, mostOccurrences);
  const runs = await readRuns(input, things, stored);
  const also = noteLinks(known, things, runs);
  const linkedPlans = linkedPlansOf(known);
  const subjects: StoredSubject[] = [];
  const outcomes: SubjectOutcome[] = [];
  const versions: NonNullable<EvaluationWrite['versions']>[number][] = [];
  for (const thing of things) {
    const own = runs.get(thing.id) ?? [];
    const isExpected = readExpected(thing, known, linkedPlans, own);
    const inferred = isExpected ? infer(input, thing, own, stored.get(thing.id) ?? []) : [];
    versions.push(...inferred);
    const outcome = evaluateOne(input, {
      thing,
      runs: own,
      stored: stored.get(thing.id) ?? [],
      isExpected,
      linkedPlans,
    });
    outcomes.push(outcome);
    const row = toStoredSubject(thing, outcome, isExpected);
    const before = known.known.get(thing.id)?.stored ?? null;
    known.known.set(thing.id, { stored: row, memory: outcome.memory });
    if (!isDeepStrictEqual(before, row)) subjects.push(row);
  }
  const facts: readonly SubjectFacts[] = outcomes.map((outcome) => outcome.facts);
  const turned = await turnFindings(input, facts);
  return {
    write: {
      subjects,
      versions,
      occurrences: outcomes.flatMap(({ occurrences }) => occurrences),
      removed: outcomes.flatMap(({ removed }) => removed),
      findings: turned.findings,
      changes: turned.changes,
    },
    partFindings: turned.partFindings,
    also,
  };
}

function thingOf(known: ConnectionMemory, id: string, nowMs: number): JudgedThing | null {
  const thing = known.things.get(id);
  if (thing !== undefined) return thing;
  const stored = known.known.get(id)?.stored ?? null;
  return stored === null ? null : toGoneThing(stored, nowMs);
}

async function readRuns(
  { store, nowMs }: BatchInput,
  things: readonly JudgedThing[],
  stored: ReadonlyMap<string, readonly StoredOccurrence[]>,
): Promise<ReadonlyMap<string, readonly SubjectRun[]>> {
  const froms = things.map(({ id }) => {
    const own = stored.get(id) ?? [];
    if (own.length === 0) return nowMs - firstLookMs;
    return own.find(({ isFrozen }) => !isFrozen)?.dueMs ?? nowMs;
  });
  const fromMs = Math.min(...froms, nowMs) - learnedMs;
  const found = await Promise.all(
    (['item', 'plan'] as const).map((kind) => {
      const ids = things.filter((thing) => thing.kind === kind).map(({ id }) => id);
      return ids.length === 0
        ? new Map<string, readonly SubjectRun[]>()
        : store.subjectRuns({ kind, ids, fromMs, most: mostRuns });
    }),
  );
  return new Map(found.flatMap((each) => [...each]));
}

/** Remembers which things jobs are linked to. Gives what is judged otherwise once jobs of a plan name items. */
function noteLinks(
  { known, things: all }: ConnectionMemory,
  things: readonly JudgedThing[],
  runs: ReadonlyMap<string, readonly SubjectRun[]>,
): readonly string[] {
  const plans = new Set<string>();
  for (const { id, kind, plan } of things) {
    const subject = known.get(id);
    if (subject === undefined || subject.memory.isLinked || (runs.get(id) ?? []).length === 0) continue;
    known.set(id, { ...subject, memory: { ...subject.memory, isLinked: true } });
    if (kind === 'item' && plan !== null) plans.add(plan.id);
  }
  if (plans.size === 0) return [];
  return [...all.values()].filter(({ plan }) => plan !== null && plans.has(plan.id)).map(({ id }) => id);
}

function infer(
  { known, settings, lists, nowMs, ownJobs }: BatchInput,
  thing: JudgedThing,
  runs: readonly SubjectRun[],
  stored: readonly StoredOccurrence[],
) {
  const memory = known.known.get(thing.id)?.memory ?? emptyMemory;
  const judged = runs.map((run): Run => ({ ...run, isOurs: ownJobs.has(run.id) }));
  const missed = stored
    .filter(({ state }) => state === 'missed')
    .map(({ dueMs, startByMs }) => ({ fromMs: dueMs, untilMs: startByMs }));
  const covered = lists.coverageOf(thing.list);
  const blind = covered
    .slice(1)
    .map(({ fromMs }, index) => ({ fromMs: covered[index]?.untilMs ?? fromMs, untilMs: fromMs }));
  const found = inferOnce(thing, memory, judged, known.versions.get(thing.id) ?? [], {
    nowMs,
    timeZone: settings.timeZone,
    unseen: [...missed, ...blind],
  });
  if (found === null) return [];
  known.known.set(thing.id, { stored: known.known.get(thing.id)?.stored ?? null, memory: found.memory });
  addVersions(known, found.versions);
  return found.versions;
}

interface OneSubject {
  readonly thing: JudgedThing;
  readonly runs: readonly SubjectRun[];
  readonly stored: readonly StoredOccurrence[];
  readonly isExpected: boolean;
  readonly linkedPlans: ReadonlySet<string>;
}

function evaluateOne(input: BatchInput, { thing, runs, stored, isExpected, linkedPlans }: OneSubject): SubjectOutcome {
  const { known, settings, lists, state, nowMs } = input;
  const objective = objectiveFor(ruledOf(input, thing), settings.objectives);
  return evaluateSubject({
    thing,
    memory: known.known.get(thing.id)?.memory ?? emptyMemory,
    isExpected,
    areOthersLinked: thing.plan !== null && linkedPlans.has(thing.plan.id),
    versions: known.versions.get(thing.id) ?? [],
    looks: known.looks.get(thing.id) ?? [],
    runs,
    ownJobs: input.ownJobs,
    stored,
    coverage: lists.coverageOf(thing.list),
    partId: lists.partOf(thing.list),
    timing: state.timing,
    startGraceMs: settings.startGraceMs,
    objectiveMs: objective?.maxAgeMs ?? null,
    areWarningsGood: objective?.areWarningsGood ?? true,
    excuses: excusesOf(input, thing),
    historyFromMs: state.historyFromMs,
    nowMs,
  });
}

const ruledOf = ({ connection }: InsightOptions, { id, kind, name, plan }: JudgedThing): RuledSubject => ({
  id,
  kind,
  name,
  plan,
  connection: connection.name,
  tags: connection.tags,
});

function excusesOf(input: BatchInput, thing: JudgedThing): readonly Span[] {
  const { overrides, settings, nowMs } = input;
  const said = overrides.filter(({ kind, subject }) => kind === 'excuse' && subject === thing.id);
  const windows = settings.maintenance.filter(
    (rule) => rule.effect === 'excuse' && isRuled(ruledOf(input, thing), rule),
  );
  const span = { fromMs: nowMs - judgedAgainMs, untilMs: nowMs + aheadMs };
  return [
    ...said.map(({ fromMs, untilMs }) => ({ fromMs, untilMs: untilMs ?? nowMs })),
    ...windows.flatMap(({ window }) => maintenanceSpans(window, span) ?? []),
  ];
}

const toStoredSubject = (
  thing: JudgedThing,
  { memory, nextMs }: SubjectOutcome,
  isExpected: boolean,
): StoredSubject => ({
  id: thing.id,
  connection: thing.connection,
  vendor: thing.vendor,
  kind: thing.kind,
  name: thing.name,
  nativeId: thing.nativeId,
  plan: thing.plan,
  tenant: thing.tenant,
  isExpected: isExpected && memory.retiredMs === null,
  nextMs,
  facts: memory,
});
