/** A whole number from 0 on, which vendors write as a number or as digits; null for anything else. */
export function toCount(value: unknown): number | null {
  const count = typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
