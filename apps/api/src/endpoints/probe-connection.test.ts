import { CrossvaultError, probeSchema } from '@crossvault/core';
import { createFakeVendor, fakeConnections } from '@crossvault/testkit';
import { expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';
import { sendRaw } from '../testing/raw-request.ts';

const post = { method: 'POST' };
const path = '/v1/connections/left/probe';
const start = (probe?: () => Promise<never>) =>
  startFacade(
    fakeConnections({ left: createFakeVendor() }).map((connection) => ({
      ...connection,
      connector: { ...connection.connector, ...(probe === undefined ? {} : { probe }) },
    })),
  );

test('a probe returns its steps, and is not cached', async () => {
  const { status, body, headers } = await (await start()).ask(path, post);
  expect(status).toBe(200);
  expect(probeSchema.parse(body)).toEqual({ connection: 'left', ok: true, steps: [], deniedFields: [] });
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('etag')).toBeNull();
});

test('a step that failed is a 200 too, with what to do', async () => {
  const facade = await start(() => Promise.reject(new CrossvaultError({ code: 'source-error', message: 'It broke.' })));
  const { status, body } = await facade.ask(path, post);
  expect(status).toBe(200);
  expect(probeSchema.parse(body)).toMatchObject({
    ok: false,
    steps: [{ ok: false, code: 'source-error', detail: 'It broke.', advice: expect.any(String) }],
  });
});

test('a connection that could not be set up answers with that', async () => {
  const fault = new CrossvaultError({ code: 'secret-missing', message: 'crossvault.yaml:9: key refers to KEY' });
  const facade = await startFacade(
    fakeConnections({ left: createFakeVendor() }).map((connection) => ({ ...connection, connector: null, fault })),
  );
  expect((await facade.ask(path, post)).body).toMatchObject({
    ok: false,
    steps: [{ name: 'configuration', code: 'secret-missing', detail: 'crossvault.yaml:9: key refers to KEY' }],
  });
});

test('an unknown name is 404', async () => {
  const facade = await start();
  expect(readProblem(await facade.ask('/v1/connections/unknown/probe', post))).toMatchObject({
    status: 404,
    code: 'connection-not-found',
  });
});

test('a GET is not allowed, and sends no request to a vendor', async () => {
  const facade = await start(() => Promise.reject(new Error('asked')));
  const reply = await facade.ask(path);
  expect(reply.status).toBe(405);
  expect(reply.headers.get('allow')).toBe('POST');
});

test('a body and parameters are refused', async () => {
  const facade = await start();
  const headers = { 'content-type': 'application/json' };
  expect(readProblem(await facade.ask(path, { ...post, headers, body: '{}' }))).toMatchObject({
    status: 400,
    parameter: 'body',
  });
  expect(readProblem(await facade.ask(`${path}?deep=true`, post))).toMatchObject({ status: 400, parameter: 'deep' });
});

test('a foreign host is refused, and so is a foreign page', async () => {
  const { url } = await start();
  const foreignHost = await sendRaw(url, { ...post, path, headers: { Host: 'evil.example' } });
  expect(readProblem(foreignHost).code).toBe('host-refused');
  for (const Origin of ['https://evil.example', 'null', 'http://localhost:1']) {
    expect(readProblem(await sendRaw(url, { ...post, path, headers: { Origin } })).code).toBe('origin-refused');
  }
  expect((await sendRaw(url, { ...post, path, headers: { Origin: url } })).status).toBe(200);
});
