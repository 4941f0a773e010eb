/** Vendors have some dozens of words. The cache stops growing here. */
const mostKept = 1_000;
const longestKept = 100;
const folded = new Map<string, string>();

/** How vendors' words are compared: without regard to case, spaces, hyphens and underscores. */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const text = word.toLowerCase().replaceAll(/[\s_-]/g, '');
  if (folded.size < mostKept && word.length <= longestKept) folded.set(word, text);
  return text;
}

/** A table of a vendor's words and what we call them. */
export interface WordTable<Ours extends string> {
  /** Our word, or undefined for a word that the table does not know. */
  lookup(word: string): Ours | undefined;
  /** The vendor's words for one of ours, spelt as documented. */
  wordsFor(ours: Ours): readonly string[];
  /** Every row: the vendor's word as documented, and ours. */
  readonly rows: readonly (readonly [native: string, ours: Ours])[];
}

/** Makes a table out of `{ ours: [their words] }`. A word that stands twice is a mistake and throws at once. */
export function defineWords<Ours extends string>(
  words: Partial<Readonly<Record<Ours, readonly string[]>>>,
): WordTable<Ours> {
  const entries = Object.entries(words) as [Ours, readonly string[]][];
  const rows = entries.flatMap(([ours, natives]) => natives.map((native) => [native, ours] as const));
  const asDocumented = new Map(rows);
  const table = new Map(rows.map(([native, ours]) => [foldWord(native), ours]));
  if (table.size !== rows.length) throw new Error('A vendor word stands twice in its table.');
  return Object.freeze({
    // Nearly every word comes as documented, and folding costs more than looking up.
    lookup: (word: string) => asDocumented.get(word) ?? table.get(foldWord(word)),
    wordsFor: (ours: Ours) => words[ours] ?? [],
    rows,
  });
}
