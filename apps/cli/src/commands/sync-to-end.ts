import type { CallOptions, SyncAnswer } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';

/** Syncs one connection until its whole history is there, or cannot be had. `show` hears after each turn how far it is, 0 to 1. */
export async function syncToEnd(
  engine: Pick<Engine, 'sync'>,
  name: string,
  show: (share: number) => void,
  call: CallOptions,
): Promise<SyncAnswer> {
  for (;;) {
    const answer = await engine.sync(name, null, call);
    const { state, progress } = answer.sync ?? { state: 'waiting', progress: null };
    show(progress ?? 0);
    if (state !== 'syncing') return answer;
  }
}
