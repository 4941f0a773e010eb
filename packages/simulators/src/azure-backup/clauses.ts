const CLAUSE = /^\s*([A-Za-z]+)\s+eq\s+'([^']*)'\s*(and\s|$)/;

/** `key eq 'value' and key eq 'value' …`, none for an empty text; null when it is anything else. */
export const parseClauses = (text: string): { readonly key: string; readonly value: string }[] | null => {
  const clauses: { readonly key: string; readonly value: string }[] = [];
  let rest = text;
  let isOpen = rest.trim() !== '';
  while (isOpen) {
    const [matched, key = '', value = '', joint = ''] = CLAUSE.exec(rest) ?? [];
    if (matched === undefined) return null;
    clauses.push({ key, value });
    rest = rest.slice(matched.length);
    isOpen = joint !== '';
  }
  return clauses;
};
