import stringWidth from 'string-width';

/** How many columns of a terminal a text of any script takes. */
export const wideTextWidth = (text: string): number => stringWidth(text);
