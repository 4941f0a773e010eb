import { type Scope, scopes } from '@crossvault/core/store';
import {
  createFakeLedger,
  createFakeVendor,
  type FakeLedger,
  fakeConnections,
  makeItem,
  makePlan,
} from '@crossvault/testkit';
import { createFakeJudgement, makeFinding, makeOccurrence } from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { endpoints } from './endpoints.ts';
import type { Endpoint } from './http/endpoint.ts';
import { readProblem, startFacade } from './testing/facade.ts';
import { sendRaw } from './testing/raw-request.ts';

const holders: readonly (Scope | 'none')[] = ['none', ...scopes];

const createLedger = (): FakeLedger =>
  createFakeLedger({
    plans: [makePlan('a', 'plan')],
    items: [makeItem('a', 'item')],
    keys: Object.fromEntries(scopes.map((scope) => [`cv_${scope}`, { name: scope, scopes: [scope] }])),
  });

const finding = makeFinding('a', 'missed', 'item');
const occurrence = makeOccurrence('a', 'missed', 'item');
const createJudgement = () => createFakeJudgement({ findings: [finding], occurrences: [occurrence] });

/** A body that is right for each endpoint that takes one which has to say something. */
const bodies: Readonly<Record<string, object>> = {
  protectItem: { connection: 'a', sourceId: 'share', planId: makePlan('a', 'plan').id },
  changePlanOfItem: { planId: makePlan('a', 'plan').id },
  stopProtectionOfItem: { data: 'retain' },
  restoreItem: { recoveryPointId: 'point' },
  createKey: { name: 'new', scopes: ['read'] },
  acknowledgeFinding: { why: 'It is known.' },
  muteFinding: { why: 'It is known.', until: '8h' },
  excuseFinding: { why: 'It is known.' },
};

/** The same address, asking for what destroys data: another scope opens it. */
const destroying: Readonly<Record<string, object>> = {
  stopProtectionOfItem: { data: 'delete', confirm: 'item' },
  restoreItem: { recoveryPointId: 'point', conflict: 'overwrite', confirm: 'item' },
};

const idIn = (path: string): string => {
  if (path.includes('/plans/')) return makePlan('a', 'plan').id;
  if (path.includes('/findings/')) return finding.id;
  if (path.includes('/occurrences/')) return occurrence.id;
  return path.includes('/protected-items/') ? makeItem('a', 'item').id : 'WyJhIiwib25lIl0';
};

async function ask(facade: { readonly url: string }, endpoint: Endpoint, holder: Scope | 'none', body: object) {
  const path = endpoint.path.replace('{name}', 'a').replace('{id}', idIn(endpoint.path));
  return sendRaw(facade.url, {
    method: endpoint.method.toUpperCase(),
    path,
    headers: {
      ...(holder === 'none' ? {} : { Authorization: `Bearer cv_${holder}` }),
      ...(endpoint.sent === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(endpoint.sent === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const refusals: readonly unknown[] = ['key-missing', 'scope-missing', 'writes-need-keys', 'key-refused'];
const open = () =>
  startFacade(fakeConnections({ a: createFakeVendor() }), { ledger: createLedger(), judgement: createJudgement() });
const rows = endpoints.flatMap((endpoint) =>
  holders.map((holder) => [endpoint.operationId, holder, endpoint] as const),
);

describe('who may ask what', () => {
  test.each(rows)('%s with %s', async (operationId, holder, endpoint) => {
    const { access } = endpoint;
    const reply = await ask(await open(), endpoint, holder, bodies[operationId] ?? {});
    const { code } = reply.status >= 400 ? readProblem(reply) : { code: null };
    if (access === 'anyone') return expect(reply.status).toBe(200);
    if (holder === 'none') return expect([reply.status, code]).toEqual([401, 'key-missing']);
    const usual =
      access.includes('operate') && access.includes('destroy') && !access.includes('read') ? ['operate'] : access;
    if (usual.some((scope) => scope === holder)) return expect(refusals).not.toContain(code);
    return expect([reply.status, code]).toEqual([403, 'scope-missing']);
  });

  test.each(Object.keys(destroying).flatMap((name) => scopes.map((scope) => [name, scope] as const)))(
    '%s with %s, when it destroys data',
    async (operationId, scope) => {
      const endpoint = endpoints.find((each) => each.operationId === operationId);
      if (endpoint === undefined) throw new Error(`No endpoint is called ${operationId}.`);
      const reply = await ask(await open(), endpoint, scope, destroying[operationId] ?? {});
      expect(reply.status).toBe(scope === 'destroy' ? 202 : 403);
    },
  );

  test.each(endpoints.map((endpoint) => [endpoint.operationId, endpoint] as const))(
    '%s with an unknown key',
    async (operationId, endpoint) => {
      const facade = await startFacade(fakeConnections({ a: createFakeVendor() }), { ledger: createLedger() });
      const path = endpoint.path.replace('{name}', 'a').replace('{id}', idIn(endpoint.path));
      const headers = { Authorization: 'Bearer cv_stranger', 'Content-Type': 'application/json' };
      const reply = await sendRaw(facade.url, { method: endpoint.method.toUpperCase(), path, headers });
      if (endpoint.access === 'anyone') return expect(reply.status, operationId).toBe(200);
      expect(readProblem(reply).code).toBe('key-refused');
      return expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    },
  );
});

describe('while there are no keys', () => {
  test.each(endpoints.map((endpoint) => [endpoint.operationId, endpoint] as const))('%s', async (name, endpoint) => {
    const ledger = createFakeLedger({ plans: [makePlan('a', 'plan')], items: [makeItem('a', 'item')] });
    const judgement = createJudgement();
    const facade = await startFacade(fakeConnections({ a: createFakeVendor() }), { ledger, judgement });
    const reply = await ask(facade, endpoint, 'none', bodies[name] ?? {});
    const { access } = endpoint;
    const { code } = reply.status >= 400 ? readProblem(reply) : { code: null };
    if (access === 'anyone' || access.includes('read')) return expect(refusals).not.toContain(code);
    expect(code).toBe(endpoint.method === 'get' ? 'key-missing' : 'writes-need-keys');
    return expect([...ledger.asked, ...judgement.asked]).toEqual([]);
  });
});
