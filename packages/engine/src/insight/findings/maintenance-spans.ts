import type { Weekday } from '@crossvault/core';
import { dayOf, isOnWeekday } from '../calendar-days.ts';
import type { Span } from '../occurrence.ts';
import { mergeSpans } from '../spans.ts';
import { offsetsOf } from '../zone-offsets.ts';

const dayMs = 86_400_000;

/** A maintenance window that comes again. What it does, excuse runs or mute findings, is for the caller to apply to its spans. */
export interface MaintenanceWindow {
  readonly timeZone: string;
  /** The days on which it begins; null: every day. */
  readonly weekdays: readonly Weekday[] | null;
  /** The time of day at which it begins, from midnight on. */
  readonly beginMs: number;
  /** How much time passes in it, whatever clocks do. */
  readonly durationMs: number;
}

/** The stretches of a window that share an instant with a span, in order. Null where the platform does not know the zone. */
export function maintenanceSpans(window: MaintenanceWindow, span: Span): readonly Span[] | null {
  const offsets = offsetsOf(window.timeZone);
  if (offsets === null) return null;
  const isWanted = isOnWeekday(window.weekdays);
  const found: Span[] = [];
  const lastDay = dayOf(span.untilMs) + 1;
  for (let day = dayOf(span.fromMs - window.durationMs) - 1; day <= lastDay; day += 1) {
    if (!isWanted(day)) continue;
    const fromMs = offsets.instantsOf(day * dayMs + window.beginMs).firstMs;
    const untilMs = fromMs + window.durationMs;
    if (untilMs > span.fromMs && fromMs < span.untilMs) found.push({ fromMs, untilMs });
  }
  return mergeSpans(found);
}
