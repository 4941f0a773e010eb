import { isPathSegment, parseToken } from '@crossvault/client-kit';
import { z } from 'zod';
import type { Agent } from './agents.ts';

/** Where a reading stands: the agents that are still to be asked, so that agents that come and go shift nothing. */
export type Position = readonly Agent[];

/** Ids stand in addresses, and a token may be made up. */
const tokenWire = z.array(z.tuple([z.string().refine(isPathSegment), z.string().nullable()])).min(1);

export function toPageToken(position: Position): string {
  return JSON.stringify(position.map(({ id, name }) => [id, name]));
}

export function parsePageToken(token: string, connection: string): Position {
  return parseToken(token, tokenWire, 'agent jobs', connection).map(([id, name]) => ({ id, name }));
}
