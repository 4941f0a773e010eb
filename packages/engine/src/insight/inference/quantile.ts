/** The value below which a share of the values lies, by the nearest rank. Of no values it is 0. */
export function quantileOf(sorted: readonly number[], share: number): number {
  const rank = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(Math.max(rank, 0), sorted.length - 1)] ?? 0;
}

export const sortNumbers = (values: readonly number[]): readonly number[] => [...Float64Array.from(values).sort()];

export const medianOf = (values: readonly number[]): number => quantileOf(sortNumbers(values), 0.5);
