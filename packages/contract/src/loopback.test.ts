import { expect, test } from 'vitest';
import { isLoopbackHost } from './loopback.ts';

test.each([
  ['localhost', true],
  ['LOCALHOST.', true],
  ['vault.localhost', true],
  ['127.0.0.1', true],
  ['127.255.0.3', true],
  ['::1', true],
  ['[::1]', true],
  ['localhost.example.com', false],
  ['mylocalhost', false],
  ['127.0.0.1.example.com', false],
  ['128.0.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['', false],
])('%j is reached by this machine alone: %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});
