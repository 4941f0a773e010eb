import type { AnomalyCode, Provenance } from '../model/job.ts';
import { toCount } from '../values/count.ts';
import { type DurationForm, readDurationMs } from '../values/duration.ts';
import { isPlausibleEpoch, meansNever, scanInstant, writeInstant } from '../values/instant.ts';
import { parseSize, type SizeUnit } from '../values/size.ts';
import { Unreadable, type WireValue } from '../wire/wire.ts';

/** The result of a rule: the value, and its provenance. */
export interface Reading<T> {
  /** The value in the model's form; null or empty where it is not known. */
  readonly value: T;
  /** Absent when the value was simply read. */
  readonly provenance?: Provenance;
  /** Oddities found while reading; absent: none. */
  readonly anomalies?: readonly AnomalyCode[];
  /** Set on a status only: the vendor reports warnings or errors of a job that is still open. */
  readonly troubled?: boolean;
}

const unreadableValue = ['unreadable-value'] as const satisfies readonly AnomalyCode[];

/** The value as it was read. */
export const asRead = <T>(value: T): Reading<T> => ({ value });
/** Worked out from other fields of the same answer. */
export const computed = <T>(value: T): Reading<T> => ({
  value,
  provenance: 'computed',
});
/** Follows from how the vendor was queried, or from an assumption. */
export const inferred = <T>(value: T): Reading<T> => ({
  value,
  provenance: 'inferred',
});
/** This vendor never reports the field. */
export const unsupported = <T>(value: T): Reading<T> => ({
  value,
  provenance: 'unsupported',
});
/** The vendor usually reports the field; this answer lacks it. */
export const missing = <T>(value: T): Reading<T> => ({
  value,
  provenance: 'missing',
});
/** The answer has a value that cannot be read. */
export const unreadable = <T>(value: T): Reading<T> => ({
  value,
  provenance: 'unreadable',
  anomalies: unreadableValue,
});

const noAnomalies: ReadonlySet<AnomalyCode> = new Set();

/** The two most frequent readings, shared to save memory. */
const missingNull: Reading<null> = missing(null);
const unreadableNull: Reading<null> = unreadable(null);

/**
 * Reads one wire value: absent gives null and `missing`, unreadable gives null and `unreadable`; a present value goes
 * through `read`, which may itself find it unreadable.
 */
export function readWire<T, U>(value: WireValue<T>, read: (present: T) => Reading<U>): Reading<U | null> {
  if (value === null || value === undefined) return missingNull;
  return value instanceof Unreadable ? unreadableNull : read(value);
}

/** What an absent value and an unreadable one become; undefined for one that is present. */
function readAbsence(value: unknown): Reading<null> | undefined {
  if (value === null || value === undefined) return missingNull;
  return value instanceof Unreadable ? unreadableNull : undefined;
}

/** A text field; the empty text counts as absent. */
export function readText(value: WireValue<string>): Reading<string | null> {
  if (typeof value === 'string') return value === '' ? missingNull : { value };
  return readAbsence(value) ?? unreadableNull;
}

/**
 * Translates a vendor's word by its table: `otherwise` for a word that the table does not contain, and for an absent one.
 * The vendor's word itself belongs in the corresponding native field.
 */
export function readWord<Ours extends string>(
  value: WireValue<string>,
  lookup: (word: string) => Ours | undefined,
  otherwise: Ours,
): Reading<Ours> {
  if (typeof value === 'string' && value !== '') return { value: lookup(value) ?? otherwise };
  return { ...readText(value), value: otherwise };
}

/**
 * Reads an instant. A vendor's placeholder for "never" gives null and `missing`: an instant before 1990 or from 2200 on, or
 * one of `sentinels`. A time without a zone is read as UTC, with provenance `inferred`.
 */
export function readInstant(value: WireValue<string>, sentinels?: readonly string[]): Reading<string | null> {
  if (typeof value !== 'string') return readAbsence(value) ?? unreadableNull;
  const written = scanInstant(value);
  if (written === null) return unreadableNull;
  if (meansNever(written, sentinels) || !isPlausibleEpoch(written.epochMs)) return missingNull;
  const instant = writeInstant(value, written);
  return written.zone === 'given' ? { value: instant } : inferred(instant);
}

/** A duration in seconds with milliseconds. */
export function readDuration(value: WireValue<string | number>, form: DurationForm): Reading<number | null> {
  const absence = readAbsence(value);
  if (absence !== undefined) return absence;
  const milliseconds = readDurationMs(value, form);
  return milliseconds === null ? unreadableNull : { value: milliseconds / 1000 };
}

/** A size in bytes; a size with a unit is `computed`. */
export function readSize(value: WireValue<string | number>, unit?: SizeUnit): Reading<number | null> {
  const absence = readAbsence(value);
  if (absence !== undefined) return absence;
  const result = parseSize(value, unit);
  if (result.kind === 'unreadable') return unreadableNull;
  const isPlain = typeof value === 'number' && (unit ?? 'B') === 'B';
  return isPlain ? { value: result.bytes } : computed(result.bytes);
}

/** A whole number of things, from a number or digits; anything else is unreadable. */
export function readCount(value: WireValue<string | number>): Reading<number | null> {
  const absence = readAbsence(value);
  if (absence !== undefined) return absence;
  const count = toCount(value);
  return count === null ? unreadableNull : { value: count };
}

/** A percentage from 0 to 100. */
export function readPercent(value: WireValue<number>): Reading<number | null> {
  if (typeof value === 'number') return value >= 0 && value <= 100 ? { value } : unreadableNull;
  return readAbsence(value) ?? unreadableNull;
}

/** Combines several readings into one: `unreadable` if any part is, with all anomalies of the parts, once each. */
export function combine<T>(value: T, parts: readonly Reading<unknown>[]): Reading<T> {
  let isUnreadable = false;
  let anomalies: ReadonlySet<AnomalyCode> = noAnomalies;
  for (const part of parts) {
    if (part.provenance === 'unreadable') isUnreadable = true;
    if (part.anomalies !== undefined) anomalies = new Set([...anomalies, ...part.anomalies]);
  }
  if (!isUnreadable && anomalies.size === 0) return { value };
  return {
    value,
    ...(isUnreadable ? { provenance: 'unreadable' } : {}),
    ...(anomalies.size === 0 ? {} : { anomalies: [...anomalies] }),
  };
}
