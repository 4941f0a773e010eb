const minuteMs = 60_000;

/** A span for users, in the two largest units: `3 d 4 h`, `4 h 12 min`, `12 min`. */
export function toLengthText(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / minuteMs);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours > 0) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return minutes === 0 ? '< 1 min' : `${minutes} min`;
}

/** How long ago an instant was. `-` where it is not known, or where it lies ahead. */
export function toAgeText(instant: string | null, nowMs: number): string {
  if (instant === null) return '-';
  const age = nowMs - Date.parse(instant);
  return age < 0 ? '-' : toLengthText(age);
}
