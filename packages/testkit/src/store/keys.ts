import type { ApiKey } from '@crossvault/core/store';
import { describe, expect, test } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { at } from './readings.ts';

const key = (id: string, fields: Partial<ApiKey> = {}): ApiKey => ({
  id,
  name: `key ${id}`,
  scopes: ['read', 'operate'],
  connections: ['c'],
  createdAt: at(1),
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  ...fields,
});

export function describeKeys(open: OpenStore): void {
  describe('keys', () => {
    test('are found by their hash, listed newest first, and revoked once', async () => {
      const store = await open();
      await store.putKey(key('1'), 'hash-1');
      await store.putKey(key('2', { connections: null, expiresAt: at(9) }), 'hash-2');
      expect(await store.findKey('hash-1')).toEqual(key('1'));
      expect(await store.findKey('hash')).toBeNull();
      expect((await store.listKeys()).map(({ id }) => id)).toEqual(['2', '1']);
      await store.noteKeyUse('1', at(2));
      expect(await store.revokeKey('1', at(3))).toBe(true);
      expect(await store.revokeKey('1', at(4))).toBe(true);
      expect(await store.revokeKey('3', at(4))).toBe(false);
      expect(await store.findKey('hash-1')).toEqual(key('1', { lastUsedAt: at(2), revokedAt: at(3) }));
    });
  });
}
