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
import { createSource } from '../../connections/source.ts';
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
  const about = {
    name: 'moving',
    vendor: 'moving',
    title: '',
    tags: [],
    deadlineMs: 30_000,
    concurrency: 2,
    checkEndpoint: null,
    fault: null,
  };
  const whole: Connector = { ...createMovingConnector('moving', vendor, clock), ...connectorChange };
  const source = createSource({ ...about, connector: whole }, clock, new PQueue());
  const lease = { name: 'sync:moving', owner: 'test' };
  return {
    clock,
    store,
    vendor,
    ending,
    parts: { source, connector: source.connector(), store, clock, logger: silentLogger, lease, signal: ending.signal },
  };
}
