import { createFakeLedger, createManualClock, fakeConnections } from '@crossvault/testkit';
import { createFakeJudgement, type FakeJudgement, makeFinding, makeSource } from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { readProblem, startFacade } from '../../testing/facade.ts';

const missed = makeFinding('a', 'missed', 'vm-1');
const failed = makeFinding('b', 'failed', 'vm-2', { changedAt: '2026-01-14T01:00:00.000Z' });

async function open(overrides: Partial<FakeJudgement> = {}) {
  const judgement = createFakeJudgement({ findings: [missed, failed], ...overrides });
  const clock = createManualClock('2026-01-15T12:00:00.000Z');
  const ledger = createFakeLedger({ keys: { cv_ann: { name: 'ann', scopes: ['read', 'operate'] } } });
  const facade = await startFacade(fakeConnections({}), { judgement, ledger, clock });
  const headers = { Authorization: 'Bearer cv_ann' };
  return {
    judgement,
    ask: (path: string, more: Record<string, string> = {}) => facade.ask(path, { headers: { ...headers, ...more } }),
    post: (path: string, body: object) =>
      facade.ask(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

describe('the list of findings', () => {
  test('takes every filter in the form of the other lists, and its page', async () => {
    const { ask, judgement } = await open();
    const filters = 'connection=a,b&vendor=fake&tenant=Acme&tag=prod&item=vm-1&plan=Daily&subject=VM-1&since=24h';
    const { status, body } = await ask(
      `/v1/findings?${filters}&kind=missed,failed&severity=critical&state=open&limit=10&cursor=next`,
    );
    expect([status, body]).toMatchObject([200, { data: [{ kind: 'missed', severity: 'critical' }], complete: true }]);
    expect(judgement.asked).toEqual([
      {
        call: 'findings',
        given: [
          {
            connection: ['a', 'b'],
            vendor: ['fake'],
            tenant: ['Acme'],
            tag: ['prod'],
            item: ['vm-1'],
            plan: ['Daily'],
            kind: ['missed', 'failed'],
            severity: ['critical'],
            state: ['open'],
            subject: ['VM-1'],
            since: '24h',
          },
          { limit: 10, cursor: 'next' },
        ],
      },
    ]);
  });

  test.each([
    ['kind=broken', 'invalid-parameter', 'kind'],
    ['severity=high', 'invalid-parameter', 'severity'],
    ['state=closed', 'invalid-parameter', 'state'],
    ['since=yesterday', 'invalid-parameter', 'since'],
    ['limit=0', 'invalid-parameter', 'limit'],
    ['status=open', 'unknown-parameter', 'status'],
  ])('refuses %s', async (query, code, parameter) => {
    const { ask, judgement } = await open();
    expect(readProblem(await ask(`/v1/findings?${query}`))).toMatchObject({ status: 400, code, parameter });
    expect(judgement.asked).toEqual([]);
  });

  test('counts as unchanged when only the times of reading differ', async () => {
    const { ask, judgement } = await open();
    const tag = (await ask('/v1/findings')).headers.get('etag') ?? '';
    judgement.sources = ['a', 'b'].map((name) => makeSource(name, { asOf: '2026-01-15T11:59:00.000Z' }));
    expect((await ask('/v1/findings', { 'If-None-Match': tag })).status).toBe(304);
    judgement.sources = [makeSource('a', { status: 'stale' })];
    expect((await ask('/v1/findings', { 'If-None-Match': tag })).status).toBe(200);
  });
});

test('one finding and its explanation are read by id', async () => {
  const { ask } = await open();
  expect((await ask(`/v1/findings/${missed.id}`)).body).toEqual(missed);
  expect((await ask(`/v1/findings/${missed.id}/explain`)).body).toMatchObject({
    finding: { id: missed.id },
    text: ['It was due at midnight, and no run started.'],
  });
  expect(readProblem(await ask('/v1/findings/unknown')).code).toBe('finding-not-found');
});

describe('what an operator says of a finding', () => {
  test.each([
    ['acknowledge', { until: '8h' }, { from: null, until: '2026-01-15T20:00:00.000Z' }],
    ['acknowledge', {}, { from: null, until: null }],
    ['mute', { until: '2026-01-16T12:00:00+01:00' }, { from: null, until: '2026-01-16T11:00:00.000Z' }],
    ['excuse', { from: '12h' }, { from: '2026-01-15T00:00:00.000Z', until: '2026-01-15T12:00:00.000Z' }],
  ])('is passed on with the name of the key: %s %o', async (verb, body, span) => {
    const { post, judgement } = await open();
    const reply = await post(`/v1/findings/${missed.id}/${verb}`, { why: 'It is known.', ...body });
    expect([reply.status, reply.body]).toMatchObject([200, { id: missed.id }]);
    expect(judgement.asked).toEqual([
      { call: `${verb}Finding`, given: [missed.id, { by: 'ann', why: 'It is known.', ...span }] },
    ]);
  });

  test.each([
    ['acknowledge', {}, 'why'],
    ['acknowledge', { why: ' ' }, 'why'],
    ['acknowledge', { why: 'known', from: '8h' }, 'from'],
    ['acknowledge', { why: 'known', until: '2026-01-15T11:00:00Z' }, 'until'],
    ['mute', { why: 'known' }, 'until'],
    ['mute', { why: 'known', until: 'soon' }, 'until'],
    ['excuse', { why: 'known', from: 'before' }, 'from'],
    ['excuse', { why: 'known', by: 'bob' }, 'by'],
  ])('is refused: %s %o', async (verb, body, parameter) => {
    const { post, judgement } = await open();
    const problem = readProblem(await post(`/v1/findings/${missed.id}/${verb}`, body));
    expect([problem.status, problem.parameter]).toEqual([400, parameter]);
    expect(judgement.asked).toEqual([]);
  });
});

test('what was said is listed', async () => {
  const said = {
    id: 'one',
    kind: 'mute' as const,
    finding: missed.id,
    subject: missed.subject.id,
    by: 'ann',
    why: 'known',
    from: '2026-01-15T00:00:00.000Z',
    until: '2026-01-16T00:00:00.000Z',
  };
  const { ask } = await open({ overrides: [said] });
  expect((await ask('/v1/overrides?connection=a')).body).toEqual({ data: [said] });
  expect((await ask('/v1/overrides?connection=b')).body).toEqual({ data: [] });
});

test('without a store every endpoint says that one is needed', async () => {
  const facade = await startFacade(fakeConnections({}));
  for (const path of ['today', 'findings', 'findings/x', 'overrides', 'occurrences', 'calendar', 'sla']) {
    expect(readProblem(await facade.ask(`/v1/${path}`))).toMatchObject({ status: 409, code: 'store-missing' });
  }
});
