import type { Job } from '@crossvault/core';
import type {
  EvaluationWrite,
  InventoryKind,
  JobChange,
  LeaseClaim,
  OccurrenceKey,
  StoredFinding,
  StoredFindingChange,
  StoredLook,
  StoredOccurrence,
  StoredOverride,
  StoredScheduleVersion,
  StoredSubject,
  StoreInsight,
  SubjectFilter,
  SubjectRun,
  SyncMemory,
} from '@crossvault/core/store';
import { fold, isFindingMeant, isMeant } from './meant-subjects.ts';

/** What of the store the calls about expected runs look at. */
export interface InsightParts {
  readonly jobs: () => readonly Job[];
  /** Jobs that are linked to a plan or an item. */
  readonly jobsOf: (kind: InventoryKind, id: string) => readonly Job[];
  readonly feed: readonly JobChange[];
  readonly require: (lease: LeaseClaim | undefined) => void;
  readonly putSyncStates: SyncMemory['putSyncStates'];
}

const keyOf = ({ subject, dueMs, track, version }: OccurrenceKey): string =>
  JSON.stringify([subject, dueMs, track, version]);
const byDue = (one: StoredOccurrence, other: StoredOccurrence): number =>
  one.dueMs - other.dueMs || (keyOf(one) < keyOf(other) ? -1 : 1);

const protecting: ReadonlySet<Job['kind']> = new Set(['backup', 'snapshot', 'copy', 'archive']);

const toRun = (job: Job): SubjectRun => ({
  id: job.id,
  kind: job.kind,
  status: job.status,
  trigger: job.trigger,
  startedMs: Date.parse(job.startedAt ?? ''),
  endedMs: job.endedAt === null ? null : Date.parse(job.endedAt),
  planId: fold(job.plan?.id),
  madeNothing:
    (job.status === 'succeeded' || job.status === 'warning') &&
    job.anomalies.some((each) => each === 'nothing-protected'),
});

