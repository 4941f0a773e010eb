const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** How our users write a span of time, for messages. */
export const spanForms = 'seconds such as 90, or a span such as 90s, 15m, 24h, 7d or 2w';

/**
 * A span of time as our users write it in options and configuration: a whole number of seconds, or a whole number with
 * `s`, `m`, `h`, `d` or `w`. In milliseconds; null for anything else.
 */
export function parseSpanMs(text: string): number | null {
  const { amount, unit = 's' } = /^(?<amount>\d{1,9})(?<unit>[smhdw])?$/.exec(text)?.groups ?? {};
  if (amount === undefined) return null;
  const factor = Object.entries(unitMs).find(([letter]) => letter === unit)?.[1];
  return factor === undefined ? null : Number(amount) * factor;
}

/**
 * For a configuration key that counts a unit: a number of it stays as it is, a text becomes one where it is a span with a
 * unit (`"30s"` for seconds, `"12w"` for days) or digits. Anything else is left for the schema behind it to refuse.
 */
export const toUnits =
  (unit: 's' | 'd') =>
  (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (/^\d{1,9}$/.test(value)) return Number(value);
    const spanMs = parseSpanMs(value);
    return spanMs === null ? value : spanMs / unitMs[unit];
  };
