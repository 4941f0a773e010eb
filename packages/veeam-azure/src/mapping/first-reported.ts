import { combine, missing, type Reading } from '@crossvault/core';

/** The first reading with a value, including an unreadable one. */
export function firstReported<T>(readings: readonly Reading<T | null>[]): Reading<T | null> {
  return readings.find((reading) => reading.provenance !== 'missing') ?? missing(null);
}

/** A value of several parts, or null when the vendor reports none of them. */
export function whole<T>(value: T, parts: readonly Reading<unknown>[]): Reading<T | null> {
  const reading = combine<T | null>(parts.some((part) => part.value !== null) ? value : null, parts);
  return reading.value === null && reading.provenance === undefined ? missing(null) : reading;
}
