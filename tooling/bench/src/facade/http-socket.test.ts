import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { expectedLength, openHttpSocket } from './http-socket.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function openServer(): Promise<number> {
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
    else response.end(`${request.url} ${'é'.repeat(100_000)}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('answers of one socket come one after the other, whole', async () => {
  const socket = await openHttpSocket(await openServer());
  closing.push(() => socket.close());
  for (const path of ['/one', '/two']) {
    const { status, body } = await socket.ask(path, []);
    expect(status).toBe(200);
    expect(body.toString('utf8')).toBe(`${path} ${'é'.repeat(100_000)}`);
  }
});

test('an answer that nothing has changed has no body', async () => {
  const socket = await openHttpSocket(await openServer());
  closing.push(() => socket.close());
  const { status, body } = await socket.ask('/', ['if-none-match: "a"']);
  expect([status, body.length]).toEqual([304, 0]);
});

test('a head in pieces is waited for, and an answer of unknown length is refused', () => {
  const head = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab');
  expect(expectedLength([head.subarray(0, 20)])).toBeNull();
  expect(expectedLength([head.subarray(0, 20), head.subarray(20)])).toBe(head.length + 3);
  expect(() => expectedLength([Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')])).toThrow(
    'no content-length',
  );
});
