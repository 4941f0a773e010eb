import { endOfDigits, numberBetween } from './digits.ts';

const mostDigits = 15;

/** A whole number from 0 on, which vendors write as a number or as digits; null for anything else. */
export function toCount(value: unknown): number | null {
  if (typeof value === 'string') return readDigits(value.trim());
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function readDigits(text: string): number | null {
  const isNumber = text !== '' && text.length <= mostDigits && endOfDigits(text, 0) === text.length;
  return isNumber ? numberBetween(text, 0, text.length) : null;
}
