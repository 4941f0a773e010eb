import { expect, test } from 'vitest';
import { askThrough, createProxyChoice } from '../index.ts';

const proxies = {
  https: { text: 'http://user:word@secure.proxy:3128', origin: 'HTTPS_PROXY' },
  http: { text: 'plain.proxy:8080', origin: 'http_proxy' },
} as const;
const choose = (address: string, except: readonly string[] = []) =>
  createProxyChoice({ ...proxies, except, loopback: false })(new URL(address));

test('the scheme of the address decides, and a proxy without a scheme is http', () => {
  expect(choose('https://vendor.example/jobs')?.url.href).toBe('http://user:word@secure.proxy:3128/');
  expect(choose('http://vendor.example/jobs')?.url.href).toBe('http://plain.proxy:8080/');
});

test('what is shown of it has no credentials, and says where it was written', () => {
  expect(choose('https://vendor.example')?.shown).toBe('http://secure.proxy:3128 (HTTPS_PROXY)');
});

test('an address of a scheme that has no proxy is asked directly', () => {
  const chosen = createProxyChoice({ ...proxies, https: null, except: [], loopback: false });
  expect(chosen(new URL('https://vendor.example'))).toBeNull();
});

test.each(['http://localhost:1', 'https://a.localhost', 'http://127.0.0.1:1', 'http://127.1.2.3', 'https://[::1]:1'])(
  '%s is this machine, and asked directly unless a connection says otherwise',
  (address) => {
    expect(choose(address)).toBeNull();
    expect(askThrough(proxies.http)(new URL(address))?.url.host).toBe('plain.proxy:8080');
  },
);

test.each([
  ['vendor.example', 'https://vendor.example'],
  ['VENDOR.example.', 'https://vendor.example'],
  ['vendor.example', 'https://api.vendor.example'],
  ['.vendor.example', 'https://vendor.example'],
  ['*.vendor.example', 'https://api.vendor.example'],
  ['vendor.example:443', 'https://vendor.example'],
  ['*', 'https://vendor.example'],
  ['10.1.2.3', 'https://10.1.2.3'],
  ['10.0.0.0/8', 'https://10.1.2.3'],
  ['fd00::/8', 'https://[fd00::7]'],
  ['[fd00::7]:8443', 'https://[fd00::7]:8443'],
  ['fd00::7', 'https://[fd00::7]:8443'],
])('the exception %s covers %s', (entry, address) => {
  expect(choose(address, ['', 'other.example', entry])).toBeNull();
});

test.each([
  ['vendor.example', 'https://othervendor.example'],
  ['*.vendor.example', 'https://vendor.example'],
  ['vendor.example:8443', 'https://vendor.example'],
  ['10.0.0.0/8', 'https://11.1.2.3'],
  ['10.0.0.0/99', 'https://10.1.2.3'],
  ['10.0.0.0/8', 'https://ten.example'],
  ['fd00::/8', 'https://10.1.2.3'],
  ['', 'https://vendor.example'],
])('the exception "%s" does not cover %s', (entry, address) => {
  expect(choose(address, [entry])).not.toBeNull();
});

test.each(['socks5://proxy:1080', 'http://', 'http://user:canary@:80:80'])(
  'what is no proxy that can be used is said when it would be, without its text: %s',
  (text) => {
    const choice = askThrough({ text, origin: 'HTTPS_PROXY' });
    expect(() => choice(new URL('https://vendor.example'))).toThrow(
      expect.objectContaining({
        code: 'configuration-invalid',
        message: expect.not.stringContaining('canary'),
      }),
    );
    expect(() => choice(new URL('https://vendor.example'))).toThrow('HTTPS_PROXY names no proxy');
  },
);
