import {
  asRead,
  combine,
  foldWord,
  isJsonObject,
  type JobTarget,
  missing,
  parseWire,
  type Reading,
  readText,
  tolerant,
  Unreadable,
  unreadable,
} from '@crossvault/core';
import { z } from 'zod';
import type { SessionWire } from './wire.ts';

/**
 * One restored object. The page of v1 names a type of items and shows neither its fields nor a sample, so the names are those
 * that the rest of the interface uses for things.
 */
const itemWire = z.object({
  name: tolerant(z.string()),
  displayName: tolerant(z.string()),
  vmName: tolerant(z.string()),
  instanceName: tolerant(z.string()),
  id: tolerant(z.string()),
  vmId: tolerant(z.string()),
  resourceId: tolerant(z.string()),
});

interface RestoredItem {
  readonly id: string | null;
  readonly name: string | null;
  /** Text for an object with neither a name nor an id. */
  readonly text: string;
}

const mostItems = 50;
const longestText = 200;

const targetTypes: Readonly<Record<string, JobTarget['type']>> = { restorevms: 'vm', sqlrestore: 'database' };

/** The names of what a restore of v1 restored, as one text. */
export function readRestoredNames(session: SessionWire): Reading<string | null> {
  const items = readItems(session);
  if (items.value.length === 0) return { ...items, value: null };
  const names = items.value.slice(0, mostItems).map(({ name, id, text }) => name ?? id ?? text);
  const more = items.value.length - names.length;
  return { ...items, value: more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more` };
}

/** The single restored object; a restore of several has no single target. */
export function readRestoredTarget(session: SessionWire): Reading<JobTarget | null> {
  const items = readItems(session);
  const [only, ...others] = items.value;
  if (only === undefined || others.length > 0 || (only.name === null && only.id === null)) {
    return items.provenance === 'unreadable' ? { ...items, value: null } : missing(null);
  }
  const type = targetTypes[foldWord(readText(session.type).value ?? '')] ?? 'other';
  return { ...items, value: { type, id: only.id, name: only.name } };
}

function readItems({ restoreJobInfo }: SessionWire): Reading<readonly RestoredItem[]> {
  if (restoreJobInfo === null || restoreJobInfo === undefined) return missing([]);
  if (restoreJobInfo instanceof Unreadable) return unreadable([]);
  const { items } = restoreJobInfo;
  if (items === null || items === undefined) return missing([]);
  const readings = (Array.isArray(items) ? items : [items]).map(readItem);
  const known = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  return readings.length === 0 ? missing([]) : combine(known, readings);
}

function readItem(item: unknown): Reading<RestoredItem | null> {
  if (typeof item === 'string' || Number.isSafeInteger(item)) {
    const name = String(item).trim();
    return name === '' ? missing(null) : asRead({ id: null, name, text: name });
  }
  if (!isJsonObject(item)) return unreadable(null);
  const wire = parseWire(itemWire, item);
  const first = (values: readonly (typeof wire)['name'][]) =>
    values.map((value) => readText(value).value).find((value) => value !== null) ?? null;
  return asRead({
    id: first([wire.id, wire.vmId, wire.resourceId]),
    name: first([wire.name, wire.displayName, wire.vmName, wire.instanceName]),
    text: JSON.stringify(item).slice(0, longestText),
  });
}
