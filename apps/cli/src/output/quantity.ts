const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds for users: `0.4s`, `20m 23s`, `1h 02m`, `2d 03h`. */
export function toSpanText(seconds: number | null): string {
  if (seconds === null) return '-';
  if (seconds < 59.95) return `${Number(seconds.toFixed(1))}s`;
  const whole = Math.round(seconds);
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
  ];
  if (days > 0) return `${days}d ${two(hours)}h`;
  return hours > 0 ? `${hours}h ${two(minutes)}m` : `${minutes}m ${two(whole % 60)}s`;
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Bytes as text, also exact: `2.28 GiB (2445279232 bytes)`. */
export function toSizeText(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  if (power === 0) return `${bytes} bytes`;
  return `${Number((bytes / 1024 ** power).toFixed(2))} ${units[power]} (${bytes} bytes)`;
}

/** An instant to the minute, in UTC like all instants of Crossvault. */
export const toMinuteText = (instant: string | null): string => instant?.slice(0, 16).replace('T', ' ') ?? '-';
