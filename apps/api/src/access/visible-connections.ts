import { CrossvaultError, type ErrorCode, parseJobId } from '@crossvault/core';

/** Names that a caller sent are cut to this length in messages. */
const longestName = 80;

/** The connections that the caller may see. Others look as if they did not exist. */
export interface VisibleConnections {
  /** In the order of the configuration. */
  readonly names: readonly string[];
  sees(name: string | null): boolean;
  /** The name. Throws `connection-not-found`. */
  named(name: string): string;
  /** The id. Throws the given code if it belongs to another connection. */
  known(id: string, code: ErrorCode): string;
  /** The query, limited to visible connections. Throws `invalid-parameter` for a named connection that is not visible. */
  within<Query extends { readonly connection?: readonly string[] }>(query: Query): Query;
}

export function createVisibleConnections(
  configured: readonly string[],
  allowed: readonly string[],
): VisibleConnections {
  const names = configured.filter((name) => allowed.includes(name));
  const shown = names.length === 0 ? 'none' : names.join(', ');
  const sees = (name: string | null): boolean => name !== null && names.includes(name);
  return {
    names,
    sees,
    named(name) {
      if (sees(name)) return name;
      throw new CrossvaultError({
        code: 'connection-not-found',
        message: `No connection is called "${name.slice(0, longestName)}". Configured: ${shown}.`,
      });
    },
    known(id, code) {
      if (sees(parseJobId(id)?.connection ?? null)) return id;
      throw new CrossvaultError({ code, message: `Unknown id "${id.slice(0, longestName)}".` });
    },
    within(query) {
      const stranger = query.connection?.find((name) => !sees(name));
      if (stranger === undefined) return { ...query, connection: query.connection ?? names };
      throw new CrossvaultError({
        code: 'invalid-parameter',
        message: `connection: no configured connection has "${stranger.slice(0, longestName)}". Configured: ${shown}.`,
        parameter: 'connection',
      });
    },
  };
}
