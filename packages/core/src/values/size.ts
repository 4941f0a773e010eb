import { endOfDigits } from './digits.ts';

/** The unit of a bare number. Each is 1024 times the one before it, as the vendors count, whatever the SI says. */
export type SizeUnit = 'B' | 'KB' | 'MB' | 'GB' | 'TB' | 'PB' | 'EB';

/**
 * What became of a vendor's size.
 *
 * - `size`: whole bytes, from 0 to `Number.MAX_SAFE_INTEGER`.
 * - `unreadable`: anything else, absent values included. The field is null, with provenance `unreadable`.
 */
export type SizeResult = { readonly kind: 'size'; readonly bytes: number } | { readonly kind: 'unreadable' };

const longestText = 64;
const bytesOf = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
  PB: 1024 ** 5,
  EB: 1024 ** 6,
} as const satisfies Record<SizeUnit, number>;

const unitOfLetter: Readonly<Record<string, SizeUnit>> = {
  B: 'B',
  K: 'KB',
  M: 'MB',
  G: 'GB',
  T: 'TB',
  P: 'PB',
  E: 'EB',
};

/** What stands behind the number in the form that nearly all sizes have. */
const usualUnits: ReadonlyMap<string, SizeUnit | ''> = new Map([
  ['', ''],
  [' B', 'B'],
  [' Bytes', 'B'],
  [' KB', 'KB'],
  [' MB', 'MB'],
  [' GB', 'GB'],
  [' TB', 'TB'],
]);
const dot = 46;
const usualDigits = 30;

const pattern =
  /^(?<whole>\d{1,3}(?:,\d{3}){1,8}|\d{1,30})(?:\.(?<fraction>\d{1,30}))?(?: ?(?<unit>B|Bytes?|[KMGTPE]i?B))?$/i;

/**
 * Reads a size: a number or its text, counted in `unit`, or a text that names its own unit (`2332 MB`, `1.5 TB`,
 * `512 KiB`, `10 Bytes`), which then outranks `unit`. Every unit is a power of 1024, with or without the `i`; upper and
 * lower case are the same; a comma separates thousands. The result is rounded to whole bytes, but a broken number of
 * bytes is no size. Negative values, words (`N/A`) and anything beyond the safe integers are `unreadable`.
 * Never throws.
 *
 * @param unit What a bare number counts. @default 'B'
 */
export function parseSize(value: unknown, unit: SizeUnit = 'B'): SizeResult {
  if (typeof value === 'number') return toSize(value, unit);
  if (typeof value !== 'string' || value.length > longestText) return { kind: 'unreadable' };
  return readUsual(value, unit) ?? readAnyForm(value, unit);
}

/** Digits, at most one point between them, and a unit behind one space; null for any other form. */
function readUsual(text: string, unit: SizeUnit): SizeResult | null {
  const point = endOfDigits(text, 0);
  const end = text.charCodeAt(point) === dot ? endOfDigits(text, point + 1) : point;
  const named = usualUnits.get(text.slice(end));
  if (named === undefined || point === 0 || end === point + 1 || end > usualDigits) return null;
  return toSize(Number(text.slice(0, end)), named === '' ? unit : named);
}

function readAnyForm(text: string, unit: SizeUnit): SizeResult {
  const parts = pattern.exec(text)?.groups;
  if (parts === undefined) return { kind: 'unreadable' };
  const { whole = '', fraction = '0', unit: named = '' } = parts;
  return toSize(
    Number(`${whole.replaceAll(',', '')}.${fraction}`),
    unitOfLetter[named.charAt(0).toUpperCase()] ?? unit,
  );
}

function toSize(amount: number, unit: SizeUnit): SizeResult {
  const isBrokenByte = unit === 'B' && !Number.isInteger(amount);
  const bytes = Math.round(amount * bytesOf[unit]);
  if (isBrokenByte || amount < 0 || !Number.isSafeInteger(bytes)) return { kind: 'unreadable' };
  return { kind: 'size', bytes: Math.abs(bytes) };
}
