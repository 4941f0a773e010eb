import { createFakeLedger, createFakeVendor, fakeConnections } from '@crossvault/testkit';
import { createFakeJudgement, type FakeJudgement, makeFinding, makeOccurrence } from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

const nameOf = (connection: string): string => `machine of ${connection}`;
const findingOf = (connection: string) => makeFinding(connection, 'missed', nameOf(connection));
const occurrenceOf = (connection: string) => makeOccurrence(connection, 'missed', nameOf(connection));
const overrideOf = (connection: string) => ({
  id: `override of ${connection}`,
  kind: 'mute' as const,
  finding: findingOf(connection).id,
  subject: nameOf(connection),
  by: 'ann',
  why: 'known',
  from: '2026-01-15T00:00:00.000Z',
  until: null,
});

async function open() {
  const judgement: FakeJudgement = createFakeJudgement({
    findings: ['a', 'b'].map(findingOf),
    occurrences: ['a', 'b'].map(occurrenceOf),
    overrides: ['a', 'b'].map(overrideOf),
  });
  const ledger = createFakeLedger({
    keys: {
      cv_a: { name: 'only-a', scopes: ['read', 'operate'], connections: ['a'] },
      cv_gone: { name: 'gone', scopes: ['read', 'operate'], connections: ['long-gone'] },
      cv_all: { name: 'all', scopes: ['read', 'operate'] },
    },
  });
  const connections = fakeConnections({ a: createFakeVendor(), b: createFakeVendor() });
  const facade = await startFacade(connections, { ledger, judgement });
  const authorization = (key: string) => ({ Authorization: `Bearer ${key}` });
  return {
    judgement,
    ask: (path: string, key: string) => facade.ask(path, { headers: authorization(key) }),
    post: (path: string, body: object) =>
      facade.ask(path, {
        method: 'POST',
        headers: { ...authorization('cv_a'), 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}

const lists = ['/v1/today', '/v1/findings', '/v1/overrides', '/v1/occurrences', '/v1/calendar', '/v1/sla'];

describe('a key that is limited to one connection', () => {
  test.each(lists)('reads nothing of another connection in %s', async (path) => {
    const { ask } = await open();
    const [whole, limited] = [await ask(path, 'cv_all'), await ask(path, 'cv_a')];
    expect([whole.status, limited.status]).toEqual([200, 200]);
    expect([whole.text.includes(nameOf('b')), limited.text.includes(nameOf('b'))]).toEqual([true, false]);
    expect(limited.text).toContain(nameOf('a'));
    expect(limited.text).not.toContain('"connection":"b"');
  });

  test.each(lists)('reads nothing at all in %s once its connections were removed', async (path) => {
    const { ask } = await open();
    const { status, text } = await ask(path, 'cv_gone');
    expect(status).toBe(200);
    expect(text).not.toContain('machine of');
  });

  test('counts its own connection alone', async () => {
    const { ask } = await open();
    const read = async (key: string) => Object((await ask('/v1/today', key)).body);
    expect(await read('cv_all')).toMatchObject({ subjects: 2, counts: { expected: 2 } });
    expect(await read('cv_a')).toMatchObject({ subjects: 1, counts: { expected: 1, missed: 1 } });
    expect((await ask('/v1/sla', 'cv_a')).body).toMatchObject({ total: { expected: 1 } });
  });

  test.each(lists)('gets "no such connection" for a filter of %s by another connection', async (path) => {
    const { ask } = await open();
    const problem = readProblem(await ask(`${path}?connection=b`, 'cv_a'));
    expect([problem.status, problem.detail.endsWith('Configured: a.')]).toEqual([400, true]);
  });

  test.each([
    [`/v1/findings/${findingOf('b').id}`, 'finding-not-found'],
    [`/v1/findings/${findingOf('b').id}/explain`, 'finding-not-found'],
    [`/v1/occurrences/${occurrenceOf('b').id}`, 'occurrence-not-found'],
  ])('finds nothing of another connection at %s', async (path, code) => {
    const { ask, judgement } = await open();
    expect(readProblem(await ask(path, 'cv_a'))).toMatchObject({ status: 404, code });
    expect(judgement.asked).toEqual([]);
    expect((await ask(path, 'cv_all')).status).toBe(200);
  });

  test.each(['acknowledge', 'mute', 'excuse'])('cannot %s a finding of another connection', async (verb) => {
    const { post, judgement } = await open();
    const body = { why: 'known', until: '8h' };
    expect((await post(`/v1/findings/${findingOf('b').id}/${verb}`, body)).status).toBe(404);
    expect(judgement.asked).toEqual([]);
    expect((await post(`/v1/findings/${findingOf('a').id}/${verb}`, body)).status).toBe(200);
    expect(judgement.asked).toMatchObject([{ call: `${verb}Finding`, given: [findingOf('a').id, { by: 'only-a' }] }]);
  });
});
