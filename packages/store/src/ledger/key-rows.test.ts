import type { ApiKey } from '@crossvault/core/store';
import { at } from '@crossvault/testkit/store';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openTestSession, type TestSession } from '../testing/test-session.ts';
import { findKey, listKeys, noteKeyUse, putKey, revokeKey } from './key-rows.ts';

let session: TestSession;
beforeEach(async () => {
  session = await openTestSession();
  onTestFinished(() => session.close());
});

const key = (id: string, fields: Partial<ApiKey> = {}): ApiKey => ({
  id,
  name: `key ${id}`,
  scopes: ['read'],
  connections: null,
  createdAt: at(1),
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  ...fields,
});

test('a key that is stored again keeps its place in the list and gets the new hash', async () => {
  await putKey(session.db, key('1'), 'old');
  await putKey(session.db, key('2'), 'other');
  await putKey(session.db, key('1', { name: 'renamed' }), 'new');
  expect(await findKey(session.db, 'old')).toBeNull();
  expect(await findKey(session.db, 'new')).toEqual(key('1', { name: 'renamed' }));
  expect((await listKeys(session.db)).map(({ id }) => id)).toEqual(['2', '1']);
});

test('two keys cannot have one hash', async () => {
  await putKey(session.db, key('1'), 'hash');
  await expect(putKey(session.db, key('2'), 'hash')).rejects.toThrow(/UNIQUE/);
  expect(await listKeys(session.db)).toEqual([key('1')]);
});

test('a use of a key changes neither its revocation nor the key itself', async () => {
  await putKey(session.db, key('1'), 'hash');
  await revokeKey(session.db, '1', at(3));
  await noteKeyUse(session.db, '1', at(4));
  await revokeKey(session.db, '1', at(5));
  expect(await findKey(session.db, 'hash')).toEqual(key('1', { lastUsedAt: at(4), revokedAt: at(3) }));
});
