/** What a placeholder stands for. Arrays are PostgreSQL's alone. */
export type FragmentValue = string | number | null | readonly (string | number)[];

/**
 * A part of a statement with its values. The list of jobs is read by such parts instead of the query builder's: putting texts
 * together costs a tenth of building and compiling its nodes, for each page that is read.
 */
export interface Fragment {
  /** SQL in which `?` stands for each value. */
  readonly text: string;
  readonly values: readonly FragmentValue[];
}

const isFragment = (part: Fragment | FragmentValue): part is Fragment =>
  typeof part === 'object' && part !== null && 'text' in part;

/** A template of SQL: fragments become a part of its text, everything else a value. */
export function fragment(texts: TemplateStringsArray, ...parts: readonly (Fragment | FragmentValue)[]): Fragment {
  let text = texts[0] ?? '';
  const values: FragmentValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (isFragment(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += texts[index + 1] ?? '';
  }
  return { text, values };
}

/** SQL without values. Never for text from outside. */
export const plain = (text: string): Fragment => ({ text, values: [] });

export const joinFragments = (parts: readonly Fragment[], separator: string): Fragment => ({
  text: parts.map(({ text }) => text).join(separator),
  values: parts.flatMap(({ values }) => values),
});
