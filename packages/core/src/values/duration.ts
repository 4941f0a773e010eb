import { isTime, timeToMs } from './calendar.ts';
import { scaleDecimal, scaleParts } from './decimal.ts';
import { digitAt, endOfDigits, numberBetween, threeDigits, twoDigits } from './digits.ts';

/**
 * How a vendor writes a field's durations. The mapper names the form, because the value alone does not distinguish hours from
 * seconds.
 *
 * - `timespan`: .NET's constant form `[d.]hh:mm:ss[.fffffff]`, the hour also as one digit.
 * - `iso`: ISO 8601, `P4W`, `P1DT2H`, `PT12.4272909S`.
 * - `timespan-or-iso`: either of the two, distinguished by the leading `P`.
 * - `decimal-hours`: a number or its text, `"0.011"`.
 * - `seconds`: a number or its text, fractions allowed.
 * - `milliseconds`: a whole number or its text.
 * - `timespan-or-milliseconds`: for a field that is documented as milliseconds and sampled as a TimeSpan.
 */
export type DurationForm =
  | 'timespan'
  | 'iso'
  | 'timespan-or-iso'
  | 'decimal-hours'
  | 'seconds'
  | 'milliseconds'
  | 'timespan-or-milliseconds';

/**
 * What became of a vendor's duration.
 *
 * - `duration`: whole milliseconds, truncated, from 0 to 100 years.
 * - `unreadable`: anything else, negative and absent values included. The field is null, with provenance `unreadable`.
 */
export type DurationResult =
  | { readonly kind: 'duration'; readonly milliseconds: number }
  | { readonly kind: 'unreadable' };

/** Milliseconds, or null. Beyond the safe integers a reader may be inexact: {@link readDurationMs} refuses such lengths. */
type DurationReader = (value: unknown) => number | null;

const longestText = 64;
const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
const hundredYearsMs = 36_525 * dayMs;

