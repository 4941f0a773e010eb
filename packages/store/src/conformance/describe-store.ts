import { describe } from 'vitest';
import type { OpenedStore } from '../opened-store.ts';
import { describeFeed, describeMemory } from './feed-and-memory.ts';
import { describePutting } from './putting.ts';
import { describeQueue } from './queue.ts';
import { describeReading } from './reading-jobs.ts';

/** Opens an empty store; whoever opens it closes it behind the test. */
export type OpenStore = () => Promise<OpenedStore>;

/** What the contract says of a store, executed. Every engine passes it. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    describePutting(open);
    describeReading(open);
    describeFeed(open);
    describeMemory(open);
    describeQueue(open);
  });
}
