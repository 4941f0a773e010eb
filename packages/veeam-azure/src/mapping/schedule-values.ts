import { Unreadable, type WireValue } from '@crossvault/core';

export const isReported = <Part>(part: WireValue<Part>): part is Part =>
  part !== null && part !== undefined && !(part instanceof Unreadable);

/** The readable texts of a list. */
export const textsOf = (values: unknown): string[] =>
  Array.isArray(values) ? values.filter((value) => typeof value === 'string' && value !== '') : [];

/** The readable whole numbers of a list. */
export const numbersOf = (values: unknown): number[] =>
  Array.isArray(values) ? values.filter((value) => Number.isSafeInteger(value)) : [];

export const lengthOf = (values: unknown): number => (Array.isArray(values) ? values.length : 0);
