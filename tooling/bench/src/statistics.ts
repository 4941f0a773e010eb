/** What several measurements of one thing come to. */
export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** The middle one, or the mean of the two in the middle. Throws for none: nothing measured is no zero. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('Nothing was measured.');
  return (lower + upper) / 2;
}

/** The value that this share of all values does not exceed; always one of them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new RangeError('Nothing was measured.');
  return found;
}

export function summarize(values: readonly number[]): Summary {
  return { min: Math.min(...values), median: median(values), max: Math.max(...values) };
}

/**
 * How many times the baseline: each round's value by the baseline's of the same round, summarized. A machine that is
 * slow for a while is slow for both of them.
 */
export function summarizeRatios(values: readonly number[], baseline: readonly number[]): Summary {
  if (values.length !== baseline.length) throw new RangeError('A round lacks one of the two that are compared.');
  return summarize(values.map((value, round) => value / (baseline[round] ?? Number.NaN)));
}
