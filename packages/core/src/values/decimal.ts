import { endOfDigits, numberBetween } from './digits.ts';

const dot = 46;
/** Whole numbers of so many digits, and powers of ten up to this one, are exact. */
const exactDigits = 15;
const powersOfTen: readonly number[] = Array.from({ length: exactDigits + 1 }, (_, exponent) => 10 ** exponent);
const pattern = /^(?<whole>\d{1,40})(?:[.,](?<fraction>\d{1,40}))?(?:[eE](?<exponent>[+-]?\d{1,3}))?$/;

/**
 * The truncated product of a decimal and a whole number, exact: the nearest double to 0.011 is not 0.011. Null for a text
 * that is no decimal. A product beyond the safe integers is only known to be beyond them.
 */
export function scaleDecimal(text: string, unit: number): number | null {
  const point = endOfDigits(text, 0);
  if (point === 0 || point > exactDigits) return scaleAnyForm(text, unit);
  if (point === text.length) return scaleParts(text, 0, point, point, unit);
  const end = text.charCodeAt(point) === dot ? endOfDigits(text, point + 1) : 0;
  return end > point + 1 && end === text.length ? scaleParts(text, 0, point, end, unit) : scaleAnyForm(text, unit);
}

/**
 * The truncated product of the digits from `start` to `point` with those behind it, up to `end`: in doubles where they are
 * exact, else in whole numbers of any size. Where there is no fraction, `point` and `end` are the same.
 */
export function scaleParts(text: string, start: number, point: number, end: number, unit: number): number {
  if (point - start > exactDigits) return shift(text.slice(start, point), text.slice(point + 1, end), 0, unit);
  const whole = numberBetween(text, start, point) * unit;
  if (point === end) return whole;
  const digits = end - point - 1;
  const fraction = numberBetween(text, point + 1, end) * unit;
  if (digits > exactDigits || fraction > Number.MAX_SAFE_INTEGER)
    return shift(text.slice(start, point), text.slice(point + 1, end), 0, unit);
  const divisor = powersOfTen[digits] ?? Number.NaN;
  return whole + (fraction - (fraction % divisor)) / divisor;
}

/** With a comma, with an exponent, or with more digits than doubles hold. */
function scaleAnyForm(text: string, unit: number): number | null {
  const { whole = '', fraction = '', exponent = '0' } = pattern.exec(text)?.groups ?? {};
  return whole === '' ? null : shift(whole, fraction, Number(exponent), unit);
}

function shift(whole: string, fraction: string, exponent: number, unit: number): number {
  const digits = BigInt(`${whole}${fraction}`) * BigInt(unit);
  const scale = exponent - fraction.length;
  return Number(scale < 0 ? digits / 10n ** BigInt(-scale) : digits * 10n ** BigInt(scale));
}
