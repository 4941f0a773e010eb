const names: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'newline',
  '\r': 'carriage return',
  ' ': 'space',
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero width space',
  '\u200c': 'zero width non-joiner',
  '\u200d': 'zero width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

/** `U+200B (zero width space)`. */
export function describeCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names[character];
  return name === undefined ? code : `${code} (${name})`;
}

const isInvisible = (character: string): boolean => /^[\p{C}\p{Z}]$/u.test(character);

/** Newlines around a secret come from `echo` and editors and are never part of it. */
export const withoutEdgeNewlines = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && isNewline(text[start])) start += 1;
  while (end > start && isNewline(text[end - 1])) end -= 1;
  return text.slice(start, end);
};

const isNewline = (character: string | undefined): boolean =>
  character === '\n' || character === '\r' || character === '\ufeff';

/** The invisible characters at the two ends of a text, as a predicate; null where there are none. */
export function describeInvisibleEdges(text: string): string | null {
  const characters = [...text];
  const [first, last] = [characters[0], characters.at(-1)];
  const begins = first !== undefined && isInvisible(first) ? [`begins with ${describeCharacter(first)}`] : [];
  const ends = last !== undefined && isInvisible(last) ? [`ends with ${describeCharacter(last)}`] : [];
  return [...begins, ...ends].join(' and ') || null;
}
