/** What orders readings of one thing. */
export interface ReadingOrder {
  /** The number that the store gave it before its request left; 0 where it has none. */
  readonly number: number;
  /** When it was read, by the clock of the machine that read it. */
  readonly observedAt: string;
}

/**
 * Below 0 when the first reading is the older one. The numbers decide. Only readings with the same number are compared
 * by the clock: rows of one answer, and what a version without numbers has stored.
 */
export function compareReadings(one: ReadingOrder, other: ReadingOrder): number {
  if (one.number !== other.number) return one.number - other.number;
  return one.observedAt < other.observedAt ? -1 : one.observedAt > other.observedAt ? 1 : 0;
}
