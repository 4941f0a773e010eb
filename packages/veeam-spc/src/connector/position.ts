import { isPathSegment, parseToken } from '@crossvault/client-kit';
import { z } from 'zod';
import type { Agent } from './agents.ts';

/** Position of a reading: the remaining agents, so that added and removed agents do not shift it. */
export type Position = readonly Agent[];

/** Ids become part of addresses, and a caller can forge a token. */
const tokenWire = z.array(z.tuple([z.string().refine(isPathSegment), z.string().nullable()])).min(1);

export function toPageToken(position: Position): string {
  return JSON.stringify(position.map(({ id, name }) => [id, name]));
}

export function parsePageToken(token: string, connection: string): Position {
  return parseToken(token, tokenWire, 'agent jobs', connection).map(([id, name]) => ({ id, name }));
}
