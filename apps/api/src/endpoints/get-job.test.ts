import { CrossvaultError, toJobId } from '@crossvault/core';
import { createFakeVendor, fakeConnections, makeJob } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';

const vendorOf = () =>
  createFakeVendor({
    jobs: [makeJob('left', 'a', { depth: 'full', details: { colour: 'red' } })],
  });
const path = `/v1/jobs/${toJobId('left', ['a'])}`;

test('a job is read whole, with a link to itself', async () => {
  const facade = await startFacade(fakeConnections({ left: vendorOf() }));
  const { status, body } = await facade.ask(path);
  expect(status).toBe(200);
  expect(body).toMatchObject({ nativeId: 'a', tasks: [], details: { colour: 'red' }, links: { self: path } });
  expect(body).not.toHaveProperty('raw');
});

test('the raw answers come on request', async () => {
  const facade = await startFacade(fakeConnections({ left: vendorOf() }));
  expect((await facade.ask(`${path}?include=raw`)).body).toMatchObject({ raw: { list: { id: 'a' } } });
});

test.each([
  ['a text that is no id', 'nonsense', 'is no id of ours'],
  ['an id that the vendor does not know', toJobId('left', ['zzz']), 'No job zzz'],
  ['an id of a connection that is not configured', toJobId('right', ['a']), '"right"'],
  ['a text with a zero byte', 'a%00b', 'is no id of ours'],
  ['an encoded path', '..%2F..%2Fetc%2Fpasswd', 'is no id of ours'],
])('%s is 404', async (_what, id, detail) => {
  const facade = await startFacade(fakeConnections({ left: vendorOf() }));
  const problem = readProblem(await facade.ask(`/v1/jobs/${id}`));
  expect(problem).toMatchObject({ status: 404, code: 'job-not-found' });
  expect(problem.detail).toContain(detail);
});

test.each([
  ['include=tasks', 'invalid-parameter', 'include', 'one of raw'],
  ['id=a', 'unknown-parameter', 'id', 'Allowed are: include.'],
])('%s is refused', async (query, code, parameter, detail) => {
  const facade = await startFacade(fakeConnections({ left: vendorOf() }));
  const problem = readProblem(await facade.ask(`${path}?${query}`));
  expect(problem).toMatchObject({ status: 400, code, parameter });
  expect(problem.detail).toContain(detail);
});

test.each([
  ['authentication-failed', 424],
  ['source-unreachable', 502],
  ['source-timeout', 504],
] as const)('a source that fails with %s gives %i, with what is known of it', async (code, status) => {
  const left = vendorOf();
  left.failure = new CrossvaultError({
    code,
    message: 'Bearer abcdefgh was not liked.',
    upstreamStatus: 401,
    upstreamRequestId: 'up-1',
    retryAfterSeconds: 2.5,
  });
  const reply = await (await startFacade(fakeConnections({ left }))).ask(path);
  expect(readProblem(reply)).toMatchObject({
    status,
    code,
    source: 'left',
    detail: 'Bearer [redacted] was not liked.',
    upstreamStatus: 401,
    upstreamRequestId: 'up-1',
    retryAfterSeconds: 2.5,
  });
  expect(reply.headers.get('retry-after')).toBe('3');
});

test('an unexpected error reveals no internals', async () => {
  const connections = fakeConnections({ left: vendorOf() }).map((connection) => ({
    ...connection,
    connector: { ...connection.connector, getJob: () => Promise.reject(new TypeError('secret is not a function')) },
  }));
  const logged: object[] = [];
  const logger = {
    debug() {},
    info() {},
    warn() {},
    error: (fields: object) => void logged.push(fields),
  };
  const reply = await (await startFacade(connections, { logger })).ask(path);
  const problem = readProblem(reply);
  expect(problem).toMatchObject({ status: 500, code: 'internal-error', source: 'left' });
  expect(reply.text).not.toContain('function');
  expect(logged).toMatchObject([{ requestId: problem.requestId, error: expect.stringContaining('TypeError') }]);
});

test('an unchanged job is not sent again, whenever it was read', async () => {
  const left = vendorOf();
  const facade = await startFacade(fakeConnections({ left }));
  const tag = (await facade.ask(path)).headers.get('etag') ?? '';
  const again = () => facade.ask(path, { headers: { 'If-None-Match': tag } });
  left.jobs = left.jobs.map((job) => ({ ...job, observedAt: '2026-02-02T00:00:00.000Z' }));
  expect((await again()).status).toBe(304);
  left.jobs = left.jobs.map((job) => ({ ...job, sizeBytes: 7 }));
  expect((await again()).status).toBe(200);
});
