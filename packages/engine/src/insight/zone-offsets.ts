/**
 * Offsets of time zones from tables. The platform needs more than a microsecond to tell the offset of an instant, and the
 * occurrences of a fleet ask for millions of them. Each zone gets a table of its changes, ten years at a time.
 */

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** No two changes of a zone are closer: those of Morocco, around Ramadan, are four weeks apart. */
const probeMs = 7 * dayMs;
const spanMs = 3652 * dayMs;

/** The changes of a zone within a span: from `starts[i]` on, `offsets[i]` holds, in milliseconds east of UTC. */
interface Changes {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** The offsets of one zone. */
export interface ZoneOffsets {
  /** Milliseconds east of UTC at an instant. */
  offsetAt(instantMs: number): number;
  /** The instants at which clocks of the zone show a time, which is given as the instant at which clocks of UTC show it. */
  instantsOf(wallMs: number): WallInstants;
}

/** The instants of a time that clocks show. */
export interface WallInstants {
  /**
   * `once` on nearly all days. `skipped`: clocks are put forward over it; the instant is that of the offset from before.
   * `doubled`: clocks are put back over it.
   */
  readonly kind: 'once' | 'skipped' | 'doubled';
  readonly firstMs: number;
  /** Differs from the first where clocks show the time twice. */
  readonly lastMs: number;
}

const zones = new Map<string, ZoneOffsets>();

/** The offsets of an IANA zone, or of an offset such as `+02:00`. Null where the platform does not know the zone. */
export function offsetsOf(timeZone: string): ZoneOffsets | null {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const readOffset = createOffsetReader(timeZone);
  if (readOffset === null) return null;
  const created = createOffsets(readOffset);
  zones.set(timeZone, created);
  return created;
}

function createOffsets(readOffset: (instantMs: number) => number): ZoneOffsets {
  const spans = new Map<number, Changes>();
  // Questions follow each other in time: the stretch that answered the last one answers most of them.
  let fromMs = 0;
  let untilMs = 0;
  let offsetMs = 0;

  function offsetAt(instantMs: number): number {
    if (instantMs >= fromMs && instantMs < untilMs) return offsetMs;
    const number = Math.floor(instantMs / spanMs);
    const changes = spans.get(number) ?? findChanges(readOffset, number * spanMs, (number + 1) * spanMs);
    spans.set(number, changes);
    const { starts, offsets } = changes;
    let index = starts.length - 1;
    while (index > 0 && (starts[index] ?? 0) > instantMs) index -= 1;
    fromMs = starts[index] ?? 0;
    untilMs = starts[index + 1] ?? (number + 1) * spanMs;
    offsetMs = offsets[index] ?? 0;
    return offsetMs;
  }

  return {
    offsetAt,
    instantsOf(wallMs) {
      // No offset is a day or more, so that a change about this time lies between the two.
      const before = offsetAt(wallMs - dayMs);
      const after = offsetAt(wallMs + dayMs);
      const firstMs = wallMs - before;
      if (before === after) return { kind: 'once', firstMs, lastMs: firstMs };
      const lastMs = wallMs - after;
      const isFirst = offsetAt(firstMs) === before;
      const isLast = offsetAt(lastMs) === after;
      if (isFirst && isLast) return { kind: 'doubled', firstMs, lastMs };
      if (isFirst) return { kind: 'once', firstMs, lastMs: firstMs };
      return isLast ? { kind: 'once', firstMs: lastMs, lastMs } : { kind: 'skipped', firstMs, lastMs: firstMs };
    },
  };
}

function findChanges(readOffset: (instantMs: number) => number, fromMs: number, untilMs: number): Changes {
  const starts = [fromMs];
  const offsets = [readOffset(fromMs)];
  for (let startMs = fromMs; startMs < untilMs; ) {
    const before = offsets.at(-1) ?? 0;
    const endMs = Math.min(startMs + probeMs, untilMs);
    if (readOffset(endMs) === before) {
      startMs = endMs;
      continue;
    }
    let lowMs = startMs;
    let highMs = endMs;
    while (highMs - lowMs > 1000) {
      const middleMs = Math.floor((lowMs + highMs) / 2000) * 1000;
      if (readOffset(middleMs) === before) lowMs = middleMs;
      else highMs = middleMs;
    }
    starts.push(highMs);
    offsets.push(readOffset(highMs));
    startMs = highMs;
  }
  return { starts, offsets };
}

/** As the platform writes it: `GMT`, `GMT+05:30`, and with seconds for the local times of the past. */
const offsetForm = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

function createOffsetReader(timeZone: string): ((instantMs: number) => number) | null {
  const format = createFormat(timeZone);
  if (format === null) return null;
  return (instantMs) => {
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = offsetForm.exec(format.format(instantMs)) ?? [];
    const ms = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000;
    return sign === '-' ? -ms : ms;
  };
}

function createFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
  } catch {
    return null;
  }
}
