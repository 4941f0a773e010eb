import {
  encodeWord,
  type InventoryKind,
  type InventoryThings,
  type ObservedThing,
  type StoredThing,
  toWords,
} from '@crossvault/core/store';
import { fold, toInstant, toMs } from '../jobs/job-row.ts';
import type { ThingTable } from '../schema/action-rows.ts';

type AnyThing = InventoryThings[InventoryKind];

const orNull = <Value, Result>(value: Value | null | undefined, read: (value: Value) => Result): Result | null =>
  value === null || value === undefined ? null : read(value);

/** The next run as the vendor reports it. */
function nextOf(thing: AnyThing): string | null {
  if ('nextRunAt' in thing) return thing.nextRunAt;
  return thing.expectedNextAt ?? thing.plan?.nextRunAt ?? null;
}

/** The newest of the instants that have passed. */
function newestDue(instants: readonly (number | null | undefined)[], nowMs: number): number | null {
  const passed = instants.flatMap((each) => (each === null || each === undefined || each > nowMs ? [] : each));
  return passed.length === 0 ? null : Math.max(...passed);
}

export function toThingRow<Kind extends InventoryKind>(
  kind: Kind,
  observed: ObservedThing<Kind>,
  before: Pick<ThingTable, 'next_ms' | 'due_ms'> | undefined,
): ThingTable {
  const { thing, tie, observedAt } = observed;
  const read: AnyThing = thing;
  const { name, nativeId } = thing;
  const observedMs = toMs(observedAt);
  const nextMs = orNull(nextOf(read), toMs);
  const isItem = 'protection' in read;
  const words = new Set([nativeId, name ?? ''].flatMap(toWords));
  return {
    kind,
    id: thing.id,
    connection: thing.connection,
    vendor: thing.vendor,
    native_id: fold(nativeId),
    name: orNull(name, fold),
    sort_name: fold(name ?? nativeId),
    type: isItem ? read.type : null,
    protection: isItem ? read.protection : null,
    enabled: isItem ? null : orNull(read.enabled, (is) => (is ? 1 : 0)),
    plan_id: isItem ? orNull(read.plan?.id, fold) : null,
    plan_name: isItem ? orNull(read.plan?.name, fold) : null,
    tenant: orNull(read.tenant, fold),
    words: [...words].map((word) => ` ${encodeWord(word)}`).join(''),
    observed_ms: observedMs,
    next_ms: nextMs,
    due_ms: newestDue([before?.due_ms, before?.next_ms, nextMs], observedMs),
    gone_ms: null,
    observed_no: observed.number,
    missed_no: null,
    gone_no: null,
    tie_list: (tie.list ?? '').replaceAll('\0', '\ufffd'),
    document: JSON.stringify(observed),
  };
}

/** Absent in rows that were stored before readings had numbers. */
type UnnumberedThing<Kind extends InventoryKind> = Omit<ObservedThing<Kind>, 'number'> & { readonly number?: number };

export function toStoredThing<Kind extends InventoryKind>({
  document,
  due_ms: due,
  gone_ms: gone,
}: Pick<ThingTable, 'document' | 'due_ms' | 'gone_ms'>): StoredThing<Kind> {
  const { number = 0, ...observed }: UnnumberedThing<Kind> = JSON.parse(document);
  return { ...observed, number, dueAt: orNull(due, toInstant), goneAt: orNull(gone, toInstant) };
}
