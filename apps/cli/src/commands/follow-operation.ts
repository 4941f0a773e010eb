import { type Clock, isOver, isSettled, type Operation } from '@crossvault/core';
import type { Engine, WaitOptions } from '@crossvault/engine';
import { toOperationText } from '../output/operation-text.ts';
import type { StatusLine } from '../output/status-line.ts';

/** How often the status line on the terminal is updated. */
const lookEveryMs = 2_000;

/** Options for waiting for an operation. */
export interface Following {
  readonly engine: Pick<Engine, 'operation'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly line: StatusLine;
  readonly until: WaitOptions['until'];
  /** Infinity: no limit. */
  readonly timeoutMs: number;
}

export interface Followed {
  readonly operation: Operation;
  readonly isTimedOut: boolean;
}

/** Waits until an operation, or the jobs that it created, have ended, and shows their state meanwhile. */
export async function followOperation(
  { engine, clock, signal, line, until, timeoutMs }: Following,
  id: string,
): Promise<Followed> {
  const startMs = clock.monotonicMs();
  const hasEnded = until === 'jobs' ? isOver : isSettled;
  try {
    for (let leftMs = timeoutMs; ; leftMs = startMs + timeoutMs - clock.monotonicMs()) {
      const waitMs = Math.max(0, Math.min(lookEveryMs, leftMs));
      const operation = await engine.operation(id, { waitMs, until }, { signal });
      if (hasEnded(operation)) return { operation, isTimedOut: false };
      if (clock.monotonicMs() - startMs >= timeoutMs) return { operation, isTimedOut: true };
      line.show(`${toOperationText(operation)} (${Math.round((clock.monotonicMs() - startMs) / 1000)} s)`);
    }
  } finally {
    line.end();
  }
}
