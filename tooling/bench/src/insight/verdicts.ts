import type { JobStore, StoredOccurrence, StoredSubject } from '@crossvault/core/store';

const pageSize = 1_000;

/** Everything that the engine found. */
export interface Verdicts {
  readonly subjects: readonly StoredSubject[];
  /** Of each subject in the order of due times. */
  readonly occurrences: ReadonlyMap<string, readonly StoredOccurrence[]>;
  /** Of each subject, when a finding about runs that did not start opened, beside those of the first evaluation. */
  readonly missedOpenedMs: ReadonlyMap<string, readonly number[]>;
}

async function readOccurrences(store: JobStore, fromMs: number, nowMs: number): Promise<readonly StoredOccurrence[]> {
  const found: StoredOccurrence[] = [];
  for (let after: StoredOccurrence | null = null; ; ) {
    const page: readonly StoredOccurrence[] = await store.listOccurrences({
      filter: { connections: null },
      fromMs,
      untilMs: nowMs,
      nowMs,
      order: 'oldest-first',
      after,
      limit: pageSize,
    });
    found.push(...page);
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return found;
  }
}

const isOpening = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  'kind' in document &&
  (document.kind === 'opened' || document.kind === 'reopened') &&
  !('isInitial' in document && document.isInitial === true);

async function readOpenings(store: JobStore, connections: readonly string[], subjects: readonly StoredSubject[]) {
  const openings = new Map<string, number[]>();
  for (const connection of connections) {
    const ids = subjects.filter((each) => each.connection === connection).map(({ id }) => id);
    for (const { id, kind, subject } of await store.findingsOf(connection, ids)) {
      if (kind !== 'missed') continue;
      const changes = await store.findingChanges(id);
      openings.set(
        subject,
        changes.filter(({ document }) => isOpening(document)).map(({ atMs }) => atMs),
      );
    }
  }
  return openings;
}

/** Reads what was found of what was due from a time on. */
export async function readVerdicts(store: JobStore, fromMs: number, nowMs: number): Promise<Verdicts> {
  const subjects = await store.subjects({ connections: null });
  const occurrences = Map.groupBy(await readOccurrences(store, fromMs, nowMs), ({ subject }) => subject);
  const connections = [...new Set(subjects.map(({ connection }) => connection))];
  return { subjects, occurrences, missedOpenedMs: await readOpenings(store, connections, subjects) };
}
