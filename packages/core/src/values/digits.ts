const zero = 48;
/** Negative by so much that no digits before or behind it make the number positive. */
const noDigit = -1_000_000;

/** The digit at an index; negative where the text has another character there, or ends before. */
export function digitAt(text: string, at: number): number {
  // Beyond the end there is NaN, which would make doubles of all digits.
  const digit = (text.charCodeAt(at) | 0) - zero;
  return digit >= 0 && digit <= 9 ? digit : noDigit;
}

/** The number of two digits at an index; negative where two digits do not stand there. */
export function twoDigits(text: string, at: number): number {
  return digitAt(text, at) * 10 + digitAt(text, at + 1);
}

/** Likewise, of three. */
export function threeDigits(text: string, at: number): number {
  return twoDigits(text, at) * 10 + digitAt(text, at + 2);
}

/** Likewise, of four. */
export function fourDigits(text: string, at: number): number {
  return twoDigits(text, at) * 100 + twoDigits(text, at + 2);
}

/** The index behind the digits that stand from an index on. */
export function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) break;
    at += 1;
  }
  return at;
}

/** The number of the digits in a part of a text that is known to have nothing else; exact below 2^53. */
export function numberBetween(text: string, from: number, end: number): number {
  let number = 0;
  for (let at = from; at < end; at += 1) number = number * 10 + text.charCodeAt(at) - zero;
  return number;
}
