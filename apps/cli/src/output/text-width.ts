import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

/**
 * A text of more UTF-16 units than this for each column is taken for one that needs more columns. A family of emoji has 25 units in
 * two columns; only a text made of invisible characters or of marks upon marks has more, and measuring a megabyte of these one by one takes seconds.
 */
const mostUnitsInColumn = 32;

/** How many columns of a terminal a text takes; of one that takes more than so many, only that it does. */
export const textWidth = (text: string, enough = Number.POSITIVE_INFINITY): number =>
  text.length > enough * mostUnitsInColumn ? enough + 1 : stringWidth(text);

/** The text, or its beginning and an ellipsis, in at most so many columns. */
export function clipText(text: string, most: number): string {
  if (textWidth(text, most) <= most) return text;
  let clipped = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text.slice(0, most * mostUnitsInColumn))) {
    width += stringWidth(segment);
    if (width >= most) break;
    clipped += segment;
  }
  return `${clipped}…`;
}