/** Expected runs and findings without a disk. What is put is kept as a copy. */
export function createMemoryInsight({ jobs, jobsOf, feed, require, putSyncStates }: InsightParts): StoreInsight {
  const versions = new Map<string, StoredScheduleVersion>();
  const looks = new Map<string, StoredLook>();
  const subjects = new Map<string, StoredSubject>();
  const occurrences = new Map<string, StoredOccurrence>();
  const findings = new Map<string, StoredFinding>();
  const changes = new Map<string, StoredFindingChange>();
  const overrides = new Map<string, StoredOverride>();
  const sorted = (filter: SubjectFilter): readonly StoredSubject[] =>
    [...subjects.values()]
      .filter((subject) => isMeant(subject, filter))
      .toSorted((one, other) => (positionOf(one) < positionOf(other) ? -1 : 1));
  const ofFilter = (filter: SubjectFilter, fromMs: number, untilMs: number): readonly StoredOccurrence[] => {
    const meant = new Set(sorted(filter).map(({ id }) => id));
    return [...occurrences.values()]
      .filter(({ subject, dueMs }) => meant.has(subject) && dueMs >= fromMs && dueMs < untilMs)
      .toSorted(byDue);
  };

  return {
    async putEvaluation(write: EvaluationWrite, lease) {
      require(lease);
      const isFree = (known: StoredOccurrence | undefined): boolean => known?.isFrozen !== true;
      keep(versions, write.versions, ({ connection, subject, number }) =>
        JSON.stringify([connection, subject, number]),
      );
      keep(looks, write.looks, ({ connection, plan, firstMs }) => JSON.stringify([connection, plan, firstMs]));
      keep(subjects, write.subjects, ({ id }) => id);
      keep(subjects, retire(subjects, write.retired), ({ id }) => id);
      for (const one of write.removed ?? []) {
        if (isFree(occurrences.get(keyOf(one)))) occurrences.delete(keyOf(one));
      }
      keep(occurrences, write.occurrences, keyOf, isFree);
      keep(
        findings,
        write.findings,
        ({ id }) => id,
        (known, one) => (known?.revision ?? 0) <= one.revision,
      );
      keep(
        changes,
        write.changes,
        ({ finding, revision }) => JSON.stringify([finding, revision]),
        (known) => known === undefined,
      );
      await putSyncStates(write.syncStates ?? []);
    },
    async putOverride(override) {
      overrides.set(override.id, structuredClone(override));
      const known = subjects.get(override.subject);
      if (known !== undefined) subjects.set(known.id, { ...known, nextMs: 0 });
    },
    scheduleVersions: async (connection, ids) =>
      [...versions.values()]
        .filter((one) => one.connection === connection && (ids?.includes(one.subject) ?? true))
        .toSorted((one, other) =>
          one.subject === other.subject ? one.number - other.number : one.subject < other.subject ? -1 : 1,
        ),
    looks: async (connection, fromMs) =>
      [...looks.values()]
        .filter((one) => one.connection === connection && one.lastMs >= fromMs)
        .toSorted((one, other) => one.firstMs - other.firstMs),
    async subjects(filter, { ids, dueMs, after = null, limit = Number.POSITIVE_INFINITY } = {}) {
      return sorted(filter)
        .filter(({ id }) => ids?.includes(id) ?? true)
        .filter(({ nextMs }) => dueMs === undefined || (nextMs !== null && nextMs <= dueMs))
        .filter((subject) => after === null || positionOf(subject) > JSON.stringify([after.name, after.id]))
        .slice(0, limit);
    },
    async nextEvaluationMs(connection) {
      const times = sorted({ connections: [connection] }).flatMap(({ nextMs }) => nextMs ?? []);
      return times.length === 0 ? null : Math.min(...times);
    },
    countSubjects: async (filter) => sorted(filter).length,
    async subjectRuns({ kind, ids, fromMs, most }) {
      return new Map(
        ids.map((id) => [
          id,
          jobsOf(kind, id)
            .filter((job) => protecting.has(job.kind) && job.startedAt !== null)
            .map(toRun)
            .filter(({ startedMs }) => startedMs >= fromMs)
            .toSorted((one, other) => one.startedMs - other.startedMs)
            .slice(-most),
        ]),
      );
    },
    async changedLinks(connection, position, limit) {
      const end = feed.at(-1)?.position ?? 0;
      if (position === null) return { links: [], next: end, more: false, isWhole: true };
      const found = feed.filter((change) => change.connection === connection && change.position > position);
      const page = found.slice(0, limit);
      const byId = new Map(jobs().map((job) => [job.id, job]));
      return {
        links: page.map(({ id }) => {
          const job = byId.get(id);
          return {
            planId: fold(job?.plan?.id),
            planName: fold(job?.plan?.name),
            targetId: fold(job?.target?.id),
            targetName: fold(job?.target?.name),
          };
        }),
        next: (page.length < found.length ? page.at(-1)?.position : end) ?? end,
        more: page.length < found.length,
        isWhole: true,
      };
    },
    async occurrencesOf(ids, fromMs, most) {
      const found = [...occurrences.values()].filter(({ subject, dueMs }) => ids.includes(subject) && dueMs >= fromMs);
      const bySubject = Map.groupBy(found.toSorted(byDue), ({ subject }) => subject);
      return new Map([...bySubject].map(([subject, own]) => [subject, own.slice(-most)]));
    },
    async subjectDays(ids, fromMs, untilMs) {
      const found = [...occurrences.values()].filter(
        ({ subject, dueMs }) => ids.includes(subject) && dueMs >= fromMs && dueMs < untilMs,
      );
      return Map.groupBy(found.toSorted(byDue), ({ subject }) => subject);
    },
    async listOccurrences({ filter, fromMs, untilMs, states, tracks, nowMs, order, after, limit }) {
      const stateOf = ({ state, dueMs }: StoredOccurrence) =>
        state === 'upcoming' || state === 'due' ? (dueMs > nowMs ? 'upcoming' : 'due') : state;
      const found = ofFilter(filter, fromMs, untilMs)
        .filter((one) => states?.includes(stateOf(one)) ?? true)
        .filter(({ track }) => tracks?.includes(track) ?? true);
      const ordered = order === 'newest-first' ? found.toReversed() : found;
      const start = after === null ? 0 : ordered.findIndex((one) => keyOf(one) === keyOf(after)) + 1;
      return ordered.slice(start, start + limit);
    },
    getOccurrence: async (key) => occurrences.get(keyOf(key)) ?? null,
    async countOccurrences(filter, fromMs, untilMs) {
      const groups = Map.groupBy(ofFilter(filter, fromMs, untilMs), ({ state, isRecovered }) =>
        JSON.stringify([state, isRecovered]),
      );
      return [...groups.values()].flatMap((group) => {
        const [first] = group;
        return first === undefined ? [] : [{ state: first.state, isRecovered: first.isRecovered, count: group.length }];
      });
    },
    async listFindings({ sinceMs, after, limit, ...filter }) {
      const rank = ({ severity, turnedMs, id }: Pick<StoredFinding, 'severity' | 'turnedMs' | 'id'>) =>
        JSON.stringify([severity === 'critical' ? 0 : 1, String(1e15 - turnedMs), id]);
      return [...findings.values()]
        .filter((finding) => isFindingMeant(finding, filter, subjects))
        .filter(({ turnedMs }) => sinceMs === null || turnedMs >= sinceMs)
        .toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
        .filter((finding) => after === null || rank(finding) > rank(after))
        .slice(0, limit);
    },
    getFinding: async (id) => findings.get(id) ?? null,
    findingsOf: async (connection, ids) =>
      [...findings.values()].filter((one) => one.connection === connection && ids.includes(one.subject)),
    async countFindings(filter) {
      const found = [...findings.values()].filter((finding) => isFindingMeant(finding, filter, subjects));
      return new Map([...Map.groupBy(found, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]));
    },
    findingChanges: async (id) =>
      [...changes.values()].filter(({ finding }) => finding === id).toSorted((a, b) => a.revision - b.revision),
    overrides: async (connections, nowMs, ids) =>
      [...overrides.values()]
        .filter(({ connection }) => connections?.includes(connection) ?? true)
        .filter(({ subject }) => ids?.includes(subject) ?? true)
        .filter(({ untilMs }) => untilMs === null || untilMs > nowMs)
        .toSorted((a, b) => a.createdMs - b.createdMs),
  };
}

/** Puts copies under their keys, where what is there may be replaced. */
function keep<Value>(
  map: Map<string, Value>,
  values: readonly Value[] | undefined,
  key: (value: Value) => string,
  mayReplace: (known: Value | undefined, value: Value) => boolean = () => true,
): void {
  for (const value of values ?? []) {
    if (mayReplace(map.get(key(value)), value)) map.set(key(value), structuredClone(value));
  }
}

const retire = (subjects: ReadonlyMap<string, StoredSubject>, ids: readonly string[] = []): readonly StoredSubject[] =>
  ids.flatMap((id) => {
    const known = subjects.get(id);
    return known === undefined ? [] : { ...known, isExpected: false, nextMs: null };
  });

const positionOf = ({ name, nativeId, id }: StoredSubject): string => JSON.stringify([fold(name ?? nativeId), id]);
