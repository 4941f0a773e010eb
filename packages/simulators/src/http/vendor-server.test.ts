import { afterEach, expect, test } from 'vitest';
import { PortTakenError } from './loopback-server.ts';
import { createVendorServer, type VendorServer } from './vendor-server.ts';

const started: VendorServer[] = [];
const arrival = Promise.withResolvers<void>();

const start = async (port = 0): Promise<VendorServer> => {
  const server = createVendorServer({
    port,
    register: (app) => {
      app.get('/hello', (_request, response) => void response.json({ hello: true }));
      app.get('/never', () => arrival.resolve());
      app.get('/broken', () => {
        throw new Error('out of order');
      });
    },
  });
  started.push(server);
  await server.start();
  return server;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

test('it has no address before its first start', () => {
  const server = createVendorServer({ port: 0, register: () => undefined });
  expect(() => server.url).toThrow('no address');
});

test('stopped it refuses, started again it answers at the same address', async () => {
  const server = await start();
  const { url } = server;
  expect((await fetch(`${url}/hello`)).status).toBe(200);
  await server.stop();
  expect(server.running).toBe(false);
  await expect(fetch(`${url}/hello`)).rejects.toThrow();
  await server.start();
  expect(server.url).toBe(url);
  expect((await fetch(`${url}/hello`)).status).toBe(200);
});

test('stopping cuts requests that are in progress', async () => {
  const server = await start();
  const pending = fetch(`${server.url}/never`).catch(() => 'cut');
  await arrival.promise;
  await server.stop();
  expect(await pending).toBe('cut');
});

test('requests are remembered with their query and status', async () => {
  const server = await start();
  await fetch(`${server.url}/hello?x=1`);
  await fetch(`${server.url}/broken`);
  await expect
    .poll(() => server.requests)
    .toEqual([
      { method: 'GET', path: '/hello?x=1', status: 200 },
      { method: 'GET', path: '/broken', status: 500 },
    ]);
});

test('a taken port is an error that names it', async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  await expect(start(port)).rejects.toThrow(PortTakenError);
  await expect(start(port)).rejects.toThrow(String(port));
});
