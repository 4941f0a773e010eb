import { dayToMs, isDay, isTime, timeToMs, writeInstantOf } from './calendar.ts';
import { digitAt, endOfDigits, fourDigits, threeDigits, twoDigits } from './digits.ts';

/**
 * What became of a vendor's time.
 *
 * - `instant`: readable. `instant` is UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, truncated to milliseconds. `zone` says
 *   whether the vendor named the zone or UTC was assumed; an assumed one belongs into the provenance as `inferred`.
 * - `never`: the vendor's way to say "not yet" or "not at all". The field is null, and nothing was lost.
 * - `unreadable`: a value is there that is no time we know. The field is null, with provenance `unreadable`.
 *
 * An absent value is `unreadable` too: the caller decides first whether there is a value.
 */
export type InstantResult =
  | {
      readonly kind: 'instant';
      readonly instant: string;
      readonly zone: 'given' | 'assumed-utc';
    }
  | { readonly kind: 'never' }
  | { readonly kind: 'unreadable' };

/** How a vendor writes its times. */
export interface ParseInstantOptions {
  /**
   * Times that stand for "never" at this vendor, in any form that can be read here. They are compared as instants, so
   * another zone or more zeros in the fraction make no difference. Year 0001 needs no entry.
   * @default none
   */
  readonly sentinels?: readonly string[];
}

/** A time as it stands in a text, before anything is known about what the vendor means by it. */
export interface WrittenInstant {
  readonly epochMs: number;
  readonly zone: 'given' | 'assumed-utc';
  /** Year 0000 or 0001: an empty date, whatever the rest of it says. */
  readonly isEmptyDate: boolean;
  /** How much of the text our form takes over: up to the milliseconds, up to whole seconds, or nothing. */
  readonly taken: 23 | 19 | 0;
}

const never = Object.freeze({ kind: 'never' } as const);
const unreadable = Object.freeze({ kind: 'unreadable' } as const);

const [plus, minus, dot, colon] = [43, 45, 46, 58];
const [space, upperT, lowerT, upperZ, lowerZ] = [32, 84, 116, 90, 122];
/** Length of date and time without a fraction, and of an instant in our form. */
const [secondsEnd, instantLength] = [19, 24];
const mostFractionDigits = 9;
const startOfYearTwo = Date.parse('0002-01-01T00:00:00.000Z');
const endOfYear9999 = Date.parse('9999-12-31T23:59:59.999Z');
/** Nothing that is read here was backed up, planned or kept before or after these; see {@link isPlausible}. */
const firstPlausibleMs = Date.parse('1990-01-01T00:00:00.000Z');
const firstImplausibleMs = Date.parse('2200-01-01T00:00:00.000Z');

/**
 * Reads a time as the vendors write it: ISO 8601 with date and time (`T` or one space between them), whole seconds or
 * up to 9 fraction digits, and `Z`, `±hh:mm` or no zone. Digits beyond milliseconds are cut off, never rounded, so
 * that an instant is never later than the vendor said. Years 0002 to 9999; year 0001 (.NET's empty date), year 0000 (an
 * empty date of databases) and what an offset moves past year 9999 are `never`. Dates that no calendar has, second 60
 * included, are `unreadable`. Never throws.
 */
export function parseInstant(value: unknown, options?: ParseInstantOptions): InstantResult {
  const written = typeof value === 'string' ? scanInstant(value) : null;
  if (typeof value !== 'string' || written === null) return unreadable;
  if (meansNever(written, options?.sentinels)) return never;
  return { kind: 'instant', instant: writeInstant(value, written), zone: written.zone };
}

/** Whether a vendor means no time by a written one: an empty date, the end of all dates, or one of its sentinels. */
export function meansNever(written: WrittenInstant, sentinels: readonly string[] | undefined): boolean {
  const { epochMs, isEmptyDate } = written;
  if (isEmptyDate || epochMs < startOfYearTwo || epochMs > endOfYear9999) return true;
  return sentinels !== undefined && epochsOf(sentinels).includes(epochMs);
}

/** A written time in our form, truncated to milliseconds. */
export function writeInstant(text: string, { epochMs, taken }: WrittenInstant): string {
  if (taken === 0) return writeInstantOf(epochMs);
  if (text.length === instantLength && text.charCodeAt(instantLength - 1) === upperZ) return text;
  return `${text.slice(0, taken)}${taken === secondsEnd ? '.000Z' : 'Z'}`;
}

/** Whether {@link isPlausible} holds for the instant. */
export const isPlausibleEpoch = (epochMs: number): boolean =>
  epochMs >= firstPlausibleMs && epochMs < firstImplausibleMs;

