import { type ErrorCode, type Scope, scopes } from '@crossvault/core';

/** Who may ask at an endpoint: anyone, or who has a key with one of these scopes. */
export type Access = 'anyone' | readonly Scope[];

/** Read access: every key has it, and every caller on this machine while no key exists. */
export const readAccess: readonly Scope[] = scopes;

export const adminOnly: readonly Scope[] = ['admin'];

interface Door {
  readonly method: string;
  readonly access: Access;
}

/** Whether any key will do. */
export const opensToAnyKey = ({ access }: Pick<Door, 'access'>): boolean =>
  access !== 'anyone' && access.includes('read');

/** Whether an endpoint changes something at a vendor or in our keys. */
export const isWrite = (door: Door): boolean =>
  door.method === 'post' && door.access !== 'anyone' && !opensToAnyKey(door);

/** What can go wrong before an endpoint is asked. */
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
