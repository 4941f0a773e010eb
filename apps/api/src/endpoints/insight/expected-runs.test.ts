import { createManualClock, fakeConnections } from '@crossvault/testkit';
import { createFakeJudgement, type FakeJudgement, makeOccurrence, makeSource } from '@crossvault/testkit/fakes';
import { describe, expect, test } from 'vitest';
import { readProblem, startFacade } from '../../testing/facade.ts';

const met = makeOccurrence('a', 'met', 'vm-1');
const missed = makeOccurrence('b', 'missed', 'vm-2');

async function open(overrides: Partial<FakeJudgement> = {}) {
  const judgement = createFakeJudgement({ occurrences: [met, missed], ...overrides });
  const clock = createManualClock('2026-01-15T12:00:00.000Z');
  return { ...(await startFacade(fakeConnections({}), { judgement, clock })), judgement };
}

describe('expected runs', () => {
  test('are listed since last night, unless a span says otherwise', async () => {
    const { ask, judgement } = await open();
    expect((await ask('/v1/occurrences')).body).toMatchObject({ data: [{ state: 'met' }, { state: 'missed' }] });
    await ask('/v1/occurrences?since=7d&until=24h&state=missed&track=backup,full&limit=1');
    await ask('/v1/occurrences?since=2026-01-01T00:00:00Z&until=+24h');
    expect(judgement.asked.map(({ given }) => given)).toEqual([
      [{ since: 'last-night' }, { limit: 50, cursor: null }],
      [
        { since: '7d', until: '2026-01-16T12:00:00.000Z', state: ['missed'], track: ['backup', 'full'] },
        { limit: 1, cursor: null },
      ],
      [
        { since: '2026-01-01T00:00:00Z', until: '2026-01-16T12:00:00.000Z' },
        { limit: 50, cursor: null },
      ],
    ]);
  });

  test.each(['since=yesterday', 'until=tomorrow', 'state=lost', 'track=tape', 'kind=missed'])(
    'refuse %s',
    async (query) => {
      const { ask } = await open();
      expect(readProblem(await ask(`/v1/occurrences?${query}`)).status).toBe(400);
    },
  );

  test('are read by id', async () => {
    const { ask } = await open();
    expect((await ask(`/v1/occurrences/${missed.id}`)).body).toEqual(missed);
    expect(readProblem(await ask('/v1/occurrences/unknown')).code).toBe('occurrence-not-found');
  });
});

test('today counts, names the sources, and passes its filters on', async () => {
  const { ask, judgement } = await open();
  const { status, body } = await ask('/v1/today?connection=a&item=vm-1');
  expect([status, body]).toMatchObject([
    200,
    { unit: 'expected runs', counts: { expected: 1, met: 1 }, complete: true },
  ]);
  expect(judgement.asked).toEqual([{ call: 'today', given: [{ connection: ['a'], item: ['vm-1'] }] }]);
  expect(readProblem(await ask('/v1/today?since=7d')).code).toBe('unknown-parameter');
});

test('today is unchanged while only time goes by', async () => {
  const { ask, judgement } = await open();
  const tag = (await ask('/v1/today')).headers.get('etag') ?? '';
  const later = { date: '2026-01-14', from: '2026-01-14T12:00:00.000Z', timeZone: 'UTC' };
  judgement.today = { evaluatedAt: '2026-01-15T12:01:00.000Z', day: { ...later, until: '2026-01-15T12:01:00.000Z' } };
  judgement.sources = ['a', 'b'].map((name) => makeSource(name, { asOf: '2026-01-15T12:01:00.000Z' }));
  expect((await ask('/v1/today', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  judgement.occurrences = [met];
  expect((await ask('/v1/today', { headers: { 'If-None-Match': tag } })).status).toBe(200);
});

test('HEAD has the headers of the answer and no body', async () => {
  const { url } = await open();
  for (const path of ['today', 'findings', 'occurrences', 'calendar', 'sla', 'overrides']) {
    const response = await fetch(`${url}/v1/${path}`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('etag')).toMatch(/^W\//);
  }
});

describe('a calendar and its ratios', () => {
  test('cover 30 days of items and plans unless asked otherwise', async () => {
    const { ask, judgement } = await open();
    expect((await ask('/v1/calendar')).body).toMatchObject({ rule: 'worst', data: [{ days: 'm' }, { days: 'M' }] });
    expect((await ask('/v1/sla')).body).toMatchObject({ total: { expected: 2, ratio: 0.5 } });
    await ask('/v1/calendar?days=90&ahead=3&rule=last&group=tenant&tenant=Acme&limit=500');
    expect(judgement.asked).toEqual([
      {
        call: 'calendar',
        given: [
          { days: 30, ahead: 0, rule: 'worst', group: 'subject' },
          { limit: 50, cursor: null },
        ],
      },
      {
        call: 'sla',
        given: [
          { days: 30, group: 'subject' },
          { limit: 50, cursor: null },
        ],
      },
      {
        call: 'calendar',
        given: [
          { days: 90, ahead: 3, rule: 'last', group: 'tenant', tenant: ['Acme'] },
          { limit: 500, cursor: null },
        ],
      },
    ]);
  });

  test.each([
    'calendar?days=0',
    'calendar?days=401',
    'calendar?ahead=32',
    'calendar?rule=mean',
    'sla?group=vendor',
    'sla?rule=best',
  ])('refuse %s', async (path) => {
    const { ask } = await open();
    expect(readProblem(await ask(`/v1/${path}`)).status).toBe(400);
  });
});
