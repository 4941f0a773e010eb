import { expect, test } from 'vitest';
import { readProxyVariables } from './environment.ts';

test('each scheme has its own proxy, and the name in small letters wins', () => {
  expect(
    readProxyVariables({
      HTTPS_PROXY: 'http://secure:1',
      HTTP_PROXY: 'http://loud:1',
      http_proxy: ' http://quiet:1 ',
      NO_PROXY: 'a.example, .b.example  10.0.0.0/8',
    }),
  ).toEqual({
    https: { text: 'http://secure:1', origin: 'HTTPS_PROXY' },
    http: { text: 'http://quiet:1', origin: 'http_proxy' },
    except: ['a.example', '.b.example', '10.0.0.0/8'],
    loopback: false,
  });
});

test.each([{}, { HTTPS_PROXY: '', https_proxy: ' ', HTTP_PROXY: undefined }])('%j names no proxy', (environment) => {
  expect(readProxyVariables(environment)).toEqual({ https: null, http: null, except: [], loopback: false });
});
