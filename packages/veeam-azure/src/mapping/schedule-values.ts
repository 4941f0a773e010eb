/** The readable texts of a list. */
export const textsOf = (values: unknown): string[] =>
  Array.isArray(values) ? values.filter((value) => typeof value === 'string' && value !== '') : [];

/** The readable whole numbers of a list. */
export const numbersOf = (values: unknown): number[] =>
  Array.isArray(values) ? values.filter((value) => Number.isSafeInteger(value)) : [];

export const lengthOf = (values: unknown): number => (Array.isArray(values) ? values.length : 0);
