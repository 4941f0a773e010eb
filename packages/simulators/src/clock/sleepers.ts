type Sleeper = { readonly dueMs: number; readonly wake: () => void };

/** The longest that a timer of the platform takes. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Callers that sleep. On a running clock a timer wakes them; on a stopped clock, the caller that moves it. */
export const createSleepers = ({
  monotonicMs,
  isRunning,
}: {
  readonly monotonicMs: () => number;
  readonly isRunning: boolean;
}) => {
  /** By instant, and those of one instant unchanged. */
  const sleepers: Sleeper[] = [];
  let timer: NodeJS.Timeout | undefined;

  const setTimer = (): void => {
    clearTimeout(timer);
    const [first] = sleepers;
    if (!isRunning || first === undefined) return;
    timer = setTimeout(wakeDue, Math.min(LONGEST_TIMER_MS, Math.max(0, first.dueMs - monotonicMs())));
  };
  const wakeDue = (): void => {
    const nowMs = monotonicMs();
    const due = sleepers.filter(({ dueMs }) => dueMs <= nowMs);
    sleepers.splice(0, due.length);
    for (const { wake } of due) wake();
    setTimer();
  };
  const add = (sleeper: Sleeper): void => {
    const later = sleepers.findIndex(({ dueMs }) => dueMs > sleeper.dueMs);
    sleepers.splice(later < 0 ? sleepers.length : later, 0, sleeper);
    setTimer();
  };
  const remove = (sleeper: Sleeper): void => {
    const index = sleepers.indexOf(sleeper);
    if (index >= 0) sleepers.splice(index, 1);
    setTimer();
  };

  return Object.freeze({
    wakeDue,
    nextWakeMs: (): number | null => sleepers[0]?.dueMs ?? null,
    sleep: (milliseconds: number, options: { readonly signal?: AbortSignal } = {}): Promise<void> => {
      const { signal } = options;
      return new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason);
          return;
        }
        if (!(milliseconds > 0)) {
          resolve();
          return;
        }
        const giveUp = (): void => {
          remove(sleeper);
          reject(signal?.reason);
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        const sleeper: Sleeper = { dueMs: monotonicMs() + milliseconds, wake };
        signal?.addEventListener('abort', giveUp, { once: true });
        add(sleeper);
      });
    },
  });
};
