import { CrossvaultError, type JobQuery } from '@crossvault/core';
import type { Source } from '../connections/source.ts';

/** The sources that a query is about. Naming one that is not there is a mistake, not an empty answer. */
export function coveredSources(
  sources: readonly Source[],
  query: Pick<JobQuery, 'connection' | 'vendor'>,
): readonly Source[] {
  const known = {
    connection: sources.map(({ connection }) => connection.name),
    vendor: sources.map(({ connection }) => connection.vendor),
  };
  for (const parameter of ['connection', 'vendor'] as const) {
    const stranger = query[parameter]?.find((name) => !known[parameter].includes(name));
    if (stranger === undefined) continue;
    const names = [...new Set(known[parameter])].join(', ');
    throw new CrossvaultError({
      code: 'invalid-parameter',
      message: `${parameter}: no configured connection has "${stranger}". Configured: ${names === '' ? 'none' : names}.`,
      parameter,
    });
  }
  return sources.filter(
    ({ connection }) =>
      (query.connection?.includes(connection.name) ?? true) && (query.vendor?.includes(connection.vendor) ?? true),
  );
}

/** A name that somebody wrote is repeated only so far. */
const longestName = 80;

/** The source of a connection. Throws `connection-not-found`. */
export function findSource(sources: readonly Source[], name: string): Source {
  const source = sources.find(({ connection }) => connection.name === name);
  if (source !== undefined) return source;
  const asked = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  const known = sources.map(({ connection }) => connection.name).join(', ');
  throw new CrossvaultError({
    code: 'connection-not-found',
    message: `No connection is called "${asked}". Configured: ${known === '' ? 'none' : known}.`,
  });
}
