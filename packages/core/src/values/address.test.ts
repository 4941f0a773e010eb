import { expect, test } from 'vitest';
import { isLoopbackHost, withoutEndSlashes } from './address.ts';

test.each([
  ['https://host/a//', 'https://host/a'],
  ['a/b', 'a/b'],
  ['', ''],
  ['/', ''],
  [`${'/'.repeat(1_000_000)}x`, `${'/'.repeat(1_000_000)}x`],
  [`x${'/'.repeat(1_000_000)}`, 'x'],
])('slashes at the end are taken off', (text, expected) => {
  expect(withoutEndSlashes(text)).toBe(expected);
});

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
