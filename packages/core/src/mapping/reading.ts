import type { AnomalyCode, Provenance } from '../model/job.ts';
import { toCount } from '../values/count.ts';
import { type DurationForm, parseDuration } from '../values/duration.ts';
import { isPlausible, parseInstant } from '../values/instant.ts';
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
const noSentinels: readonly string[] = [];

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

/** A text field; the empty text counts as absent. */
export function readText(value: WireValue<string>): Reading<string | null> {
  return readWire(value, (text) => (text === '' ? missingNull : asRead(text)));
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
  const word = readText(value);
  return word.value === null ? { ...word, value: otherwise } : asRead(lookup(word.value) ?? otherwise);
}

/**
 * Reads an instant. A vendor's placeholder for "never" gives null and `missing`: an instant before 1990 or from 2200 on, or
 * one of `sentinels`. A time without a zone is read as UTC, with provenance `inferred`.
 */
export function readInstant(
  value: WireValue<string>,
  sentinels: readonly string[] = noSentinels,
): Reading<string | null> {
  return readWire(value, (text) => {
    const result = parseInstant(text, { sentinels });
    if (result.kind === 'unreadable') return unreadable<string | null>(null);
    if (result.kind === 'never' || !isPlausible(result.instant)) return missingNull;
    return result.zone === 'given' ? asRead<string | null>(result.instant) : inferred<string | null>(result.instant);
  });
}

/** A duration in seconds with milliseconds. */
export function readDuration(value: WireValue<string | number>, form: DurationForm): Reading<number | null> {
  return readWire(value, (present) => {
    const result = parseDuration(present, form);
    return result.kind === 'duration'
      ? asRead<number | null>(result.milliseconds / 1000)
      : unreadable<number | null>(null);
  });
}

/** A size in bytes; a size with a unit is `computed`. */
export function readSize(value: WireValue<string | number>, unit?: SizeUnit): Reading<number | null> {
  return readWire(value, (present) => {
    const result = parseSize(present, unit);
    if (result.kind === 'unreadable') return unreadable<number | null>(null);
    const plain = typeof present === 'number' && (unit ?? 'B') === 'B';
    return plain ? asRead<number | null>(result.bytes) : computed<number | null>(result.bytes);
  });
}

/** A whole number of things, from a number or digits; anything else is unreadable. */
export function readCount(value: WireValue<string | number>): Reading<number | null> {
  return readWire(value, (present) => {
    const count = toCount(present);
    return count === null ? unreadable<number | null>(null) : asRead<number | null>(count);
  });
}

/** A percentage from 0 to 100. */
export function readPercent(value: WireValue<number>): Reading<number | null> {
  return readWire(value, (present) =>
    Number.isFinite(present) && present >= 0 && present <= 100
      ? asRead<number | null>(present)
      : unreadable<number | null>(null),
  );
}

/** Combines several readings into one: `unreadable` if any part is, with all anomalies of the parts, once each. */
export function combine<T>(value: T, parts: readonly Reading<unknown>[]): Reading<T> {
  const isUnreadable = parts.some((part) => part.provenance === 'unreadable');
  const anomalies = parts.some((part) => part.anomalies !== undefined)
    ? [...new Set(parts.flatMap((part) => part.anomalies ?? []))]
    : [];
  if (!isUnreadable && anomalies.length === 0) return { value };
  return {
    value,
    ...(isUnreadable ? { provenance: 'unreadable' } : {}),
    ...(anomalies.length === 0 ? {} : { anomalies }),
  };
}
