import { expect, test } from 'vitest';
import { parseListen } from './server-settings.ts';

test.each([
  ['127.0.0.1:8484', { host: '127.0.0.1', port: 8484 }],
  ['[::1]:0', { host: '::1', port: 0 }],
  ['localhost:80', { host: 'localhost', port: 80 }],
])('%s is an address of this machine', (text, settings) => {
  expect(parseListen(text)).toEqual(settings);
});

test.each(['', '8484', '127.0.0.1', '127.0.0.1:65536', 'localhost:http', '0.0.0.0:80', 'example.net:80', '[::]:80'])(
  '"%s" is refused with what is allowed',
  (text) => {
    expect(() => parseListen(text)).toThrow(
      expect.objectContaining({ code: 'invalid-parameter', parameter: 'listen' }),
    );
    expect(() => parseListen(text)).toThrow(/must be/);
  },
);
