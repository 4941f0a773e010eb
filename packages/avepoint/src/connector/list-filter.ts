/** A span of instants; null: open on that side. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** A span with both ends. */
export interface BoundedSpan extends Span {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/**
 * The list's filters for a span. They take days; whether the bounds belong to the range is not documented, so a day
 * more is requested on each side. A day before 1970 or after 9999 is left out, which only widens the request.
 */
export function toListFilter({ from, to }: Span): { readonly startTime?: string; readonly finishTime?: string } {
  const first = from === null ? null : toDay(Date.parse(from) - dayMs);
  const last = to === null ? null : toDay(Date.parse(to) + dayMs);
  return {
    ...(first === null ? {} : { startTime: first }),
    ...(last === null ? {} : { finishTime: last }),
  };
}

function toDay(epochMs: number): string | null {
  if (!Number.isFinite(epochMs) || epochMs < 0 || epochMs > Date.UTC(9999, 11, 31)) return null;
  return new Date(epochMs).toISOString().slice(0, 10);
}
