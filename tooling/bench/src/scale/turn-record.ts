import type { Clock } from '@crossvault/core';

/** How turns of one run kept to their plan. Times are of the virtual clock. */
export interface TurnFigures {
  readonly turns: number;
  /** Between the instant before which a turn is not due and its first request, in milliseconds. */
  readonly lateMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** The same as a share of the interval that the turn's plan had: of a turn that was to come in 10 seconds, of 10 seconds. */
  readonly lateShare: { readonly p50: number; readonly p99: number };
  /** The longest time between the beginnings of two turns of one healthy connection, or since its last one. */
  readonly longestGapMs: number;
  /** Healthy connections that never had a turn. */
  readonly neverServed: number;
}

interface Plan {
  readonly madeMs: number;
  readonly dueMs: number;
}

export interface TurnRecord {
  /** A turn begins: it names the lists of the connection. */
  begin(connection: string): void;
  /** A turn has ended, and the next is not due before this instant. */
  end(connection: string, nextAt: string): void;
  /** What was recorded so far no longer counts; plans and beginnings stay known. */
  reset(): void;
  figures(): TurnFigures;
}

function rankOf(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function createTurnRecord(clock: Clock, healthy: readonly string[]): TurnRecord {
  const watched = new Set(healthy);
  const plans = new Map<string, Plan>();
  const begins = new Map<string, number>();
  const late: number[] = [];
  const shares: number[] = [];
  let turns = 0;
  let longestGapMs = 0;

  return {
    begin(connection) {
      if (!watched.has(connection)) return;
      const nowMs = clock.now();
      const plan = plans.get(connection);
      if (plan !== undefined) {
        plans.delete(connection);
        late.push(nowMs - plan.dueMs);
        shares.push((nowMs - plan.dueMs) / Math.max(plan.dueMs - plan.madeMs, 1_000));
      }
      longestGapMs = Math.max(longestGapMs, nowMs - (begins.get(connection) ?? nowMs));
      begins.set(connection, nowMs);
    },
    end(connection, nextAt) {
      turns += 1;
      plans.set(connection, { madeMs: clock.now(), dueMs: Date.parse(nextAt) });
    },
    reset() {
      late.length = 0;
      shares.length = 0;
      turns = 0;
      longestGapMs = 0;
    },
    figures() {
      const sortedLate = Float64Array.from(late).toSorted();
      const sortedShares = Float64Array.from(shares).toSorted();
      const sinceLast = [...begins.values()].reduce((longest, ms) => Math.max(longest, clock.now() - ms), 0);
      return {
        turns,
        lateMs: { p50: rankOf(sortedLate, 0.5), p99: rankOf(sortedLate, 0.99), max: rankOf(sortedLate, 1) },
        lateShare: { p50: rankOf(sortedShares, 0.5), p99: rankOf(sortedShares, 0.99) },
        longestGapMs: Math.max(longestGapMs, sinceLast),
        neverServed: healthy.filter((connection) => !begins.has(connection)).length,
      };
    },
  };
}
