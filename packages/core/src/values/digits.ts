const zero = 48;

/** The number of two digits at an index of a text that is known to have them there. */
export function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
}

/** Likewise, of three. */
export function threeDigits(text: string, at: number): number {
  return twoDigits(text, at) * 10 + text.charCodeAt(at + 2) - zero;
}
