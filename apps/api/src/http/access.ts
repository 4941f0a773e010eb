import type { ErrorCode } from '@crossvault/core';
import { type Scope, scopes } from '@crossvault/core/store';

/** The access to an endpoint: anyone, or callers with a key that has one of these scopes. */
export type Access = 'anyone' | readonly Scope[];

/** Read access: every key has it, and every caller on this machine while no key exists. */
export const readAccess: readonly Scope[] = scopes;

export const adminOnly: readonly Scope[] = ['admin'];

interface Door {
  readonly method: string;
  readonly access: Access;
}

/** Whether any key is sufficient. */
export const opensToAnyKey = ({ access }: Pick<Door, 'access'>): boolean =>
  access !== 'anyone' && access.includes('read');

/** Whether an endpoint changes data at a vendor or API keys. */
export const isWrite = (door: Door): boolean =>
  door.method === 'post' && door.access !== 'anyone' && !opensToAnyKey(door);

/** Errors before an endpoint handles the request. */
export function doorErrors(door: Door): readonly ErrorCode[] {
  if (door.access === 'anyone') return [];
  return [
    'key-missing',
    'key-refused',
    'store-unavailable',
    ...(opensToAnyKey(door) ? [] : (['scope-missing'] as const)),
    ...(door.method === 'post' ? (['origin-refused'] as const) : []),
    ...(isWrite(door) ? (['writes-need-keys', 'media-type-refused'] as const) : []),
  ];
}
