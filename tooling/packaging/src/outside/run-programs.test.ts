import { expect, test } from 'vitest';
import { permits } from './run-programs.ts';

test('a program runs where every package that it leads to permits it', () => {
  const packages = [
    { name: '@crossvault/core', folder: 'packages/core', nodeRange: '>=22.19.0', entryPoints: [] },
    { name: '@crossvault/store', folder: 'packages/store', nodeRange: '>=24.15.0', entryPoints: [] },
  ];
  const dependencies = (name: string) => (name === '@crossvault/runtime' ? ['@crossvault/store'] : []);
  const importing = (name: string) => ({ id: '', path: '', cwd: '.', text: `import { a } from '${name}';` });
  const onNode22 = (name: string) => permits(importing(name), packages, dependencies, '22.23.5');
  expect(['@crossvault/core/model', '@crossvault/store', '@crossvault/runtime'].map(onNode22)).toEqual([
    true,
    false,
    false,
  ]);
});
