import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@crossvault/core';
import { type OpenedStore, openPostgresStore, openSqliteStore } from '@crossvault/store';

const clock: Clock = {
  now: Date.now,
  monotonicMs: () => performance.now(),
  sleep: (ms, options) => setTimeout(ms, undefined, options),
};

/** A store by its address: a URL of PostgreSQL, or the path of a file. */
export const openAddress = (address: string): Promise<OpenedStore> =>
  address.startsWith('postgres://') ? openPostgresStore({ url: address }) : openSqliteStore({ path: address, clock });
