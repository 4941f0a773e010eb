import type { CallOptions, SyncAnswer } from '@crossvault/core';
import type { Engine } from '@crossvault/engine';

/** Syncs one connection until its whole history is stored or has failed. `show` gets the share after each turn, 0 to 1. */
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
