/** A text with one mark at its end: a full stop, unless its own words end with "!", "?" or "…". */
export function toSentence(text: string): string {
  const line = text.trimEnd().replace(/[.\s]+$/, '');
  return line === '' || /[!?…]$/.test(line) ? line : `${line}.`;
}

/** Texts as sentences after each other, whatever theirs end with. Whoever has nothing to say is left out. */
export const joinSentences = (...texts: readonly (string | null | undefined)[]): string =>
  texts
    .map((text) => toSentence(text ?? '').trimStart())
    .filter((sentence) => sentence !== '')
    .join(' ');
