import { expect, test } from 'vitest';
import { askThrough } from '../index.ts';
import { checkTestEndpoint } from '../testing/check-test-endpoint.ts';
import { serveHttps, serveProxy, serveSockets } from '../testing/loopback.ts';
import { createTemporaryAuthority } from '../testing/temporary-authority.ts';

const authority = await createTemporaryAuthority('Acme Root');
const named = { names: [{ type: 'dns', value: 'vendor.test' }] } as const;
const through = (text: string) => ({ proxyFor: askThrough({ text, origin: 'HTTPS_PROXY' }) });

test('through a proxy it is the proxy that is looked up and opened, and the tunnel that carries TLS', async () => {
  const { port } = await serveHttps(await authority.issue(named), () => undefined);
  const proxy = await serveProxy();
  const options = { ca: authority.pem, ...through(`http://user:canary@proxy.test:${proxy.port}`) };
  const steps = await checkTestEndpoint(`https://vendor.test:${port}`, options);
  expect(steps.map(({ name, ok }) => [name, ok])).toEqual([
    ['dns', true],
    ['tcp', true],
    ['tls', true],
  ]);
  const shown = `http://proxy.test:${proxy.port} (HTTPS_PROXY)`;
  expect(steps[0]?.detail).toBe(`vendor.test is reached through the proxy ${shown}: proxy.test is 127.0.0.1.`);
  expect(steps[1]?.detail).toBe(`The proxy ${shown} opened the tunnel to vendor.test:${port}.`);
  expect(proxy.asked).toEqual([`CONNECT vendor.test:${port} Basic ${btoa('user:canary')}`]);
  expect(JSON.stringify(steps)).not.toContain('canary');
});

test.each([
  [407, 'authentication-failed', /proxy: "\$\{NAME\}"/],
  [403, 'permission-denied', /its key proxy, or NO_PROXY/],
  [503, 'source-unreachable', /cannot reach it/],
])('a proxy that answers %i', async (status, code, advice) => {
  const proxy = await serveProxy(status);
  const steps = await checkTestEndpoint('https://vendor.test', through(`http://proxy.test:${proxy.port}`));
  expect(steps.at(-1)).toMatchObject({
    name: 'tcp',
    ok: false,
    code,
    detail: expect.stringContaining(`answered ${status} when it was asked for vendor.test:443.`),
    advice: expect.stringMatching(advice),
  });
});

test('a server at the address of the proxy that is not a proxy', async () => {
  const { port } = await serveSockets((socket) => socket.end('SSH-2.0-OpenSSH\r\n\r\n'));
  const steps = await checkTestEndpoint('https://vendor.test', through(`http://proxy.test:${port}`));
  expect(steps.at(-1)).toMatchObject({
    name: 'tcp',
    ok: false,
    detail: expect.stringContaining('not answer as a proxy'),
  });
});

test('a proxy that cannot be looked up is named, and not the source', async () => {
  const [dns] = await checkTestEndpoint('https://vendor.test', through('http://proxy.invalid:3128'));
  expect(dns).toMatchObject({
    ok: false,
    advice: expect.stringContaining('the host in proxy (where it is not set: HTTPS_PROXY'),
  });
});

test('a proxy that cannot be used at all is a failed step', async () => {
  expect(await checkTestEndpoint('https://vendor.test', through('socks5://proxy:1080'))).toMatchObject([
    { ok: false, code: 'configuration-invalid', advice: expect.stringContaining('key proxy') },
  ]);
});

test('a plain request is left to the proxy: it is not asked for a tunnel', async () => {
  const proxy = await serveProxy();
  const steps = await checkTestEndpoint('http://vendor.test', through(`http://proxy.test:${proxy.port}`));
  expect(steps.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(proxy.asked).toEqual([]);
});

test('a proxy that refuses is let go', async () => {
  const closed = Promise.withResolvers<void>();
  const { port } = await serveSockets((socket) => {
    socket
      .on('data', () => socket.write('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'))
      .on('close', () => closed.resolve());
  });
  expect((await checkTestEndpoint('https://vendor.test', through(`http://proxy.test:${port}`))).at(-1)).toMatchObject({
    ok: false,
  });
  await closed.promise;
});

test('a proxy over TLS itself has to show a certificate that is known', async () => {
  const { port } = await serveHttps(
    await authority.issue({ names: [{ type: 'dns', value: 'proxy.test' }] }),
    () => undefined,
  );
  const steps = await checkTestEndpoint('https://vendor.test', through(`https://proxy.test:${port}`));
  expect(steps.at(-1)).toMatchObject({
    name: 'tcp',
    ok: false,
    code: 'certificate-refused',
    advice: expect.stringContaining('key proxy'),
  });
});