const [comma, dot, colon, letterP] = [44, 46, 58, 80];
const timespanPattern = /^(?:(\d{1,8})\.)?([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?$/;

const readers = {
  timespan: readTimespan,
  iso: readIso,
  'timespan-or-iso': (value) => (isIso(value) ? readIso(value) : readTimespan(value)),
  'decimal-hours': (value) => readPointNumber(value, hourMs),
  seconds: (value) => readPointNumber(value, secondMs),
  milliseconds: readMilliseconds,
  'timespan-or-milliseconds': (value) => readTimespan(value) ?? readMilliseconds(value),
} as const satisfies Record<DurationForm, DurationReader>;

const unreadable = Object.freeze({ kind: 'unreadable' } as const);

/**
 * Reads a duration in the form that the vendor uses for this field. The arithmetic is exact: `"0.011"` hours are
 * 39,600 milliseconds, and truncation cuts only what the vendor wrote beyond milliseconds. ISO years and months have
 * no fixed length and are readable only as zero; an ISO decimal (point or comma) may stand only in the last part.
 * Negative values, overflowing parts (`24:00:00`, `00:60:00`) and more than 100 years are `unreadable`. Never throws.
 */
export function parseDuration(value: unknown, form: DurationForm): DurationResult {
  const milliseconds = readDurationMs(value, form);
  return milliseconds === null ? unreadable : { kind: 'duration', milliseconds };
}

/** The milliseconds of {@link parseDuration}; null for what is unreadable. */
export function readDurationMs(value: unknown, form: DurationForm): number | null {
  const milliseconds = readers[form](value);
  return milliseconds === null || milliseconds > hundredYearsMs ? null : milliseconds;
}

/**
 * Writes milliseconds as ISO 8601 with days as the largest part: `PT20M23.089S`, `P1DT2H3M4.5S`, `PT0S`. A part of a
 * millisecond is dropped, and a negative duration gets a leading minus, which `parseDuration` refuses.
 *
 * @throws RangeError for NaN and the infinities, which have no ISO form, as `Date.prototype.toISOString` does.
 */
export function formatDuration(milliseconds: number): string {
  const signed = BigInt(Math.trunc(milliseconds));
  const total = signed < 0n ? -signed : signed;
  const days = writePart(total / BigInt(dayMs), 'D');
  const hours = writePart((total % BigInt(dayMs)) / BigInt(hourMs), 'H');
  const minutes = writePart((total % BigInt(hourMs)) / BigInt(minuteMs), 'M');
  const time = `${hours}${minutes}${writeSeconds(total % BigInt(minuteMs))}`;
  const text = `P${days}${time === '' ? '' : `T${time}`}`;
  return `${signed < 0n ? '-' : ''}${text === 'P' ? 'PT0S' : text}`;
}

function writePart(count: bigint, letter: string): string {
  return count === 0n ? '' : `${count}${letter}`;
}

function writeSeconds(milliseconds: bigint): string {
  if (milliseconds === 0n) return '';
  const fraction = (milliseconds % BigInt(secondMs)).toString().padStart(3, '0').replace(/0+$/, '');
  return `${milliseconds / BigInt(secondMs)}${fraction === '' ? '' : `.${fraction}`}S`;
}

/** Nearly all timespans are below a day. Eight digits of days and every smaller part stay below the safe integers. */
function readTimespan(value: unknown): number | null {
  if (typeof value !== 'string' || value.length > longestText) return null;
  if (value.charCodeAt(2) === colon && value.charCodeAt(5) === colon) return readClock(value);
  const parts = timespanPattern.exec(value);
  if (parts === null) return null;
  const [, days = 0, hours, minutes, seconds, fraction = ''] = parts;
  const wholeSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return wholeSeconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Hours, minutes, seconds and a fraction, each at its fixed position. */
function readClock(text: string): number | null {
  const hours = twoDigits(text, 0);
  const minutes = twoDigits(text, 3);
  const seconds = twoDigits(text, 6);
  if (!isTime(hours, minutes, seconds)) return null;
  const wholeMs = timeToMs(hours, minutes, seconds);
  if (text.length === 8) return wholeMs;
  if (text.charCodeAt(8) !== dot || text.length === 9 || text.length > 18) return null;
  if (endOfDigits(text, 9) !== text.length) return null;
  return wholeMs + millisecondsAt(text, 9);
}

/** The first three digits of a fraction that has at least one. */
function millisecondsAt(text: string, at: number): number {
  if (text.length >= at + 3) return threeDigits(text, at);
  return text.length === at + 2 ? twoDigits(text, at) * 10 : digitAt(text, at) * 100;
}

type IsoUnits = readonly (readonly [designator: number, unitMs: number | null])[];

/** Designators in their order, and the milliseconds of each; years and months have no fixed length. */
const dateUnits: IsoUnits = [
  [89, null],
  [77, null],
  [87, weekMs],
  [68, dayMs],
];
const timeUnits: IsoUnits = [
  [72, hourMs],
  [77, minuteMs],
  [83, secondMs],
];
const longestIsoPart = 20;

const isIso = (value: unknown): value is string => typeof value === 'string' && value.charCodeAt(0) === letterP;

function readIso(value: unknown): number | null {
  if (!isIso(value) || value.length > longestText) return null;
  const mark = value.indexOf('T');
  if (mark < 0) return readIsoParts(value, 1, value.length, dateUnits);
  const days = mark === 1 ? 0 : readIsoParts(value, 1, mark, dateUnits);
  const time = readIsoParts(value, mark + 1, value.length, timeUnits);
  return days === null || time === null ? null : days + time;
}

/** The sum of the parts that fill a stretch of a text: at least one, each with another unit, in the order of the units. */
function readIsoParts(text: string, from: number, to: number, units: IsoUnits): number | null {
  let at = from;
  let next = 0;
  let total = 0;
  do {
    const point = endOfDigits(text, at);
    const end = endOfFraction(text, point);
    const index = findUnit(units, text.charCodeAt(end), next);
    const unit = units[index];
    if (point === at || end - at > longestIsoPart || unit === undefined) return null;
    const part = readIsoPart(text, at, point, end, unit[1]);
    if (part === null) return null;
    total += part;
    next = index + 1;
    at = end + 1;
  } while (at < to);
  return total;
}

/** Behind a point or comma and its digits; only the last part of the text may have those. */
function endOfFraction(text: string, point: number): number {
  const mark = text.charCodeAt(point);
  if (mark !== dot && mark !== comma) return point;
  const end = endOfDigits(text, point + 1);
  return end > point + 1 && end + 1 === text.length ? end : point;
}

/** Where a designator stands among the units from an index on; behind them all where it does not. */
function findUnit(units: IsoUnits, designator: number, from: number): number {
  let index = from;
  while (index < units.length && units[index]?.[0] !== designator) index += 1;
  return index;
}

function readIsoPart(text: string, start: number, point: number, end: number, unitMs: number | null): number | null {
  if (unitMs !== null) return scaleParts(text, start, point, end, unitMs);
  const isZero = numberBetween(text, start, point) === 0 && numberBetween(text, point + 1, end) === 0;
  return isZero ? 0 : null;
}

function readMilliseconds(value: unknown): number | null {
  const text = toNumberText(value);
  return text !== '' && endOfDigits(text, 0) === text.length ? scaleDecimal(text, 1) : null;
}

/** A decimal comma is ISO's alone: elsewhere it could as well separate thousands. */
function readPointNumber(value: unknown, unitMs: number): number | null {
  // Adding zero makes a positive one of a negative one.
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value < 0 ? null : value * unitMs + 0;
  const text = toNumberText(value);
  return text.includes(',') ? null : scaleDecimal(text, unitMs);
}

function toNumberText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length <= longestText ? value : '';
}
