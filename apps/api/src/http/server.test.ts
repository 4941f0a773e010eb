import { CrossvaultError } from '@crossvault/core';
import { createEngine } from '@crossvault/engine';
import { createFakeVendor, createManualClock, fakeConnections, silentLogger } from '@crossvault/testkit';
import { describe, expect, test } from 'vitest';
import { createServer } from '../index.ts';
import { startFacade } from '../testing/facade.ts';
import { sendText } from '../testing/raw-request.ts';

/** A connection whose list waits for the test, and says when it was asked and when it was given up. */
function patientConnections() {
  const asked = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<unknown>();
  const answer = Promise.withResolvers<void>();
  const connections = fakeConnections({ left: createFakeVendor() }).map((connection) => ({
    ...connection,
    connector: {
      ...connection.connector,
      async listJobs(...[list, query, page, call]: Parameters<typeof connection.connector.listJobs>) {
        call.signal.addEventListener('abort', () => givenUp.resolve(call.signal.reason), { once: true });
        asked.resolve();
        await answer.promise;
        return connection.connector.listJobs(list, query, page, call);
      },
    },
  }));
  return { connections, asked: asked.promise, givenUp: givenUp.promise, answer: answer.resolve };
}

function createOptions(host: string, port: number) {
  const clock = createManualClock();
  const engine = createEngine({ connections: [], clock, logger: silentLogger });
  return { engine, clock, logger: silentLogger, listen: { host, port } };
}

describe('starting', () => {
  test('port 0 takes a free one, and the address says which', async () => {
    const server = await createServer(createOptions('127.0.0.1', 0));
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
  });

  test('localhost is answered under its name', async () => {
    const server = await createServer(createOptions('localhost', 0));
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
  });

  test('a taken port is a clear error', async () => {
    const { url } = await startFacade([]);
    const port = Number(new URL(url).port);
    const second = createServer(createOptions('127.0.0.1', port));
    await expect(second).rejects.toMatchObject({ code: 'address-in-use' });
    await expect(second).rejects.toThrow(
      `127.0.0.1:${port} is already in use. End the program that listens there, or choose another port.`,
    );
  });

  test.each(['0.0.0.0', '::', '192.0.2.1', 'backup.example'])(
    '%s, which others may reach, is listened on only where there are keys',
    async (host) => {
      const open = createServer(createOptions(host, 0));
      await expect(open).rejects.toMatchObject({ code: 'configuration-invalid', parameter: 'listen' });
      await expect(open).rejects.toThrow('there are no API keys.');
    },
  );

  test('a server with keys that others can reach refuses callers without one, also after the keys expire', async () => {
    const options = createOptions('0.0.0.0', 0);
    const keys = { any: true };
    const engine = { ...options.engine, hasKeys: async () => keys.any };
    const server = await createServer({ ...options, engine });
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    expect((await fetch(`${url}/v1/jobs`)).status).toBe(401);
    keys.any = false;
    expect((await fetch(`${url}/v1/jobs`)).status).toBe(401);
    await server.close();
  });

  test('an address of another machine is a clear error', async () => {
    const options = createOptions('192.0.2.1', 0);
    const elsewhere = createServer({ ...options, engine: { ...options.engine, hasKeys: async () => true } });
    await expect(elsewhere).rejects.toMatchObject({ code: 'configuration-invalid' });
    await expect(elsewhere).rejects.toThrow('cannot listen on 192.0.2.1:0 (EADDRNOTAVAIL)');
  });
});

test('the requests to vendors end when the caller disconnects', async () => {
  const { connections, asked, givenUp } = patientConnections();
  const lines: object[] = [];
  const logged = Promise.withResolvers<void>();
  const logger = {
    ...silentLogger,
    info(fields: object) {
      lines.push(fields);
      logged.resolve();
    },
  };
  const facade = await startFacade(connections, { logger });
  const caller = new AbortController();
  const reply = fetch(`${facade.url}/v1/jobs`, { signal: caller.signal });
  await asked;
  caller.abort();
  await expect(reply).rejects.toThrow();
  expect(await givenUp).toMatchObject({ code: 'interrupted' });
  await logged.promise;
  expect(lines).toMatchObject([{ path: '/v1/jobs', status: 499 }]);
});

describe('closing', () => {
  test('lets a running request finish, and takes no other', async () => {
    const { connections, asked, answer } = patientConnections();
    const facade = await startFacade(connections);
    const reply = fetch(`${facade.url}/v1/jobs`);
    await asked;
    const closed = facade.server.close();
    await expect(fetch(`${facade.url}/healthz`)).rejects.toThrow();
    answer();
    expect((await reply).status).toBe(200);
    await closed;
  });

  test('breaks off what still runs after the grace', async () => {
    const { connections, asked, givenUp } = patientConnections();
    const facade = await startFacade(connections);
    const reply = fetch(`${facade.url}/v1/jobs`).then(
      () => 'answered',
      () => 'broken off',
    );
    await asked;
    const closed = facade.server.close();
    await facade.clock.move(5000);
    await closed;
    expect(await reply).toBe('broken off');
    expect(await givenUp).toBeInstanceOf(CrossvaultError);
  });

  test('closing twice is the same as closing once', async () => {
    const { server } = await startFacade([]);
    await Promise.all([server.close(), server.close()]);
  });

  test('does not wait for connections that only stay open', async () => {
    const facade = await startFacade([]);
    await facade.ask('/healthz');
    await facade.server.close();
  });
});

describe('what is no request', () => {
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 'is not HTTP/1.1'],
    ['a head that is too long', `GET /?q=${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 'too long together'],
  ])('%s is answered as a problem', async (_what, text, detail) => {
    const { url } = await startFacade([]);
    const [head = '', body = ''] = (await sendText(url, text)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json\r\n/);
    expect(head).toMatch(/\r\nX-Request-Id: [0-9a-f-]{36}/);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'invalid-parameter' });
    expect(body).toContain(detail);
  });
});
