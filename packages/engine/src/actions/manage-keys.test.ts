import { failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import type { NewKey } from './action-calls.ts';
import { createActingWorld, operator } from './testing/acting-world.ts';

const newKey: NewKey = { name: 'robot', scopes: ['read', 'operate'], connections: ['c'], expiresAt: null };

test('the text of a key is returned once, gives access to its scopes, and is stored nowhere', async () => {
  const { open, store, audit } = createActingWorld();
  const { engine } = open();
  expect(await engine.hasKeys()).toBe(false);
  const { key, token } = await engine.createKey(newKey, operator);
  expect(token.reveal()).toMatch(/^cv_[A-Za-z0-9_-]{43}$/);
  expect(String(token)).toBe('[secret]');
  expect(await engine.hasKeys()).toBe(true);
  expect(await engine.authenticate(token.reveal())).toMatchObject({
    name: 'robot',
    scopes: ['read', 'operate'],
    connections: ['c'],
  });
  const known = JSON.stringify([await engine.listKeys(), await store.listKeys(), await audit()]);
  expect(known).not.toContain(token.reveal());
  expect(await audit()).toMatchObject([{ actor: 'ann', action: 'create-key', target: key.id }]);
  await engine.close();
});

test('what is no key, a revoked one and an expired one are refused alike', async () => {
  const { open, clock } = createActingWorld();
  const { engine } = open();
  const expiresAt = new Date(clock.now() + 60_000).toISOString();
  const { token, key } = await engine.createKey(newKey, operator);
  const brief = await engine.createKey({ ...newKey, name: 'brief', expiresAt }, operator);
  await engine.authenticate(brief.token.reveal());
  clock.move(60_000);
  const revoked = await engine.revokeKey(key.id, operator);
  expect(revoked.revokedAt).not.toBeNull();
  const refused = await Promise.all(
    ['', 'cv_', 'Bearer x', token.reveal(), brief.token.reveal()].map((text) => failureOf(engine.authenticate(text))),
  );
  expect(new Set(refused.map(({ code, message }) => `${code} ${message}`)).size).toBe(1);
  expect(refused[0]?.code).toBe('key-refused');
  expect(await engine.hasKeys()).toBe(true);
  expect((await failureOf(engine.revokeKey('x', operator))).code).toBe('key-not-found');
  await engine.close();
});

test('the last use is written now and then, not with every request', async () => {
  const { open, clock } = createActingWorld();
  const { engine } = open();
  const { token } = await engine.createKey(newKey, operator);
  const lastUse = async () => (await engine.listKeys())[0]?.lastUsedAt;
  await engine.authenticate(token.reveal());
  const first = await lastUse();
  expect(first).toBe(new Date(clock.now()).toISOString());
  clock.move(30_000);
  await engine.authenticate(token.reveal());
  expect(await lastUse()).toBe(first);
  clock.move(30_000);
  await engine.authenticate(token.reveal());
  expect(await lastUse()).toBe(new Date(clock.now()).toISOString());
  await engine.close();
});

test('two keys of one name do not live at once, none is made that has expired, and none without a store', async () => {
  const { open } = createActingWorld();
  const { engine } = open();
  const { key } = await engine.createKey(newKey, operator);
  expect((await failureOf(engine.createKey(newKey, operator))).code).toBe('ambiguous-name');
  await engine.revokeKey(key.id, operator);
  await engine.createKey(newKey, operator);
  const late = engine.createKey({ ...newKey, name: 'late', expiresAt: '2020-01-01T00:00:00.000Z' }, operator);
  expect((await failureOf(late)).code).toBe('invalid-parameter');
  await engine.close();
  const live = createActingWorld({}, { isStored: false }).open().engine;
  expect((await failureOf(live.createKey(newKey, operator))).code).toBe('store-missing');
  expect((await failureOf(live.audit({ connections: null }, { limit: 1, cursor: null }))).code).toBe('store-missing');
  expect((await failureOf(live.authenticate('cv_x'))).code).toBe('key-refused');
  expect(await live.listKeys()).toEqual([]);
  await live.close();
});

test.each([
  'ro\u200bot',
  'a\u001b[31m',
  'a\nb',
  ' a',
  'a ',
  'a  b',
  '',
  'r\u043e\u043et',
  '\u03bfperator',
  'a\u202eb',
  'a\u00a0b',
  'a\u3164b',
])('no key is called %j: its name could be confused with another, or would control a terminal', async (name) => {
  const { engine } = createActingWorld().open();
  const refused = await failureOf(engine.createKey({ ...newKey, name }, operator));
  expect([refused.code, refused.parameter]).toEqual(['invalid-parameter', 'name']);
  expect(await engine.listKeys()).toEqual([]);
  await engine.close();
});

test.each(['backup admins', 'Grafana (prod) #2', '\u041a\u043b\u044e\u0447 1', 'cl\u00e9', '\u76e3\u8996'])(
  'a key may be called %j',
  async (name) => {
    const { engine } = createActingWorld().open();
    expect((await engine.createKey({ ...newKey, name }, operator)).key.name).toBe(name);
    await engine.close();
  },
);

test('no key is made for a connection that is not configured: it would be opened as soon as there is one', async () => {
  const { engine } = createActingWorld().open();
  const refused = await failureOf(engine.createKey({ ...newKey, connections: ['nowhere'] }, operator));
  expect(refused.code).toBe('connection-not-found');
  expect(await engine.listKeys()).toEqual([]);
  await engine.close();
});
