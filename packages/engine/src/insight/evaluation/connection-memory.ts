import type { Schedule } from '@crossvault/core';
import type {
  ChangedLink,
  InventoryKind,
  JobStore,
  StoredLook,
  StoredScheduleVersion,
  StoredSubject,
  StoredThing,
} from '@crossvault/core/store';
import { createLinkFinder, type JudgedThing, toJudgedThings } from './judged-thing.ts';
import { emptyMemory, readMemory, type SubjectMemory } from './subject-memory.ts';

/** The store, as far as an evaluation reads what it keeps of a connection. */
export type MemoryReads = Pick<JobStore, 'listThings' | 'subjects' | 'scheduleVersions' | 'looks'>;

/** A subject as it was evaluated last. */
export interface KnownSubject {
  readonly stored: StoredSubject | null;
  readonly memory: SubjectMemory;
}

/** What is known of a connection between two evaluations of it. */
export interface ConnectionMemory {
  /** Of the evaluation that it is of. */
  readonly serial: number;
  readonly inventoryAt: string;
  readonly things: ReadonlyMap<string, JudgedThing>;
  readonly findLinked: (link: ChangedLink) => readonly string[];
  readonly known: Map<string, KnownSubject>;
  readonly versions: Map<string, readonly StoredScheduleVersion[]>;
  readonly looks: Map<string, readonly StoredLook[]>;
}

const pageSize = 500;

async function readThings<Kind extends InventoryKind>(
  store: MemoryReads,
  kind: Kind,
  connection: string,
): Promise<readonly StoredThing<Kind>[]> {
  const found: StoredThing<Kind>[] = [];
  for (let after: { readonly name: string; readonly id: string } | null = null; ; ) {
    const page: readonly StoredThing<Kind>[] = await store.listThings(kind, {
      query: { connection: [connection] },
      words: [],
      after,
      limit: pageSize,
    });
    found.push(...page);
    const last = page.at(-1)?.thing;
    if (last === undefined || page.length < pageSize) return found;
    after = { name: (last.name ?? last.nativeId).toLowerCase(), id: last.id };
  }
}

/** Schedules with the same text are one object: what is worked out of it is worked out once. */
function createShared(): (schedule: Schedule | null) => Schedule | null {
  const byText = new Map<string, Schedule>();
  return (schedule) => {
    if (schedule === null) return null;
    const text = JSON.stringify(schedule);
    const known = byText.get(text) ?? schedule;
    byText.set(text, known);
    return known;
  };
}

/** Reads everything that an evaluation of a connection needs, besides runs. */
export async function readConnectionMemory(
  store: MemoryReads,
  connection: string,
  { serial, inventoryAt, looksFromMs }: { serial: number; inventoryAt: string; looksFromMs: number },
): Promise<ConnectionMemory> {
  const share = createShared();
  const plans = await readThings(store, 'plan', connection);
  const items = await readThings(store, 'item', connection);
  const things = toJudgedThings(plans, items).map((thing) => ({ ...thing, schedule: share(thing.schedule) }));
  const subjects = await store.subjects({ connections: [connection] });
  const versions = (await store.scheduleVersions(connection)).map((version) => ({
    ...version,
    schedule: share(version.schedule),
  }));
  const looks = await store.looks(connection, looksFromMs);
  return {
    serial,
    inventoryAt,
    things: new Map(things.map((thing) => [thing.id, thing])),
    findLinked: createLinkFinder(things),
    known: new Map(
      subjects.map((stored) => [stored.id, { stored, memory: readMemory(stored.facts) ?? emptyMemory }] as const),
    ),
    versions: Map.groupBy(versions, ({ subject }) => subject),
    looks: Map.groupBy(looks, ({ plan }) => plan),
  };
}

/** A subject whose plan or item is gone, as it was seen last: nothing is expected of it any more. */
export const toGoneThing = (stored: StoredSubject, nowMs: number): JudgedThing => ({
  id: stored.id,
  kind: stored.kind,
  connection: stored.connection,
  vendor: stored.vendor,
  nativeId: stored.nativeId,
  name: stored.name,
  tenant: stored.tenant,
  plan: stored.plan,
  schedule: null,
  look: null,
  isEnabled: true,
  isPlanDisabled: false,
  isEmpty: false,
  isStopped: true,
  isUnprotected: false,
  list: null,
  pointsMs: [],
  observedMs: nowMs,
  links: { ids: [], names: [], beginnings: [] },
});
