import type { Connection } from '@crossvault/core';

/** A connection without the times at which it was read. */
export function withoutTimes({ checkedAt: _checkedAt, sync, ...connection }: Connection): unknown {
  if (sync === null) return connection;
  const { lastAt: _lastAt, nextAt: _nextAt, lagSeconds: _lagSeconds, ...rest } = sync;
  return { ...connection, sync: rest };
}
