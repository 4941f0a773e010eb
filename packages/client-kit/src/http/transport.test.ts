import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { askThrough, createProxyChoice, createTransport, type Transport, type TransportOptions } from '../index.ts';
import { findClosedPort, serveHttp, serveHttps, serveProxy } from '../testing/loopback.ts';
import { createTemporaryAuthority } from '../testing/temporary-authority.ts';

function open(options: TransportOptions = {}): Transport {
  const transport = createTransport(options);
  onTestFinished(() => transport.close());
  return transport;
}
const through = (text: string) => askThrough({ text, origin: 'proxy' });
const authority = await createTemporaryAuthority('Acme Root');

test('a request goes out whole, and a redirect is not followed', async () => {
  const { address } = await serveHttp(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.writeHead(302, { location: 'http://elsewhere.invalid/' });
    response.end(`${request.method} ${request.headers['x-a']} ${Buffer.concat(parts)}`);
  });
  const response = await open().fetch(
    new Request(`http://${address}/`, { method: 'POST', body: 'hello', headers: { 'x-a': 'b' } }),
  );
  expect(response.status).toBe(302);
  expect(await response.text()).toBe('POST b hello');
});

test('a cancelled request closes the socket, which the server detects', async () => {
  const arrived = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  const { address } = await serveHttp((request) => {
    request.socket.once('close', () => closed.resolve());
    arrived.resolve();
  });
  const caller = new AbortController();
  const answer = open().fetch(new Request(`http://${address}/`, { signal: caller.signal }));
  await arrived.promise;
  caller.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
  await closed.promise;
});

test('an answer that is not read to its end is released with its socket', async () => {
  const closed = Promise.withResolvers<void>();
  const { address } = await serveHttp((request, response) => {
    request.socket.once('close', () => closed.resolve());
    response.write('the beginning of much');
  });
  const response = await open().fetch(new Request(`http://${address}/`));
  await response.body?.cancel();
  await closed.promise;
});

test('a socket is used again, and no more of them are opened than are allowed', async () => {
  const sockets = new Set<unknown>();
  const { address } = await serveHttp((request, response) => {
    sockets.add(request.socket);
    setImmediate(() => response.end('{}'));
  });
  const transport = open({ connections: 2 });
  await Promise.all(
    Array.from({ length: 12 }, async () => (await transport.fetch(new Request(`http://${address}/`))).text()),
  );
  expect(sockets.size).toBe(2);
});

test('headers beyond all measure are not read', async () => {
  const { address } = await serveHttp((_request, response) => {
    response.writeHead(200, { 'x-long': 'a'.repeat(40_000) }).end();
  });
  await expect(open().fetch(new Request(`http://${address}/`))).rejects.toMatchObject({
    cause: { code: 'UND_ERR_HEADERS_OVERFLOW' },
  });
});

test('a certificate is accepted with its authority, or with `insecure`', async () => {
  const { address } = await serveHttps(await authority.issue(), (_request, response) => void response.end('hello'));
  const request = () => new Request(`https://${address}/`);
  await expect(open().fetch(request())).rejects.toMatchObject({ cause: { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } });
  expect(await (await open({ ca: authority.pem }).fetch(request())).text()).toBe('hello');
  expect(await (await open({ insecure: true }).fetch(request())).text()).toBe('hello');
});

test('a plain request is handed to the proxy whole, with its credentials', async () => {
  const proxy = await serveProxy();
  const transport = open({ proxyFor: through(`http://user:pass%20word@${proxy.address}`) });
  const response = await transport.fetch(new Request('http://vendor.invalid/jobs'));
  expect(await response.text()).toBe('from the proxy');
  expect(proxy.asked).toEqual([`GET http://vendor.invalid/jobs Basic ${btoa('user:pass word')}`]);
});

test('for https the proxy opens a tunnel, in which TLS is between us and the vendor', async () => {
  const { port } = await serveHttps(await authority.issue(), (request, response) => {
    response.end(`${request.headers.authorization} ${request.headers['proxy-authorization'] ?? '-'}`);
  });
  const proxy = await serveProxy();
  const transport = open({ proxyFor: through(`http://user:word@${proxy.address}`), ca: authority.pem, connections: 1 });
  const ask = () =>
    transport.fetch(new Request(`https://localhost:${port}/`, { headers: { authorization: 'Bearer t' } }));
  expect(await (await ask()).text()).toBe('Bearer t -');
  expect(await (await ask()).text()).toBe('Bearer t -');
  expect(proxy.asked).toEqual([`CONNECT localhost:${port} Basic ${btoa('user:word')}`]);
  expect(proxy.tunnels).toBe(1);
});

test('what is excepted is asked directly, beside what is not', async () => {
  const proxy = await serveProxy();
  const { address } = await serveHttp((_request, response) => void response.end('directly'));
  const written = { text: `http://${proxy.address}`, origin: 'HTTP_PROXY' };
  const transport = open({
    proxyFor: createProxyChoice({ https: written, http: written, except: [], loopback: false }),
  });
  expect(await (await transport.fetch(new Request(`http://${address}/`))).text()).toBe('directly');
  expect(await (await transport.fetch(new Request('http://vendor.invalid/'))).text()).toBe('from the proxy');
});

test.each([
  [407, 'authentication-failed', /requires other credentials.*proxy:/],
  [403, 'permission-denied', /has to allow this address/],
  [502, 'source-unreachable', /cannot reach it/],
])('a proxy that answers %i is reported as the proxy, without its credentials', async (status, code, message) => {
  const proxy = await serveProxy(status);
  const transport = open({ proxyFor: through(`http://user:canary@${proxy.address}`) });
  const failure = await transport.fetch(new Request('https://vendor.invalid/jobs')).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code, message: expect.stringMatching(message), upstreamStatus: status });
  expect(String(failure)).toContain(`http://${proxy.address} (proxy)`);
  expect(String(failure)).not.toContain('canary');
});

test('a proxy that is not there is not taken for a source that is not there', async () => {
  const port = await findClosedPort();
  const transport = open({ proxyFor: through(`http://127.0.0.1:${port}`) });
  for (const address of ['https://vendor.invalid/', 'http://vendor.invalid/']) {
    await expect(transport.fetch(new Request(address))).rejects.toMatchObject({
      code: 'source-unreachable',
      message: expect.stringMatching(/^The proxy .* cannot be reached \(ECONNREFUSED\)/),
    });
  }
});

test('a source behind a working proxy is reported as the source', async () => {
  const { port } = await serveHttps(await authority.issue(), (request) => request.socket.destroy());
  const proxy = await serveProxy();
  const transport = open({ proxyFor: through(`http://${proxy.address}`), ca: authority.pem });
  await expect(transport.fetch(new Request(`https://localhost:${port}/`))).rejects.toMatchObject({
    message: 'fetch failed',
  });
});

test('requests in progress end with the transport', async () => {
  const arrived = Promise.withResolvers<void>();
  const { address } = await serveHttp((request) => {
    arrived.resolve();
    void once(request.socket, 'close');
  });
  const transport = createTransport();
  const answer = transport.fetch(new Request(`http://${address}/`));
  const failed = expect(answer).rejects.toThrow();
  await arrived.promise;
  await transport.close();
  await failed;
});
