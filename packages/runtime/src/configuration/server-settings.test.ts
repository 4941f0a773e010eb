import { expect, test } from 'vitest';
import { parseListen, serverSchema } from './server-settings.ts';

test.each([
  ['127.0.0.1:8484', { host: '127.0.0.1', port: 8484 }],
  ['[::1]:0', { host: '::1', port: 0 }],
  ['localhost:80', { host: 'localhost', port: 80 }],
  ['0.0.0.0:80', { host: '0.0.0.0', port: 80 }],
  ['example.net:80', { host: 'example.net', port: 80 }],
])('%s is an address to listen on', (text, settings) => {
  expect(parseListen(text)).toEqual(settings);
});

test.each(['', '8484', '127.0.0.1', '127.0.0.1:65536', 'localhost:http'])(
  '"%s" is refused with what is allowed',
  (text) => {
    expect(() => parseListen(text)).toThrow(
      expect.objectContaining({ code: 'invalid-parameter', parameter: 'listen' }),
    );
    expect(() => parseListen(text)).toThrow(/must be/);
  },
);

test('further names of a server can be configured', () => {
  expect(serverSchema.parse({ listen: '0.0.0.0:8484', allowedHosts: ['backup.example'] })).toEqual({
    host: '0.0.0.0',
    port: 8484,
    allowedHosts: ['backup.example'],
  });
  expect(serverSchema.parse(null)).toEqual({ host: '127.0.0.1', port: 8484 });
});

test.each([
  { auth: 'none', allowedHosts: ['backup.example'] },
  { auth: 'none', listen: '0.0.0.0:8484' },
])('a server that others reach cannot be open to callers without a key: %j', (server) => {
  expect(serverSchema.safeParse(server).error?.issues).toMatchObject([
    { path: ['auth'], message: expect.stringContaining('must not be none') },
  ]);
});

test('authentication can be set, and what is neither of the two words is refused with both', () => {
  expect(serverSchema.parse({ auth: 'keys' })).toMatchObject({ auth: 'keys' });
  expect(serverSchema.parse({ auth: 'none' })).toMatchObject({ auth: 'none' });
  expect(serverSchema.safeParse({ auth: 'open' }).error?.issues[0]?.message).toContain('keys (every request');
});
