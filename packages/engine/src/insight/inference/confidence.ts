/** From this confidence on a silence is a missed run. */
export const sureConfidence = 0.9;

/** How much a pattern has to be seen: the square of the width of the interval of confidence. */
export const doubt = {
  /** A machine that is on most days looks like a daily plan for weeks: seven weeks of Mondays to Fridays have to be seen. */
  often: 3.6,
  /** Few machines run every third day by chance: nine rounds have to be seen. */
  rounds: 1,
  /** Three runs at one time on one day of the week or month are no accident. */
  rare: 0.3,
} as const;

/** The lower end of the interval of Wilson: few samples, and few misses among them, make it small. */
export function confidenceOf(matched: number, expected: number, square: number): number {
  if (expected === 0) return 0;
  const share = matched / expected;
  const width = Math.sqrt(square * (share * (1 - share) + square / (4 * expected)) * (1 / expected));
  return Math.max(0, (share + square / (2 * expected) - width) / (1 + square / expected));
}
