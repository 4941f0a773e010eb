import { actionRequestSchema, actions, CrossvaultError, type Operation } from '@crossvault/core';
import {
  createFakeLedger,
  createFakeVendor,
  type FakeLedger,
  fakeConnections,
  makeItem,
  makeOperation,
  makePlan,
} from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { type Facade, type Reply, readProblem, startFacade } from '../testing/facade.ts';
import { sendRaw } from '../testing/raw-request.ts';
import { actionEndpoints } from './action-endpoints.ts';

const item = makeItem('a', 'share', { name: 'share' });
const plan = makePlan('a', 'policy');
const path = `/v1/protected-items/${item.id}/stop-protection`;

interface Acting {
  readonly facade: Facade;
  readonly ledger: FakeLedger;
  post(address: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply>;
}

async function open(overrides: Partial<FakeLedger> = {}): Promise<Acting> {
  const ledger = createFakeLedger({
    plans: [plan],
    items: [item],
    keys: { cv_all: { name: 'all', scopes: ['read', 'operate', 'destroy', 'admin'] } },
    ...overrides,
  });
  const facade = await startFacade(fakeConnections({ a: createFakeVendor() }), { ledger });
  return {
    facade,
    ledger,
    post: (address, body = {}, headers = {}) =>
      facade.ask(address, {
        method: 'POST',
        headers: { Authorization: 'Bearer cv_all', 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

test('every action of the core has a path of its own name', () => {
  expect(actionEndpoints.map(({ path: address }) => address.split('/').at(-1))).toEqual(
    actions.map(
      (action) => ({ protect: 'protected-items', 'refresh-containers': 'refresh' })[String(action)] ?? action,
    ),
  );
  expect(actionEndpoints).toHaveLength(actionRequestSchema.options.length);
});

describe('a change that is accepted', () => {
  test('is a 202 with the operation, and its address in Location', async () => {
    const { ledger, post } = await open();
    const reply = await post(path, { data: 'retain' });
    expect(reply.status).toBe(202);
    expect(reply.headers.get('location')).toBe('/v1/operations/op-1');
    expect(reply.body).toMatchObject({ id: 'op-1', actor: 'all', links: { self: '/v1/operations/op-1' } });
    expect(ledger.asked).toEqual([
      {
        request: { action: 'stop-protection', target: item.id, parameters: { data: 'retain' } },
        options: {
          actor: { name: 'all', scopes: ['read', 'operate', 'destroy', 'admin'], connections: null },
          confirm: null,
          dryRun: false,
          idempotencyKey: null,
        },
      },
    ]);
  });

  test('hands on what was confirmed and the idempotency key', async () => {
    const { ledger, post } = await open();
    await post(path, { data: 'delete', confirm: 'share' }, { 'Idempotency-Key': 'once-7' });
    expect(ledger.asked[0]?.options).toMatchObject({ confirm: 'share', idempotencyKey: 'once-7' });
  });

  test('may be asked of a connection that the body names', async () => {
    const { ledger, post } = await open();
    const sent = { connection: 'a', sourceId: 'new share', planId: plan.id };
    expect((await post('/v1/protected-items', sent)).status).toBe(202);
    expect(ledger.asked[0]?.request).toEqual({
      action: 'protect',
      target: 'a',
      parameters: { sourceId: 'new share', planId: plan.id },
    });
  });

  test('takes instants of any zone', async () => {
    const { ledger, post } = await open();
    await post(`/v1/protected-items/${item.id}/back-up`, { keepUntil: '2026-03-01T01:00:00+01:00' });
    expect(ledger.asked[0]?.request.parameters).toMatchObject({ keepUntil: '2026-03-01T00:00:00.000Z' });
  });

  test('may wait for its end, or that of its jobs', async () => {
    const { ledger, post } = await open();
    ledger.onLook = () => {
      const jobs: Operation['jobs'] = [{ id: 'j', status: 'succeeded' }];
      ledger.operations = [makeOperation('a', 'op-1', { status: 'done', outcome: 'succeeded', jobs })];
    };
    const reply = await post(`/v1/plans/${plan.id}/run?wait=30&until=operation`);
    expect([reply.status, reply.body]).toMatchObject([202, { status: 'done', outcome: 'succeeded' }]);
    expect(ledger.waits).toEqual([{ id: 'op-1', waitMs: 30_000, until: 'operation' }]);
  });
});

describe('a dry run', () => {
  test('says what would be sent, and what has to be confirmed', async () => {
    const { ledger, post } = await open();
    const reply = await post(`${path}?dryRun=true`, { data: 'delete' });
    expect([reply.status, reply.body]).toMatchObject([
      200,
      { needs: 'destroy', confirm: 'share', requests: [{ method: 'POST', url: 'https://fake.example/act' }] },
    ]);
    expect(reply.headers.get('location')).toBeNull();
    expect([ledger.asked[0]?.options.dryRun, ledger.operations]).toEqual([true, []]);
  });
});

describe('what is refused before the engine is called', () => {
  const plain = { data: 'retain' };
  test.each<
    [what: string, body: unknown, headers: Record<string, string>, status: number, code: string, parameter?: string]
  >([
    ['an unknown key', { ...plain, force: true }, {}, 400, 'unknown-parameter', 'force'],
    ['a missing key', {}, {}, 400, 'invalid-parameter', 'data'],
    ['a word that is none', { data: 'shred' }, {}, 400, 'invalid-parameter', 'data'],
    ['a list', [], {}, 400, 'invalid-parameter', 'body'],
    ['no JSON', '{', {}, 400, 'invalid-parameter', 'body'],
    ['a body without end', { ...plain, confirm: 'x'.repeat(70_000) }, {}, 400, 'invalid-parameter', 'body'],
    ['a form', 'data=retain', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'media-type-refused'],
    ['plain text', '{"data":"retain"}', { 'Content-Type': 'text/plain' }, 415, 'media-type-refused'],
    ['an empty idempotency key', plain, { 'Idempotency-Key': ' ' }, 400, 'invalid-parameter', 'Idempotency-Key'],
    ['a foreign page', plain, { Origin: 'https://evil.example' }, 403, 'origin-refused'],
    ['a page without an origin', plain, { Origin: 'null' }, 403, 'origin-refused'],
  ])('%s', async (_what, body, headers, status, code, parameter) => {
    const { facade, ledger } = await open();
    const reply = await sendRaw(facade.url, {
      method: 'POST',
      path,
      headers: { Authorization: 'Bearer cv_all', 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(readProblem(reply)).toMatchObject({ status, code, ...(parameter === undefined ? {} : { parameter }) });
    expect(ledger.asked).toEqual([]);
  });

  test('no media type at all, also without a body', async () => {
    const { facade, ledger } = await open();
    const headers = { Authorization: 'Bearer cv_all' };
    const reply = await sendRaw(facade.url, { method: 'POST', path: `/v1/plans/${plan.id}/run`, headers });
    expect([readProblem(reply).code, ledger.asked]).toEqual(['media-type-refused', []]);
  });

  test('a request that a browser marks as from another site', async () => {
    const { facade, ledger } = await open();
    const headers = {
      Authorization: 'Bearer cv_all',
      'Content-Type': 'application/json',
      'Sec-Fetch-Site': 'cross-site',
    };
    const reply = await sendRaw(facade.url, { method: 'POST', path, headers, body: '{"data":"retain"}' });
    expect([readProblem(reply).code, ledger.asked]).toEqual(['origin-refused', []]);
  });

  test.each(['dryrun=true', 'wait=301', 'until=never', 'confirm=share'])('the parameter %s', async (query) => {
    const { ledger, post } = await open();
    expect(readProblem(await post(`${path}?${query}`, plain)).status).toBe(400);
    expect(ledger.asked).toEqual([]);
  });
});

test('what the engine refuses is answered as it says', async () => {
  const refusal = new CrossvaultError({ code: 'confirmation-needed', message: 'Say "share".', parameter: 'confirm' });
  const { post } = await open({ refusal });
  const problem = readProblem(await post(path, { data: 'delete' }));
  expect(problem).toMatchObject({ status: 400, code: 'confirmation-needed', detail: 'Say "share".' });
});