/**
 * Whether a vendor can mean an instant as one: from 1990 up to and including 2199. Outside of that systems write their
 * empty dates (0001, 1601, 1899-12-30, 1900, 1970-01-01T00:00:00) and their "for ever" (9999-12-31).
 */
export function isPlausible(instant: string): boolean {
  return isPlausibleEpoch(toEpochMs(instant));
}

/** Milliseconds since 1970 of one of our instants: every part has a fixed position, which is read faster than any date. */
export function toEpochMs(instant: string): number {
  if (instant.length !== instantLength) return Date.parse(instant);
  return (
    dayToMs(fourDigits(instant, 0), twoDigits(instant, 5), twoDigits(instant, 8)) +
    timeToMs(twoDigits(instant, 11), twoDigits(instant, 14), twoDigits(instant, 17)) +
    threeDigits(instant, 20)
  );
}

/** Sentinels as milliseconds. A list of them is a constant, read once. */
const sentinelEpochs = new WeakMap<readonly string[], readonly number[]>();

function epochsOf(sentinels: readonly string[]): readonly number[] {
  const known = sentinelEpochs.get(sentinels);
  if (known !== undefined) return known;
  const epochs = sentinels.flatMap((text) => scanInstant(text)?.epochMs ?? []);
  sentinelEpochs.set(sentinels, epochs);
  return epochs;
}

/** What stands in a text of one of the readable forms; null for any other text. Looks at every character once. */
export function scanInstant(text: string): WrittenInstant | null {
  if (text.length < secondsEnd || !hasMarks(text)) return null;
  const year = fourDigits(text, 0);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  const isCalendar = isDay(year, month, day) && isTime(hour, minute, second);
  // Databases write their empty date as 0000-00-00, which no calendar has.
  const isNoDate = year === 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0 && second >= 0;
  if (!isCalendar && !isNoDate) return null;
  const fractionEnd = endOfFraction(text);
  const offsetMs = readOffsetMs(text, fractionEnd);
  if (offsetMs === null) return null;
  const localMs = dayToMs(year, month, day) + timeToMs(hour, minute, second);
  return {
    epochMs: localMs + readFraction(text, fractionEnd) - offsetMs,
    zone: fractionEnd === text.length ? 'assumed-utc' : 'given',
    isEmptyDate: year <= 1,
    taken: offsetMs !== 0 || text.charCodeAt(10) !== upperT ? 0 : takenOf(fractionEnd),
  };
}

/** Behind a point and one to nine digits; where other characters stand, they are no zone, and the text is unreadable. */
function endOfFraction(text: string): number {
  if (text.charCodeAt(secondsEnd) !== dot) return secondsEnd;
  const end = endOfDigits(text, secondsEnd + 1);
  return end === secondsEnd + 1 || end > secondsEnd + 1 + mostFractionDigits ? secondsEnd : end;
}

function takenOf(fractionEnd: number): WrittenInstant['taken'] {
  if (fractionEnd === secondsEnd) return 19;
  return fractionEnd >= 23 ? 23 : 0;
}

function hasMarks(text: string): boolean {
  const separator = text.charCodeAt(10);
  return (
    text.charCodeAt(4) === minus &&
    text.charCodeAt(7) === minus &&
    (separator === upperT || separator === space || separator === lowerT) &&
    text.charCodeAt(13) === colon &&
    text.charCodeAt(16) === colon
  );
}

/** Milliseconds, cut and not rounded. */
function readFraction(text: string, end: number): number {
  if (end >= 23) return threeDigits(text, secondsEnd + 1);
  if (end === 22) return twoDigits(text, secondsEnd + 1) * 10;
  return end === 21 ? digitAt(text, secondsEnd + 1) * 100 : 0;
}

/** The offset that stands from an index to the end of a text; null where something else stands there. */
function readOffsetMs(text: string, at: number): number | null {
  if (at === text.length) return 0;
  const sign = text.charCodeAt(at);
  if (sign === upperZ || sign === lowerZ) return at + 1 === text.length ? 0 : null;
  const isOffset = (sign === plus || sign === minus) && text.length === at + 6 && text.charCodeAt(at + 3) === colon;
  const hours = twoDigits(text, at + 1);
  const minutes = twoDigits(text, at + 4);
  if (!isOffset || !isTime(hours, minutes, 0)) return null;
  return sign === minus ? -timeToMs(hours, minutes, 0) : timeToMs(hours, minutes, 0);
}
