import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { InventoryKind, JobObservation, JobStore, ListedRow, StoredJob } from '@crossvault/core/store';
import { allChanges, everything, firstRows } from '@crossvault/testkit/store';

/** A store that an earlier version filled, uncompressed; see its README. */
export const readFixture = (name: string): Buffer =>
  gunzipSync(readFileSync(join(import.meta.dirname, '..', '__fixtures__', name)));

/** What the fixture holds, as the version that filled it told it. */
export const readExpected = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '__fixtures__', name), 'utf8'));

interface Numbered {
  readonly count: number;
  /** Of everything, in its order. */
  readonly sha256: string;
}

const digest = (rows: readonly unknown[]): Numbered => ({
  count: rows.length,
  sha256: hash('sha256', JSON.stringify(rows), 'hex'),
});

const ledger = { before: null, limit: 1000 } as const;

/** Everything that a store tells, shortened to counts and digests where it is long. */
export async function readContents(store: JobStore): Promise<unknown> {
  const include = { tasks: true, raw: true };
  const jobs: ListedRow[] = [];
  for await (const row of store.exportJobs(everything, { ...firstRows, include })) jobs.push(row);
  const { changes } = await store.changes(allChanges);
  const connections = [...(await store.countJobs()).keys()].toSorted();
  const states = await Promise.all(
    connections.map(async (name) => [...(await store.syncStates(name))].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
  const operations = await store.listOperations({ ...ledger, connections: null, statuses: null, targets: null });
  const whole = await Promise.all(operations.map(({ operation }) => store.getOperation(operation.id)));
  const known = await Promise.all(jobs.map(({ position }) => store.getJob(position.id)));
  return {
    jobs: digest(jobs.map(({ textVersion: _, sinceUntil: __, ...row }) => row)),
    knownJobs: digest(known.map(withoutNumbers).map(withoutTenant)),
    changes: digest(changes.map(({ cursor: _, ...change }) => change)),
    lastPosition: changes.at(-1)?.position ?? 0,
    syncStates: digest(states),
    operations: operations.map(({ position, operation }) => [position, operation.id, operation.status]),
    wholeOperations: digest(whole),
    audit: digest(await store.listAudit({ ...ledger, connections: null })),
    keys: await store.listKeys(),
    plans: digest(await readThings(store, 'plan')),
    items: digest(await readThings(store, 'item')),
    summary: await store.summary({ since: null, startedBefore: null, connections: null }),
  };
}

async function readThings(store: JobStore, kind: InventoryKind): Promise<readonly unknown[]> {
  const things = await store.listThings(kind, { query: {}, words: [], after: null, limit: 1000 });
  return things.map(({ number: _, ...thing }) => thing);
}

/** No job of the fixtures has a customer, a field that is younger than they are. */
const withoutTenant = (known: unknown): unknown =>
  JSON.parse(JSON.stringify(known, (key, value: unknown) => (key === 'tenant' && value === null ? undefined : value)));

/** As the version that filled the fixtures told a job: it numbered no readings. */
function withoutNumbers(stored: StoredJob | null): unknown {
  if (stored === null) return null;
  const { list, full, result, open } = stored.known;
  const plain = (reading: JobObservation | null) => {
    if (reading === null) return null;
    const { number: _, settled: __, ...rest } = reading;
    return rest;
  };
  const { number: _, settled: __, ...ended } = result ?? { number: 0, settled: 0 };
  const known = {
    list: plain(list),
    full: plain(full),
    result: result === null ? null : ended,
    openAt: open?.observedAt ?? null,
  };
  return { ...stored, known };
}
