import {
  asRead,
  computed,
  isJsonObject,
  type JobContext,
  type JobRaw,
  type ParsedAnswers,
  parseWire,
  type Reading,
  Unreadable,
  unreadable,
  type WireValue,
} from '@crossvault/core';
import type { z } from 'zod';
import { parseListKey, readJobName, toJobKey } from './key.ts';
import { type ExtendedInfoWire, extendedInfoWire, type JobWire, jobResourceWire, jobWire } from './wire.ts';

/** Labels of the property bag that have a field of their own in the model. */
export const labels = {
  policy: 'Policy Name',
  size: 'Backup Size',
  transferred: 'Data Transferred (in MB)',
  failed: 'Number Of Failed Files',
  restored: 'Number Of Restored Files',
  skipped: 'Number Of Skipped Files',
} as const;

/** Input of the rules: a job's answer, taken apart. */
export interface JobAnswer {
  readonly nativeId: Reading<string>;
  readonly job: JobWire;
  readonly extended: ExtendedInfoWire;
  /** The property bag, with numbers as texts; unreadable when it is there and no object. */
  readonly bag: ReadonlyMap<string, WireValue<string>> | Unreadable;
  /** Whether the single answer was read; a list row has no `extendedInfo`. */
  readonly isFull: boolean;
  /** Whether a secondary region reported it. */
  readonly isSecondary: boolean;
}

export function parseJobAnswer(raw: JobRaw, context: JobContext): ParsedAnswers<JobAnswer> {
  const seen = raw.get ?? raw.list;
  if (!isJsonObject(seen)) return { kind: 'rejected', nativeId: null, reason: 'not-an-object' };
  const row = parseWire(jobResourceWire, seen);
  const named = readJobName(row);
  if (named === null) return { kind: 'rejected', nativeId: null, reason: 'no-readable-id' };
  const job = readPart(row.properties, jobWire);
  const extended = readPart(job.extendedInfo, extendedInfoWire);
  const input: JobAnswer = {
    nativeId: named.from === 'name' ? asRead(named.name) : computed(named.name),
    job,
    extended,
    bag: readBag(extended.propertyBag),
    isFull: raw.get !== undefined,
    isSecondary: parseListKey(context.list)?.kind === 'secondary-region',
  };
  return { kind: 'input', input, key: toJobKey(context.list, named.name) };
}

/** The value of a label of the property bag. */
export function readLabel(answer: JobAnswer, label: string): WireValue<string> {
  return answer.bag instanceof Unreadable ? answer.bag : answer.bag.get(label);
}

const emptyList = { known: [], lost: [] } as const;

/** A list's readable entries, and a reading for each that is there and cannot be read: one where the list itself is not. */
export function splitList<T>(list: WireValue<readonly WireValue<T>[]>): {
  readonly known: readonly T[];
  readonly lost: readonly Reading<null>[];
} {
  if (list === null || list === undefined) return emptyList;
  const known: T[] = [];
  const lost: Reading<null>[] = [];
  for (const entry of list instanceof Unreadable ? [list] : list) {
    if (entry instanceof Unreadable) lost.push(unreadable(null));
    else if (entry !== null && entry !== undefined) known.push(entry);
  }
  return { known, lost };
}

/** A part of the answer. Where it is unreadable as a whole, so is every field in it. */
export function readPart<S extends z.ZodObject>(part: WireValue<z.output<S>>, schema: S): z.output<S> {
  if (!(part instanceof Unreadable)) return part ?? parseWire(schema, {});
  return Object.fromEntries(Object.keys(schema.shape).map((field) => [field, part])) as z.output<S>;
}

const emptyBag: ReadonlyMap<string, string> = new Map();

function readBag(bag: ExtendedInfoWire['propertyBag']): JobAnswer['bag'] {
  if (bag instanceof Unreadable) return bag;
  if (bag === null || bag === undefined) return emptyBag;
  return new Map(
    Object.entries(bag).map(([label, value]) => [
      label,
      typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
    ]),
  );
}
