import { threeDigits, twoDigits } from './digits.ts';

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

interface ParseInstantOptions {
  /**
   * Times that stand for "never" at this vendor, in any form that can be read here. They are compared as instants, so
   * another zone or more zeros in the fraction make no difference. Year 0001 needs no entry.
   * @default none
   */
  readonly sentinels?: readonly string[];
}

interface InstantReading {
  readonly epochMs: number;
  readonly zone: 'given' | 'assumed-utc';
  readonly isEmptyDate: boolean;
}

const never = Object.freeze({ kind: 'never' } as const);
const unreadable = Object.freeze({ kind: 'unreadable' } as const);

const longestText = 64;
const pattern =
  /^(?<date>\d{4}-\d\d-\d\d)[Tt ](?<time>\d\d:\d\d:\d\d)(?:\.(?<fraction>\d{1,9}))?(?<zone>[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
/**
 * The form that most times have, UTC down to milliseconds or below, on a day that every year has. It needs no calendar:
 * cut after the milliseconds, the text is the instant. Whatever else is readable goes the long way.
 */
const plainUtc =
  /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3,9}Z$/;
/** Nothing that is read here was backed up, planned or kept before or after these years; see {@link isPlausible}. */
const firstPlausible = '1990-01-01T00:00:00.000Z';
const firstImplausible = '2200-01-01T00:00:00.000Z';
const startOfYearTwo = Date.parse('0002-01-01T00:00:00.000Z');
const endOfYear9999 = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Reads a time as the vendors write it: ISO 8601 with date and time (`T` or one space between them), whole seconds or
 * up to 9 fraction digits, and `Z`, `±hh:mm` or no zone. Digits beyond milliseconds are cut off, never rounded, so
 * that an instant is never later than the vendor said. Years 0002 to 9999; year 0001 (.NET's empty date), year 0000 (an
 * empty date of databases) and what an offset moves past year 9999 are `never`. Dates that no calendar has, second 60
 * included, are `unreadable`. Never throws.
 */
export function parseInstant(value: unknown, options?: ParseInstantOptions): InstantResult {
  const stems = options?.sentinels === undefined ? noStems : stemsOf(options.sentinels);
  if (typeof value === 'string' && plainUtc.test(value)) {
    if (hasStem(value, stems)) return never;
    return { kind: 'instant', instant: value.length === 24 ? value : `${value.slice(0, 23)}Z`, zone: 'given' };
  }
  const result = parseAnyForm(value);
  return result.kind === 'instant' && hasStem(result.instant, stems) ? never : result;
}

function parseAnyForm(value: unknown): InstantResult {
  const reading = readParts(value);
  if (reading === undefined) return unreadable;
  const { epochMs, zone, isEmptyDate } = reading;
  if (isEmptyDate || epochMs < startOfYearTwo) return never;
  if (epochMs > endOfYear9999) return never;
  return { kind: 'instant', instant: new Date(epochMs).toISOString(), zone };
}

/**
 * Whether a vendor can mean an instant as one: from 1990 up to and including 2199. Outside of that systems write their
 * empty dates (0001, 1601, 1899-12-30, 1900, 1970-01-01T00:00:00) and their "for ever" (9999-12-31).
 */
export function isPlausible(instant: string): boolean {
  return instant >= firstPlausible && instant < firstImplausible;
}

/** Milliseconds since 1970 of one of our instants: every part has a fixed position, which is read faster than any date. */
export function toEpochMs(instant: string): number {
  const year = twoDigits(instant, 0) * 100 + twoDigits(instant, 2);
  // Below 100 the platform takes a year for one of the last century.
  if (instant.length !== 24 || !(year >= 100)) return Date.parse(instant);
  return (
    Date.UTC(
      year,
      twoDigits(instant, 5) - 1,
      twoDigits(instant, 8),
      twoDigits(instant, 11),
      twoDigits(instant, 14),
      twoDigits(instant, 17),
    ) + threeDigits(instant, 20)
  );
}

/** Sentinels down to the millisecond, without the zone: what an instant begins with. A list of them is a constant, read once. */
const sentinelStems = new WeakMap<readonly string[], readonly string[]>();
const noStems: readonly string[] = [];

function stemsOf(sentinels: readonly string[]): readonly string[] {
  const known = sentinelStems.get(sentinels);
  if (known !== undefined) return known;
  const results = sentinels.map(parseAnyForm);
  const stems = results.flatMap((result) => (result.kind === 'instant' ? [result.instant.slice(0, -1)] : []));
  sentinelStems.set(sentinels, stems);
  return stems;
}

const hasStem = (text: string, stems: readonly string[]): boolean => stems.some((stem) => text.startsWith(stem));

function readParts(value: unknown): InstantReading | undefined {
  if (typeof value !== 'string' || value.length > longestText) return undefined;
  const parts = pattern.exec(value)?.groups;
  if (parts === undefined) return undefined;
  const { date = '', time = '', fraction = '', zone } = parts;
  const localMs = date.startsWith('0000')
    ? startOfYearTwo
    : readCalendar(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (localMs === undefined) return undefined;
  return {
    epochMs: localMs - readOffsetMs(zone),
    zone: zone === undefined ? 'assumed-utc' : 'given',
    isEmptyDate: date.startsWith('0001') || date.startsWith('0000'),
  };
}

/** `Date` rolls Feb 30 and hour 24 over into the next day; a text that does not come back as it went in has no day. */
function readCalendar(isoText: string): number | undefined {
  const date = new Date(isoText);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== isoText) return undefined;
  return date.getTime();
}

function readOffsetMs(zone = 'Z'): number {
  if (zone.length === 1) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
