import { expect, test } from 'vitest';
import { specifiersBySource } from './entry-points.ts';

test('every entry point is documented under what an importer writes, but for internal ones', () => {
  const entry = (key: string, name: string) => ({
    specifier: `@crossvault/core${key.slice(1)}`,
    key,
    source: `packages/core/src/${name}.ts`,
    declarations: '',
  });
  const entryPoints = [entry('.', 'index'), entry('./model', 'model'), entry('./internal', 'internal')];
  const core = { name: '@crossvault/core', folder: 'packages/core', nodeRange: '>=22.19.0', entryPoints };
  expect([...specifiersBySource([core], '/repository')]).toEqual([
    ['/repository/packages/core/src/index.ts', '@crossvault/core'],
    ['/repository/packages/core/src/model.ts', '@crossvault/core/model'],
  ]);
});
