import {
  type CallOptions,
  type Clock,
  type Connection,
  CrossvaultError,
  orAbort,
  type SourceCondition,
  toProblem,
} from '@crossvault/contract';
import { toCapabilities } from './capabilities.ts';
import type { Source, SourceHealth } from './source.ts';

/** What a connection is, what it can and how it is. Asks its vendor for nothing but, where it discovers, its lists. */
export async function describe(source: Source, clock: Clock, call: CallOptions): Promise<Connection> {
  const { name, vendor, title, tags, connector } = source.connection;
  const lists = connector === null ? [] : await orAbort(call.signal, () => connector.jobLists(call)).catch(() => []);
  const condition = connector?.condition() ?? null;
  return {
    name,
    vendor,
    title,
    ...(condition === null ? source.health : toHealth(source, condition, clock.now())),
    capabilities: connector === null ? null : toCapabilities(connector, lists, source.deniedFields),
    history: connector?.history ?? null,
    budget: condition?.budget ?? null,
    sync: null,
    tags: [...tags],
  };
}

/** How it was seen last, unless something is known that holds right now: an open circuit, a wait that the vendor wants. */
function toHealth({ connection, health }: Source, { circuit, until }: SourceCondition, nowMs: number): SourceHealth {
  const leftSeconds = until === null ? 0 : Math.ceil((Date.parse(until) - nowMs) / 1000);
  const now = (code: 'circuit-open' | 'source-throttled', message: string) =>
    toProblem(
      new CrossvaultError({ code, message, source: connection.name, retryAfterSeconds: Math.max(0, leftSeconds) }),
    );
  if (circuit === 'open') {
    const message = `The source failed many times in a row and is left alone for another ${leftSeconds} seconds.`;
    return { ...health, health: 'failing', problem: now('circuit-open', message) };
  }
  if (leftSeconds <= 0 || health.health === 'failing') return health;
  const message = `The source asked to be left alone for another ${leftSeconds} seconds.`;
  return { ...health, health: 'degraded', problem: now('source-throttled', message) };
}
