/** Vendors' texts reach a terminal: control characters (escapes, line ends, direction marks) become spaces. */
const steering = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu;
const steeringWithin = /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** Characters that JSON does not escape although they control a terminal. */
const steeringUnescaped = /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** The same JSON, or YAML in double quotes, with these characters escaped as well; it parses to the same text. */
export const escapeSteering = (json: string): string =>
  json.replaceAll(steeringUnescaped, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Whether a text contains characters that control a terminal and need double quotes in YAML. */
export const hasSteering = (text: string): boolean => text.search(steeringUnescaped) >= 0;

/** A text on one line. */
export const toPlainLine = (text: string): string => text.replaceAll(steering, ' ').trim();

/** A text with its line ends, but without other characters that control a terminal. */
export const toPlainLines = (text: string): string => text.replaceAll(steeringWithin, ' ');
