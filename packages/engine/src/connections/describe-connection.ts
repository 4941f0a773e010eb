import {
  type CallOptions,
  type Connection,
  CrossvaultError,
  orAbort,
  type SourceCondition,
  toProblem,
} from '@crossvault/core';
import { toCapabilities } from './capabilities.ts';
import type { Source, SourceHealth } from './source.ts';

/** Describes a connection: configuration, capabilities, health. Requests at most the vendor's lists. */
export async function describe(source: Source, sync: Connection['sync'], call: CallOptions): Promise<Connection> {
  const { name, vendor, title, tags, tenant = null, allow = [] } = source.connection;
  const connector = await source.connector().catch(() => null);
  const lists = connector === null ? [] : await orAbort(call.signal, () => connector.jobLists(call)).catch(() => []);
  const condition = connector?.condition() ?? null;
  const health = sync === null ? source.health : newerOf(source.health, sync);
  return {
    name,
    vendor,
    title,
    ...(condition === null ? health : toHealth(name, health, condition)),
    capabilities: connector === null ? null : toCapabilities(connector, lists, source.deniedFields, allow),
    history: connector?.history ?? null,
    budget: condition?.budget ?? null,
    sync,
    tags: [...tags],
    tenant,
  };
}

/** The later observation: of a caller's request or of the last sync. A set-up fault comes from neither. */
function newerOf(health: SourceHealth, { lastAt, problem }: NonNullable<Connection['sync']>): SourceHealth {
  if (health.checkedAt === null && health.health === 'failing') return health;
  if (lastAt === null || (health.checkedAt !== null && health.checkedAt >= lastAt)) return health;
  return { health: problem === null ? 'ok' : 'failing', checkedAt: lastAt, problem };
}

/** The last observation, unless a current condition overrides it: an open circuit, or a wait that the vendor requested. */
function toHealth(connection: string, health: SourceHealth, { circuit, waitMs }: SourceCondition): SourceHealth {
  const leftSeconds = Math.ceil(waitMs / 1000);
  const now = (code: 'circuit-open' | 'source-throttled', message: string) =>
    toProblem(new CrossvaultError({ code, message, source: connection, retryAfterSeconds: Math.max(0, leftSeconds) }));
  if (circuit === 'open') {
    const message = `Circuit breaker open: too many consecutive failures. The next request is sent in ${leftSeconds} seconds.`;
    return { ...health, health: 'failing', problem: now('circuit-open', message) };
  }
  if (leftSeconds <= 0 || health.health === 'failing') return health;
  const message = `The vendor asked to wait for another ${leftSeconds} seconds.`;
  return { ...health, health: 'degraded', problem: now('source-throttled', message) };
}
