import { expect, test } from 'vitest';
import { checkPlainHttp } from './plain-http.ts';

const at = ['connections', 0];

test.each([
  { baseUrl: 'https://veeam.example.net' },
  { baseUrl: 'http://127.0.0.1:9401' },
  { baseUrl: 'http://localhost:9401' },
  { baseUrl: 'http://[::1]:9401' },
  { baseUrl: 'https://veeam.example.net', proxy: 'http://proxy.example.net:3128' },
])('%j sends nothing in clear beyond this machine', (entry) => {
  expect(checkPlainHttp(entry, at)).toEqual({ issues: [], warnings: [] });
});

test.each([
  [{ baseUrl: 'http://veeam.example.net' }, ['baseUrl']],
  [{ baseUrl: ' HTTP://veeam.example.net' }, ['baseUrl']],
  [{ credential: { authority: 'http://login.example.net' } }, ['credential', 'authority']],
  [{ baseUrl: 'http://127.0.0.1.example.net' }, ['baseUrl']],
] as const)('%j is refused, and allowed with a warning where tls.insecure is set', (entry, key) => {
  const path = [...at, ...key];
  expect(checkPlainHttp(entry, at)).toMatchObject({
    issues: [{ path, message: expect.stringContaining('must begin with https://') }],
    warnings: [],
  });
  expect(checkPlainHttp({ ...entry, tls: { insecure: true } }, at)).toMatchObject({
    issues: [],
    warnings: [{ path, message: expect.stringContaining('in clear') }],
  });
});
