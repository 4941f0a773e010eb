import { threeDigits, twoDigits } from './digits.ts';

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

type DurationReader = (value: unknown) => bigint | number | undefined;

const longestText = 64;
const secondMs = 1_000n;
const minuteMs = 60n * secondMs;
const hourMs = 60n * minuteMs;
const dayMs = 24n * hourMs;
const weekMs = 7n * dayMs;
const hundredYearsMs = 36_525n * dayMs;

const timespanPattern = /^(?:(\d{1,8})\.)?([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?$/;
/** The form that nearly all timespans have: below a day, and down to milliseconds where there is a fraction. */
const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3,9})?$/;
const isoPattern =
  /^P(?=[\dT])(?:([\d.,]{1,20})Y)?(?:([\d.,]{1,20})M)?(?:([\d.,]{1,20})W)?(?:([\d.,]{1,20})D)?(?:T(?=\d)(?:([\d.,]{1,20})H)?(?:([\d.,]{1,20})M)?(?:([\d.,]{1,20})S)?)?$/;
const isoUnitsMs = ['none', 'none', weekMs, dayMs, hourMs, minuteMs, secondMs] as const;
const decimalPattern = /^(?<whole>\d{1,40})(?:[.,](?<fraction>\d{1,40}))?(?:[eE](?<exponent>[+-]?\d{1,3}))?$/;

const readers = {
  timespan: readTimespan,
  iso: readIso,
  'timespan-or-iso': (value) => readTimespan(value) ?? readIso(value),
  'decimal-hours': (value) => readPointNumber(value, hourMs),
  seconds: (value) => readPointNumber(value, secondMs),
  milliseconds: readMilliseconds,
  'timespan-or-milliseconds': (value) => readTimespan(value) ?? readMilliseconds(value),
} as const satisfies Record<DurationForm, DurationReader>;

/**
 * Reads a duration in the form that the vendor uses for this field. The arithmetic is exact: `"0.011"` hours are
 * 39,600 milliseconds, and truncation cuts only what the vendor wrote beyond milliseconds. ISO years and months have
 * no fixed length and are readable only as zero; an ISO decimal (point or comma) may stand only in the last part.
 * Negative values, overflowing parts (`24:00:00`, `00:60:00`) and more than 100 years are `unreadable`. Never throws.
 */
export function parseDuration(value: unknown, form: DurationForm): DurationResult {
  const milliseconds = readers[form](value);
  if (milliseconds === undefined || milliseconds > hundredYearsMs) return { kind: 'unreadable' };
  return { kind: 'duration', milliseconds: Number(milliseconds) };
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
  const days = writePart(total / dayMs, 'D');
  const hours = writePart((total % dayMs) / hourMs, 'H');
  const minutes = writePart((total % hourMs) / minuteMs, 'M');
  const time = `${hours}${minutes}${writeSeconds(total % minuteMs)}`;
  const text = `P${days}${time === '' ? '' : `T${time}`}`;
  return `${signed < 0n ? '-' : ''}${text === 'P' ? 'PT0S' : text}`;
}

function writePart(count: bigint, letter: string): string {
  return count === 0n ? '' : `${count}${letter}`;
}

function writeSeconds(milliseconds: bigint): string {
  if (milliseconds === 0n) return '';
  const fraction = (milliseconds % secondMs).toString().padStart(3, '0').replace(/0+$/, '');
  return `${milliseconds / secondMs}${fraction === '' ? '' : `.${fraction}`}S`;
}

/** Eight digits of days and every smaller part stay below the safe integers, so plain numbers are exact here. */
function readTimespan(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > longestText) return undefined;
  if (clockPattern.test(value)) return readClock(value);
  const parts = timespanPattern.exec(value);
  if (parts === null) return undefined;
  const [, days = 0, hours, minutes, seconds, fraction = ''] = parts;
  const wholeSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return wholeSeconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Hours, minutes, seconds and milliseconds, each at its fixed position. */
function readClock(text: string): number {
  const seconds = (twoDigits(text, 0) * 60 + twoDigits(text, 3)) * 60 + twoDigits(text, 6);
  return seconds * 1000 + (text.length === 8 ? 0 : threeDigits(text, 9));
}

function readIso(value: unknown): bigint | undefined {
  if (typeof value !== 'string' || value.length > longestText) return undefined;
  const parts = isoPattern.exec(value)?.slice(1);
  if (parts === undefined) return undefined;
  const last = parts.findLastIndex((part) => part !== undefined);
  let total = 0n;
  for (const [index, unitMs] of isoUnitsMs.entries()) {
    const milliseconds = readIsoPart(parts[index] ?? '0', unitMs, index === last);
    if (milliseconds === undefined) return undefined;
    total += milliseconds;
  }
  return total;
}

function readIsoPart(text: string, unitMs: bigint | 'none', isLast: boolean): bigint | undefined {
  if (!isLast && !/^\d+$/.test(text)) return undefined;
  if (unitMs !== 'none') return scaleDecimal(text, unitMs);
  return /^0+(?:[.,]0+)?$/.test(text) ? 0n : undefined;
}

function readMilliseconds(value: unknown): bigint | undefined {
  return /^\d+$/.test(toNumberText(value)) ? readPointNumber(value, 1n) : undefined;
}

/** A decimal comma is ISO's alone: elsewhere it could as well separate thousands. */
function readPointNumber(value: unknown, unitMs: bigint): bigint | undefined {
  const text = toNumberText(value);
  return text.includes(',') ? undefined : scaleDecimal(text, unitMs);
}

function toNumberText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length <= longestText ? value : '';
}

/** The truncated product, in whole numbers throughout: the nearest double to 0.011 is not 0.011. */
function scaleDecimal(text: string, unitMs: bigint): bigint | undefined {
  const { whole = '', fraction = '', exponent = '0' } = matchText(text, decimalPattern) ?? {};
  if (whole === '') return undefined;
  const digits = BigInt(`${whole}${fraction}`) * unitMs;
  const scale = Number(exponent) - fraction.length;
  return scale < 0 ? digits / 10n ** BigInt(-scale) : digits * 10n ** BigInt(scale);
}

function matchText(value: unknown, pattern: RegExp): Readonly<Record<string, string>> | undefined {
  return typeof value === 'string' && value.length <= longestText ? pattern.exec(value)?.groups : undefined;
}
