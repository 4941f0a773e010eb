import {
  compareThings,
  type InventoryKind,
  type Job,
  matchesThing,
  type ObservedThing,
  positionOfThing,
  type StoredThing,
  type StoreInventory,
  type TiedRuns,
} from '@crossvault/contract';

interface Row<Kind extends InventoryKind> {
  readonly observed: ObservedThing<Kind>;
  readonly goneAt: string | null;
}

type Rows = { readonly [Kind in InventoryKind]: Map<string, Row<Kind>> };

/** Plans and items without a disk, tied to the jobs that are given, by their ids and by their names. */
export function createMemoryInventory(jobs: () => readonly Job[]): StoreInventory {
  const rows: Rows = { plan: new Map(), item: new Map() };
  const toStored = <Kind extends InventoryKind>({ observed, goneAt }: Row<Kind>): StoredThing<Kind> => ({
    ...structuredClone(observed),
    dueAt: null,
    goneAt,
  });
  return {
    async putThings(kind, things) {
      for (const observed of things) {
        rows[kind].set(observed.thing.id, { observed: structuredClone(observed), goneAt: null });
      }
    },
    markThingsGone: async (kind, connection, seenSince) =>
      kind === 'plan' ? markGone(rows.plan, connection, seenSince) : markGone(rows.item, connection, seenSince),
    async markThingGone(kind, id, seenAt) {
      if (kind === 'plan') markOneGone(rows.plan, id, seenAt);
      else markOneGone(rows.item, id, seenAt);
    },
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
    async runsOf(kind, ids) {
      return new Map(
        ids.flatMap((id) => {
          const thing = rows[kind].get(id)?.observed.thing;
          return thing === undefined ? [] : [[id, tie(kind, thing, jobs())] as const];
        }),
      );
    },
  };
}

function markOneGone<Kind extends InventoryKind>(rows: Map<string, Row<Kind>>, id: string, seenAt: string): void {
  const row = rows.get(id);
  if (row !== undefined && row.observed.observedAt <= seenAt) rows.set(id, { ...row, goneAt: row.goneAt ?? seenAt });
}

function markGone<Kind extends InventoryKind>(
  rows: Map<string, Row<Kind>>,
  connection: string,
  seenSince: string,
): number {
  const gone = [...rows].filter(
    ([, { observed, goneAt }]) =>
      observed.thing.connection === connection && observed.observedAt < seenSince && goneAt === null,
  );
  for (const [id, row] of gone) rows.set(id, { ...row, goneAt: seenSince });
  return gone.length;
}

function tie(
  kind: InventoryKind,
  { connection, nativeId, name }: { connection: string; nativeId: string; name: string | null },
  jobs: readonly Job[],
): TiedRuns {
  const runs = jobs
    .filter((job) => {
      const named = kind === 'plan' ? job.plan : job.target;
      return job.connection === connection && job.kind === 'backup' && named !== null
        ? named.id === nativeId || (named.id === null && named.name === name)
        : false;
    })
    .toSorted((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1));
  return {
    recent: runs.map(({ id, status, startedAt, endedAt }) => ({ id, status, startedAt, endedAt })),
    lastSuccessAt: runs.find(({ status }) => status === 'succeeded')?.endedAt ?? null,
  };
}
