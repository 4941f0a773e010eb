/** Vendors' texts reach a terminal: control characters (escapes, line ends, direction marks) become spaces. */
const steering = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu;
const steeringWithin = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** What JSON leaves as it is although it steers a terminal. */
const steeringUnescaped = /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** The same JSON, or YAML in double quotes, with the rest of what steers a terminal escaped too: it is read as the same text. */
export const escapeSteering = (json: string): string =>
  json.replaceAll(steeringUnescaped, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Whether a text holds what steers a terminal and needs double quotes in YAML. */
export const hasSteering = (text: string): boolean => text.search(steeringUnescaped) >= 0;

/** A text on one line. */
export const toPlainLine = (text: string): string => text.replaceAll(steering, ' ').trim();

/** A text with its own line ends and nothing else that steers a terminal. */
export const toPlainLines = (text: string): string => text.replaceAll(steeringWithin, ' ');

const segmenter = new Intl.Segmenter();
const wide = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[！-｠]/u;

const widthOf = (grapheme: string): number => (wide.test(grapheme) ? 2 : 1);

/** How many columns of a terminal a text takes; of one that takes more than so many, only that it does. */
export function textWidth(text: string, enough = Number.POSITIVE_INFINITY): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += widthOf(segment);
    if (width > enough) break;
  }
  return width;
}

/** The text, or its beginning and an ellipsis, in at most so many columns. */
export function clipText(text: string, most: number): string {
  let clipped = '';
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += widthOf(segment);
    if (width > most) return `${clipped}…`;
    if (width < most) clipped += segment;
  }
  return text;
}
