import { describe } from 'vitest';
import { describeFeed } from './feed.ts';
import { describeFindings } from './findings.ts';
import { describeInsight } from './insight.ts';
import { describeInventory } from './inventory.ts';
import { describeJoining } from './joining.ts';
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

export interface StoreSuite {
  readonly name: string;
  readonly open: OpenStore;
}

/** What the core says of a store, executed with one call: our own pass it, and a store of one's own has to. */
export function describeStore({ name, open }: StoreSuite): void {
  describe(name, () => {
    describePutting(open);
    describeReadingNumbers(open);
    describeListing(open);
    describeJoining(open);
    describeWalking(open);
    describeSyncReading(open);
    describeFeed(open);
    describeMemory(open);
    describeRetention(open);
    describeLedger(open);
    describeInventory(open);
    describeInsight(open);
    describeFindings(open);
    describeLastSuccess(open);
    describeKeys(open);
    describeRewriting(open);
  });
}
