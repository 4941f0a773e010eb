import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTransport } from './index.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<{ server: Server; address: string }> {
  const server = createServer(answer ?? (() => undefined)).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('a request goes out whole, and a redirect is not followed', async () => {
  const { address } = await listen(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.writeHead(302, { location: 'http://elsewhere.invalid/' });
    response.end(`${request.method} ${request.headers['x-a']} ${Buffer.concat(parts)}`);
  });
  const transport = createTransport();
  const response = await transport.fetch(
    new Request(`http://${address}/`, { method: 'POST', body: 'hello', headers: { 'x-a': 'b' } }),
  );
  expect(response.status).toBe(302);
  expect(await response.text()).toBe('POST b hello');
  await transport.close();
});

test('a plain request is handed to the proxy whole, with its credentials', async () => {
  const { address } = await listen((request, response) => {
    response.end(`${request.url} ${request.headers['proxy-authorization']}`);
  });
  const transport = createTransport({ proxy: `http://user:pass%20word@${address}` });
  const response = await transport.fetch(new Request('http://vendor.invalid/jobs'));
  expect(await response.text()).toBe(`http://vendor.invalid/jobs Basic ${btoa('user:pass word')}`);
  await transport.close();
});

test('for https the proxy is asked for a tunnel, and its refusal is a failure', async () => {
  const { server, address } = await listen(() => undefined);
  const asked: (string | undefined)[] = [];
  server.on('connect', (request: IncomingMessage, socket) => {
    asked.push(request.url, request.headers.authorization);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const transport = createTransport({ proxy: `http://${address}` });
  const request = new Request('https://vendor.invalid/jobs', { headers: { authorization: 'Bearer t' } });
  await expect(transport.fetch(request)).rejects.toThrow();
  expect(asked).toEqual(['vendor.invalid:443', undefined]);
  await transport.close();
});
