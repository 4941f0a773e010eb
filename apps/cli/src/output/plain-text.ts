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
