import type { ConnectorContext, JobContext } from '@crossvault/core';

/** What a mapper has to know beside an answer of this list that was read just now; `extras` are the vendor's own. */
export function toJobContext(
  context: ConnectorContext,
  list: string,
  extras: Readonly<Record<string, string | null>> = {},
): JobContext {
  return { connection: context.connection, list, observedAt: new Date(context.clock.now()).toISOString(), ...extras };
}
