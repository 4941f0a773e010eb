/** A text with one mark at its end: a full stop, unless its own words end with "!", "?" or "…". */
export function toSentence(text: string): string {
  let end = text.length;
  while (end > 0 && isDotOrSpace(text.charAt(end - 1))) end -= 1;
  const line = text.slice(0, end);
  return line === '' || /[!?…]$/.test(line) ? line : `${line}.`;
}

const isDotOrSpace = (character: string): boolean => character === '.' || character.trim() === '';

/** Texts as sentences after each other, whatever theirs end with. Empty texts are omitted. */
export const joinSentences = (...texts: readonly (string | null | undefined)[]): string =>
  texts
    .map((text) => toSentence(text ?? '').trimStart())
    .filter((sentence) => sentence !== '')
    .join(' ');
