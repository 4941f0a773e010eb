import { parseListState } from '../../sync/lists/list-state.ts';
import { connectionState, readWhole } from '../../sync/sync-status.ts';
import type { PartFacts } from '../findings/subject-facts.ts';
import type { Span } from '../occurrence.ts';
import { mergeSpans } from '../spans.ts';
import { toSourceId } from './insight-ids.ts';

/** A list that was not read for so long is blind: a turn may fail now and then. */
const blindAfterMs = 45 * 60_000;
/** A record that could not be read may be a job of this time before. */
const unreadRecordMs = 24 * 3_600_000;

/** What of a connection was read: by its lists, each a vault, a location or an agent. */
export interface ListCoverage {
  /** The connection, and its lists where there are several. */
  readonly parts: readonly PartFacts[];
  /** Which spans of time a list covers, merged; null: all lists. What started in them is stored. */
  coverageOf(list: string | null): readonly Span[];
  /** The part whose list shows the jobs. */
  partOf(list: string | null): string;
  /** Up to when every list was read; null: one never was. */
  readonly untilMs: number | null;
}

/** Reads what the sync has stored of a connection's lists. */
export function readListCoverage(
  connection: string,
  states: ReadonlyMap<string, unknown>,
  nowMs: number,
): ListCoverage {
  const whole = readWhole(states);
  const keys = [...states.keys()].filter((key) => key !== connectionState && parseListState(states.get(key)) !== null);
  const untilMs = new Map(
    keys.map((key) => {
      const at = whole(key);
      return [key, at === null ? null : Date.parse(at)] as const;
    }),
  );
  const spans = new Map(keys.map((key) => [key, coverageOf(states.get(key), untilMs.get(key) ?? null)]));
  const own = toSourceId(connection);
  const idOf = (key: string): string => (keys.length < 2 ? own : toSourceId(connection, key));
  const blindSince = (key: string): number | null => {
    const at = untilMs.get(key) ?? null;
    return at === null ? 0 : nowMs - at > blindAfterMs ? at : null;
  };
  const blind = keys.map(blindSince);
  const isAllBlind = blind.every((each) => each !== null);
  const sinceMs = Math.min(...blind.map((each) => each ?? nowMs), nowMs);
  const all = intersect([...spans.values()]);
  return {
    parts: [
      { id: own, withinId: null, blindSinceMs: isAllBlind ? sinceMs : null, retiredMs: null },
      ...(keys.length < 2
        ? []
        : keys.map((key) => ({ id: idOf(key), withinId: own, blindSinceMs: blindSince(key), retiredMs: null }))),
    ],
    coverageOf: (list) => (list === null ? all : (spans.get(list) ?? all)),
    partOf: (list) => (list !== null && spans.has(list) ? idOf(list) : own),
    untilMs: [...untilMs.values()].reduce<number | null>(
      (least, each) => (each === null || least === null ? null : Math.min(least, each)),
      keys.length === 0 ? null : nowMs,
    ),
  };
}

function coverageOf(stored: unknown, untilMs: number | null): readonly Span[] {
  const state = parseListState(stored);
  if (state === null || untilMs === null || state.watermark === null) return [];
  const whole: Span = { fromMs: 0, untilMs };
  const gap =
    state.gap === null
      ? []
      : [{ fromMs: Date.parse(state.gap.after), untilMs: Date.parse(state.gap.before ?? state.gap.from) }];
  const unread = state.setAside.map(({ seenAt }) => ({
    fromMs: Date.parse(seenAt) - unreadRecordMs,
    untilMs: Date.parse(seenAt),
  }));
  return without(whole, mergeSpans([...gap, ...unread]));
}

/** A span without holes that are merged. */
function without({ fromMs, untilMs }: Span, holes: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let startMs = fromMs;
  for (const hole of holes) {
    if (hole.fromMs > startMs) left.push({ fromMs: startMs, untilMs: Math.min(hole.fromMs, untilMs) });
    startMs = Math.max(startMs, hole.untilMs);
  }
  if (startMs < untilMs) left.push({ fromMs: startMs, untilMs });
  return left;
}

/** What lies in each of several lists of spans. */
function intersect(lists: readonly (readonly Span[])[]): readonly Span[] {
  const [first = [], ...others] = lists;
  return others.reduce<readonly Span[]>(
    (common, spans) =>
      common.flatMap((one) =>
        spans.flatMap((other) => {
          const fromMs = Math.max(one.fromMs, other.fromMs);
          const untilMs = Math.min(one.untilMs, other.untilMs);
          return fromMs < untilMs ? [{ fromMs, untilMs }] : [];
        }),
      ),
    first,
  );
}
