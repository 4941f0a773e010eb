import type { Connector } from '@crossvault/core';
import {
  createManualClock,
  createMemoryStore,
  createMovingConnector,
  createMovingVendor,
  type ManualClock,
  type MemoryStore,
  type MovingVendor,
  silentLogger,
} from '@crossvault/testkit';
import PQueue from 'p-queue';
import { createRedactingConnector } from '../../connections/redacting-connector.ts';
import { createSource } from '../../connections/source.ts';
import { completeConnection } from '../../engine-defaults.ts';
import type { SyncParts } from '../sync-parts.ts';

/** What the sync of one connection works with, over a moving vendor and a clock that stands still. */
export interface PartsWorld {
  readonly parts: SyncParts;
  readonly clock: ManualClock;
  readonly store: MemoryStore;
  readonly vendor: MovingVendor;
  readonly ending: AbortController;
}

export function createPartsWorld(
  change: Partial<MovingVendor> = {},
  connectorChange: Partial<Connector> = {},
): PartsWorld {
  const clock = createManualClock();
  const store = createMemoryStore(clock);
  const vendor = createMovingVendor(change);
  const ending = new AbortController();
  const whole: Connector = { ...createMovingConnector('moving', vendor, clock), ...connectorChange };
  const source = createSource(
    completeConnection({ name: 'moving', connector: whole, concurrency: 2 }),
    clock,
    new PQueue(),
  );
  const lease = { name: 'sync:moving', owner: 'test' };
  return {
    clock,
    store,
    vendor,
    ending,
    parts: {
      source,
      connector: createRedactingConnector(whole, 'moving'),
      store,
      clock,
      logger: silentLogger,
      lease,
      signal: ending.signal,
    },
  };
}
