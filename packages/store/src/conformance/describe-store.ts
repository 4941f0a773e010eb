import { describe } from 'vitest';
import { describeFeed } from './feed.ts';
import { describeInventory } from './inventory.ts';
import { describeKeys } from './keys.ts';
import { describeLastSuccess } from './last-success.ts';
import { describeLedger } from './ledger.ts';
import { describeListing } from './listing.ts';
import { describeMemory } from './memory.ts';
import type { OpenStore } from './open-store.ts';
import { describePutting } from './putting.ts';
import { describeReadingNumbers } from './reading-numbers.ts';
import { describeRetention } from './retention.ts';
import { describeRewriting } from './rewriting.ts';
import { describeSyncReading } from './sync-reading.ts';
import { describeWalking } from './walking.ts';

/** What the contract says of a store, executed. Every engine passes it. */
export function describeStore(name: string, open: OpenStore): void {
  describe(name, () => {
    describePutting(open);
    describeReadingNumbers(open);
    describeListing(open);
    describeWalking(open);
    describeSyncReading(open);
    describeFeed(open);
    describeMemory(open);
    describeRetention(open);
    describeLedger(open);
    describeInventory(open);
    describeLastSuccess(open);
    describeKeys(open);
    describeRewriting(open);
  });
}
