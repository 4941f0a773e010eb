import { CrossvaultError } from '@crossvault/contract';
import { z } from 'zod';
import type { Agent } from './agents.ts';

/** Where a reading stands: the agents that are still to be asked, so that agents that come and go shift nothing. */
export type Position = readonly Agent[];

const tokenWire = z.array(z.tuple([z.string(), z.string().nullable()])).min(1);

export function toPageToken(position: Position): string {
  return JSON.stringify(position.map(({ id, name }) => [id, name]));
}

export function parsePageToken(token: string, connection: string): Position {
  const parsed = tokenWire.safeParse(parseJson(token));
  if (parsed.success) return parsed.data.map(([id, name]) => ({ id, name }));
  throw new CrossvaultError({
    code: 'invalid-cursor',
    message: 'This page token does not belong to a list of agent jobs.',
    source: connection,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
