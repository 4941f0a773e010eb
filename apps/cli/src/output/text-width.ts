import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

/** How many columns of a terminal a text takes; of one that takes more than so many, only that it does. */
export function textWidth(text: string, enough = Number.POSITIVE_INFINITY): number {
  if (enough === Number.POSITIVE_INFINITY || text.length <= enough) return stringWidth(text);
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment);
    if (width > enough) break;
  }
  return width;
}

/** The text, or its beginning and an ellipsis, in at most so many columns. */
export function clipText(text: string, most: number): string {
  if (textWidth(text, most) <= most) return text;
  let clipped = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment);
    if (width >= most) break;
    clipped += segment;
  }
  return `${clipped}…`;
}
