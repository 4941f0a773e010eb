import type { ConnectorContext } from '@crossvault/core';
import { Secret } from '@crossvault/core';
import { createTestClock, createTestContext, failureOf } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { veeamSpcConfigSchema } from '../config.ts';
import { readActionId } from './async-action.ts';
import { createVeeamSpcCalls } from './client.ts';

const call = { signal: new AbortController().signal };
const id = '7f1d2a5e-0000-4000-8000-000000000001';
const list = { meta: { pagingInfo: { total: 1, count: 1, offset: 0 } }, data: [{ instanceUid: 'a' }], errors: null };
const accepted = (location: string | null = `/api/v3/asyncAction/${id}`) =>
  new Response(null, { status: 202, headers: location === null ? {} : { location } });
const info = (status: string) => Response.json({ data: { id, status } });
const gone = () => Response.json({ errors: [{ message: 'Not found.', type: 'logical', code: 404 }] }, { status: 404 });

/** Lists from a console that answers the list later, and then one after the other like this. */
async function read(answers: readonly (() => Response)[], first = accepted()) {
  const paths: string[] = [];
  const clock = createTestClock();
  const startedMs = clock.now();
  const rest = [...answers];
  const fetch: ConnectorContext['fetch'] = async ({ url }) => {
    paths.push(new URL(url).pathname);
    return paths.length === 1 ? first : (rest.shift() ?? gone)();
  };
  const config = veeamSpcConfigSchema.parse({
    name: 'console',
    vendor: 'veeam-spc',
    baseUrl: 'https://console.example:1280',
    apiVersion: 'v3',
    credential: { type: 'token', token: new Secret('t0ken') },
  });
  const client = createVeeamSpcCalls(config, createTestContext({ connection: 'console', fetch, clock }));
  const reading = client.v3.listAgentJobs({ limit: 1, offset: 0, filter: null }, call);
  return { reading, paths, seconds: () => (clock.now() - startedMs) / 1000 };
}

test('an answer that comes later is waited for and read, at our own address', async () => {
  const { reading, paths, seconds } = await read(
    [() => info('running'), () => info('running'), () => info('succeed'), () => Response.json(list)],
    accepted(`https://elsewhere.example/api/v3/asyncActions/${id}`),
  );
  expect((await reading).body).toEqual(list);
  expect(paths).toEqual([
    '/api/v3/infrastructure/backupAgents/jobs',
    `/api/v3/asyncActions/${id}`,
    `/api/v3/asyncActions/${id}`,
    `/api/v3/asyncActions/${id}`,
    `/api/v3/asyncActions/${id}/result`,
  ]);
  expect(seconds()).toBe(6);
});

test.each<[string, readonly (() => Response)[], RegExp]>([
  [
    'failed',
    [() => info('failed'), () => Response.json({ errors: [{ message: 'Out of luck.', code: 400 }] }, { status: 400 })],
    /Out of luck/,
  ],
  ['was cancelled', [() => info('canceled')], /was cancelled at the console/],
  ['is no longer known', [gone], /keeps results for five minutes/],
  ['has no result any more', [() => info('succeed'), gone], /keeps results for five minutes/],
])('a request that %s fails the reading, and reports it', async (_case, answers, message) => {
  const error = await failureOf((await read(answers)).reading);
  expect(error).toMatchObject({ code: 'source-error', source: 'console' });
  expect(error.message).toMatch(message);
});

test.each<[string, Response, readonly (() => Response)[]]>([
  ['without an address', accepted(null), []],
  ['with an address of something else', accepted('/api/v3/users/me'), []],
  ['about which nothing can be read', accepted(), [() => Response.json({ data: [] })]],
])('an answer later %s cannot be read', async (_case, first, answers) => {
  const repeated = answers.flatMap((answer) => Array.from({ length: 5 }, () => answer));
  expect(await failureOf((await read(repeated, first)).reading)).toMatchObject({ code: 'answer-unreadable' });
});

test('a look that fails for a moment does not lose the request', async () => {
  const busy = () => Response.json({ errors: [{ message: 'Busy.', type: 'transport', code: 520 }] }, { status: 520 });
  const { reading } = await read([busy, () => info('succeed'), () => Response.json(list)]);
  expect((await reading).body).toEqual(list);
});

test.each([
  [`/api/v3/asyncAction/${id}`, id],
  [`https://vspc:1280/api/v3/asyncActions/${id}`, id],
  [`/api/v3/asyncActions/${id}/result`, id],
  ['/api/v3/asyncActions/', null],
  ['/api/v3/asyncActions/../users', null],
  [null, null],
])('the address %j names the action %j', (location, action) => {
  expect(readActionId(location)).toBe(action);
});
