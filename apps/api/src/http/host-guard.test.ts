import { describe, expect, test } from 'vitest';
import { readProblem, startFacade } from '../testing/facade.ts';
import { sendRaw, sendText } from '../testing/raw-request.ts';

const portOf = (url: string): string => new URL(url).port;

describe('hosts that are this server', () => {
  test.each(['127.0.0.1', 'localhost', 'LocalHost', '[::1]'])('%s with its port is answered', async (name) => {
    const { url } = await startFacade([]);
    const reply = await sendRaw(url, { headers: { Host: `${name}:${portOf(url)}` } });
    expect(reply).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  test('a host that was allowed by name is answered', async () => {
    const { url } = await startFacade([], { allowedHosts: ['Facade.test'] });
    expect((await sendRaw(url, { headers: { Host: 'facade.TEST' } })).status).toBe(200);
    expect((await sendRaw(url, { headers: { Host: 'facade.test:1' } })).status).toBe(403);
  });
});

describe('hosts that are not', () => {
  test.each([
    'evil.example',
    'evil.example:PORT',
    'localhost',
    'localhost:1',
    '127.0.0.1',
    'localhost.evil.example:PORT',
    'localhost:PORT.evil.example',
    'user@localhost:PORT',
    'localhost.:PORT',
    '127.0.0.2:PORT',
    '0.0.0.0:PORT',
  ])('"%s" is refused', async (host) => {
    const { url } = await startFacade([]);
    const reply = await sendRaw(url, { headers: { Host: host.replace('PORT', portOf(url)) } });
    const problem = readProblem(reply);
    expect(problem).toMatchObject({ status: 403, code: 'host-refused' });
    expect(problem.detail).toContain(`localhost:${portOf(url)}`);
  });

  test('is refused at every path, before anything else is looked at', async () => {
    const { url } = await startFacade([]);
    for (const path of ['/v1/jobs?limit=0', '/nowhere', '/%zz', '/v1/openapi.json']) {
      const reply = await sendRaw(url, { path, headers: { Host: 'evil.example' } });
      expect(readProblem(reply).code).toBe('host-refused');
    }
  });

  test.each([
    ['no host', ''],
    ['an empty host', 'Host:\r\n'],
  ])('a request with %s is refused', async (_what, line) => {
    const { url } = await startFacade([]);
    const answer = await sendText(url, `GET /healthz HTTP/1.1\r\n${line}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('host-refused');
  });

  test('an absolute address and a second host count as well', async () => {
    const { url } = await startFacade([]);
    const own = `Host: 127.0.0.1:${portOf(url)}`;
    const absolute = await sendText(
      url,
      `GET http://evil.example/healthz HTTP/1.1\r\n${own}\r\nConnection: close\r\n\r\n`,
    );
    expect(absolute).toContain('host-refused');
    const second = await sendText(
      url,
      `GET /healthz HTTP/1.1\r\n${own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    );
    expect(second).toContain('host-refused');
    const same = await sendText(url, `GET ${url}/healthz HTTP/1.1\r\n${own}\r\nConnection: close\r\n\r\n`);
    expect(same).toMatch(/^HTTP\/1\.1 200 /);
  });
});
