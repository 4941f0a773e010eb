import { expect, test } from 'vitest';
import { readPublicPackage } from './public-packages.ts';

const manifest = {
  name: '@crossvault/acme',
  engines: { node: '>=22.19.0' },
  exports: { '.': './src/index.ts', './client': './src/client/index.ts', './openapi.json': './openapi.json' },
};

test('a private package is not published', () => {
  expect(readPublicPackage('packages/acme', { ...manifest, private: true })).toBeNull();
});

test('a private package may lack everything that a published one needs', () => {
  expect(readPublicPackage('tooling/acme', { private: true })).toBeNull();
});

test('every exported module is an entry point, with its source and its declarations', () => {
  expect(readPublicPackage('packages/acme', manifest)).toEqual({
    name: '@crossvault/acme',
    folder: 'packages/acme',
    nodeRange: '>=22.19.0',
    entryPoints: [
      {
        specifier: '@crossvault/acme',
        key: '.',
        source: 'packages/acme/src/index.ts',
        declarations: 'packages/acme/dist/index.d.ts',
      },
      {
        specifier: '@crossvault/acme/client',
        key: './client',
        source: 'packages/acme/src/client/index.ts',
        declarations: 'packages/acme/dist/client/index.d.ts',
      },
    ],
  });
});
