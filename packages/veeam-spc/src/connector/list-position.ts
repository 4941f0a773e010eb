import { parseToken } from '@crossvault/client-kit';
import { z } from 'zod';

/** Position of a reading of v3's list. */
export interface ListPosition {
  readonly part: 'agents' | 'servers';
  readonly offset: number;
  /** What the first row of the page before is known by; a page that begins with it again has not moved. */
  readonly former: string | null;
  /** Uids of jobs of agents that the backup servers list as well: one of these may be met among the agents' jobs. */
  readonly candidates: readonly string[];
  /** The uids that were found: the backup servers' rows with them are omitted. */
  readonly reported: readonly string[];
}

const tokenWire = z.tuple([
  z.enum(['agents', 'servers']),
  z.int().nonnegative(),
  z.string().nullable(),
  z.array(z.string()),
  z.array(z.string()),
]);

export function toListToken({ part, offset, former, candidates, reported }: ListPosition): string {
  return JSON.stringify([part, offset, former, candidates, reported]);
}

export function parseListToken(token: string, connection: string): ListPosition {
  const [part, offset, former, candidates, reported] = parseToken(token, tokenWire, 'jobs', connection);
  return { part, offset, former, candidates, reported };
}
