import { createRequire } from 'node:module';
import { extname } from 'node:path';

type Measure = typeof import('./wide-text-width.ts').wideTextWidth;

let measure: Measure | null = null;

/** Loaded for the first text that needs it: its tables of emoji cost more time than a list of jobs. */
function wideTextWidth(text: string): number {
  const load: (path: string) => { readonly wideTextWidth: Measure } = createRequire(import.meta.url);
  measure ??= load(`./wide-text-width${extname(import.meta.url)}`).wideTextWidth;
  return measure(text);
}

let segmenter: Intl.Segmenter | null = null;

/** Visible characters of ASCII, and the mark of a clipped text, have one column each. */
const isPlain = (text: string): boolean => /^[ -~…]*$/.test(text);

/**
 * A text of more UTF-16 units than this for each column is taken for one that needs more columns. A family of emoji has 25 units in
 * two columns; only a text made of invisible characters or of marks upon marks has more, and measuring a megabyte of these one by one takes seconds.
 */
const mostUnitsInColumn = 32;

/** How many columns of a terminal a text takes; of one that takes more than so many, only that it does. */
export const textWidth = (text: string, enough = Number.POSITIVE_INFINITY): number =>
  text.length > enough * mostUnitsInColumn ? enough + 1 : isPlain(text) ? text.length : wideTextWidth(text);

/** The text, or its beginning and an ellipsis, in at most so many columns. */
export function clipText(text: string, most: number): string {
  if (textWidth(text, most) <= most) return text;
  segmenter ??= new Intl.Segmenter();
  let clipped = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text.slice(0, most * mostUnitsInColumn))) {
    width += isPlain(segment) ? segment.length : wideTextWidth(segment);
    if (width >= most) break;
    clipped += segment;
  }
  return `${clipped}…`;
}
