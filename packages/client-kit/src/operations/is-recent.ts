/** Clocks of two machines may differ by so much. */
const clockSlackMs = 300_000;

/** Whether an instant of ours was less than so long ago. One further in the future was written by a clock that was wrong: it is not. */
export function isRecent(at: string, nowMs: number, mostMs: number): boolean {
  const ageMs = nowMs - Date.parse(at);
  return ageMs < mostMs && ageMs >= -clockSlackMs;
}
