import { expect, test } from 'vitest';
import { findStrayFiles } from './pack-all.ts';

const core = { name: '@crossvault/core', folder: 'packages/core', nodeRange: '>=22.19.0', entryPoints: [] };

test('a packed file that no source stands behind is a breach, and so is a test', () => {
  const files = ['package.json', 'dist/index.js', 'dist/index.d.ts', 'dist/old.js', 'dist/index.test.js'];
  expect(findStrayFiles(core, files, ['src/index.ts', 'src/index.test.ts'])).toEqual([
    'packages/core/dist/old.js is packed, and no source stands behind it; delete packages/core/dist and build again',
    'packages/core/dist/index.test.js is packed, and no source stands behind it; delete packages/core/dist and build again',
  ]);
});
