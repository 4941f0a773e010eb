import { combine, missing, type Reading } from '@crossvault/core';

/** What an absent object is read as. */
export const nothing: Reading<null> = missing(null);

/** The first reading with a value, including an unreadable one. */
export function firstReported<T>(readings: readonly Reading<T | null>[]): Reading<T | null> {
  return readings.find((reading) => reading.provenance !== 'missing') ?? nothing;
}

const isMissing = ({ value, provenance, anomalies }: Reading<unknown>): boolean =>
  value === null && provenance === 'missing' && anomalies === undefined;

/** A value of several parts, or null when the vendor reports none of them. */
export function whole<T>(value: T, parts: readonly Reading<unknown>[]): Reading<T | null> {
  if (parts.every(isMissing)) return nothing;
  const reading = combine<T | null>(parts.some((part) => part.value !== null) ? value : null, parts);
  return reading.value === null && reading.provenance === undefined ? nothing : reading;
}
