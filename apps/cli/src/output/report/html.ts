import { toPlainLine } from '../plain-text.ts';

/** HTML that is safe to print: texts in it were escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text of anyone, without control characters: a page may be shown in a terminal. */
const toEscaped = (text: string): string =>
  toPlainLine(text).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? character);

function toText(part: Part): string {
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : toEscaped(String(part));
}

/** A template of HTML. What is put in is escaped, unless it is HTML from here. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, index) => text + (index < parts.length ? toText(parts[index] ?? '') : '')).join(''));

export const noHtml = new Html('');
