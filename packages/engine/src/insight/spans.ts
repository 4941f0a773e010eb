import type { Span } from './occurrence.ts';

/** Spans in order, without overlaps and gaps of no length. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const last = merged.at(-1);
    if (span.untilMs <= span.fromMs) continue;
    if (last === undefined || span.fromMs > last.untilMs) merged.push(span);
    else if (span.untilMs > last.untilMs) merged[merged.length - 1] = { ...last, untilMs: span.untilMs };
  }
  return merged;
}

/** Whether merged spans contain all of a stretch. */
export function isCovered(merged: readonly Span[], { fromMs, untilMs }: Span): boolean {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((merged[middle]?.untilMs ?? 0) < untilMs) low = middle + 1;
    else high = middle;
  }
  const found = merged[low];
  return found !== undefined && found.fromMs <= fromMs;
}
