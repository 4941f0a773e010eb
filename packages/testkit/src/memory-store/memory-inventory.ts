import { isSuccessfulRun, type Job } from '@crossvault/core';
import {
  type Absence,
  compareThings,
  type InventoryKind,
  type LinkedRuns,
  type MissedResult,
  matchesThing,
  type ObservedThing,
  positionOfThing,
  type StoredThing,
  type StoreInventory,
} from '@crossvault/core/store';

interface Row<Kind extends InventoryKind> {
  readonly observed: ObservedThing<Kind>;
  readonly goneAt: string | null;
  readonly goneNumber: number;
  readonly missedNumber: number | null;
}

type Rows = { readonly [Kind in InventoryKind]: Map<string, Row<Kind>> };

/** Plans and items, and their jobs. */
export type MemoryInventory = StoreInventory & {
  readonly jobsOf: (kind: InventoryKind, id: string) => readonly Job[];
};

/** Plans and items without a disk, tied to the jobs that are given, by their ids and by their names. */
export function createMemoryInventory(jobs: () => readonly Job[]): MemoryInventory {
  const rows: Rows = { plan: new Map(), item: new Map() };
  const toStored = <Kind extends InventoryKind>({ observed, goneAt }: Row<Kind>): StoredThing<Kind> => ({
    ...structuredClone(observed),
    dueAt: null,
    goneAt,
  });
  return {
    async putThings(kind, things) {
      for (const observed of things) {
        const before = rows[kind].get(observed.thing.id);
        if (before !== undefined && Math.max(before.observed.number, before.goneNumber) > observed.number) continue;
        rows[kind].set(observed.thing.id, {
          observed: structuredClone(observed),
          goneAt: null,
          goneNumber: 0,
          missedNumber: null,
        });
      }
    },
    markThingGone: async (kind, id, absence) =>
      kind === 'plan' ? markGone(rows.plan, id, absence) : markGone(rows.item, id, absence),
    markThingsMissed: async (kind, connection, absence) =>
      kind === 'plan' ? markMissed(rows.plan, connection, absence) : markMissed(rows.item, connection, absence),
    async getThing(kind, id) {
      const row = rows[kind].get(id);
      return row === undefined ? null : toStored(row);
    },
    async listThings(kind, request) {
      return [...rows[kind].values()]
        .filter(({ observed, goneAt }) => goneAt === null && matchesThing(observed.thing, request))
        .map(toStored)
        .toSorted((a, b) => compareThings(positionOfThing(a.thing), positionOfThing(b.thing)))
        .filter(({ thing }) => request.after === null || compareThings(positionOfThing(thing), request.after) > 0)
        .slice(0, request.limit);
    },
    jobsOf(kind, id) {
      const thing = rows[kind].get(id)?.observed.thing;
      return thing === undefined ? [] : jobsOf(kind, thing, jobs());
    },
    async runsOf(kind, ids) {
      return new Map(
        ids.flatMap((id) => {
          const thing = rows[kind].get(id)?.observed.thing;
          return thing === undefined ? [] : [[id, linkRuns(jobsOf(kind, thing, jobs()))] as const];
        }),
      );
    },
  };
}

function markGone<Kind extends InventoryKind>(
  rows: Map<string, Row<Kind>>,
  id: string,
  { at, number }: Absence,
): boolean {
  const row = rows.get(id);
  if (row === undefined || row.goneAt !== null || row.observed.number >= number) return false;
  rows.set(id, { ...row, goneAt: at, goneNumber: number, missedNumber: null });
  return true;
}

function markMissed<Kind extends InventoryKind>(
  rows: Map<string, Row<Kind>>,
  connection: string,
  absence: Absence,
): MissedResult {
  const { number } = absence;
  let [missed, gone] = [0, 0];
  for (const [id, row] of rows) {
    const { observed, goneAt, missedNumber } = row;
    if (observed.thing.connection !== connection || goneAt !== null || observed.number >= number) continue;
    if (missedNumber === null) {
      rows.set(id, { ...row, missedNumber: number });
      missed += 1;
    } else if (missedNumber < number && markGone(rows, id, absence)) gone += 1;
  }
  return { missed, gone };
}

/** Jobs that name a plan or an item. */
function jobsOf(
  kind: InventoryKind,
  { connection, nativeId, name }: { connection: string; nativeId: string; name: string | null },
  jobs: readonly Job[],
): readonly Job[] {
  return jobs.filter((job) => {
    const named = kind === 'plan' ? job.plan : job.target;
    return job.connection === connection && named !== null
      ? named.id === nativeId || (named.id === null && named.name === name)
      : false;
  });
}

function linkRuns(linked: readonly Job[]): LinkedRuns {
  const runs = linked
    .filter(({ kind }) => kind === 'backup')
    .toSorted((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1));
  return {
    recent: runs.map((job) => {
      const { id, status, startedAt, endedAt } = job;
      return { id, status, startedAt, endedAt, isSuccess: isSuccessfulRun(job) };
    }),
    lastSuccessAt: runs.find(isSuccessfulRun)?.endedAt ?? null,
  };
}
